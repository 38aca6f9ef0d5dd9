// Every page also works without this script.

const find = (query, root = document) => root.querySelector(query);
const announce = (text) => {
  const announcer = find('#announcer');
  announcer.textContent = '';
  requestAnimationFrame(() => (announcer.textContent = text));
};

const setCookie = (name, value, seconds) =>
  (document.cookie = `${name}=${value};path=/;samesite=lax;max-age=${seconds}${location.protocol === 'https:' ? ';secure' : ''}`);

// Tells the server that scripts run, so that it may stream pages with skeletons.
setCookie('script', 'on', 3600);
setCookie('zone', Intl.DateTimeFormat().resolvedOptions().timeZone ?? '', 31536000);

// Theme: the server renders the cookie's choice. This applies a new choice without a reload.
const themes = { light: 1, dark: 1 };
document.addEventListener('submit', (event) => {
  if (!event.target.matches('[data-themes]') || !event.submitter) return;
  event.preventDefault();
  const theme = event.submitter.value;
  setCookie('theme', themes[theme] ? theme : '', themes[theme] ? 31536000 : 0);
  if (themes[theme]) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const button of event.target.querySelectorAll('button')) button.ariaPressed = String(button === event.submitter);
});

// Copy buttons.
document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.classList.add('copied');
    setTimeout(() => button.classList.remove('copied'), 2000);
    announce('Copied');
  } catch {
    announce('Copying is not allowed here');
  }
});

// Filters apply while the user types. Default values are omitted from the address.
const addressOf = (form) => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const field = form.elements[name];
    if (value && value !== field?.dataset?.default) query.set(name, value);
  }
  return `${form.action}${query.size ? `?${query}` : ''}`;
};
let searchTimer;
const applyFilters = (form, replace) => {
  clearTimeout(searchTimer);
  const address = addressOf(form);
  if (address === location.href) return;
  if (window.Blazor?.navigateTo) Blazor.navigateTo(address, { replaceHistoryEntry: replace });
  else location.assign(address);
};
document.addEventListener('input', (event) => {
  const form = event.target.form;
  if (!form?.matches('[data-instant]') || event.target.type === 'number') return;
  clearTimeout(searchTimer);
  if (event.target.type === 'search') searchTimer = setTimeout(applyFilters, 200, form, true);
  else applyFilters(form, false);
});
document.addEventListener('submit', (event) => {
  if (!event.target.matches('[data-instant]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  applyFilters(event.target, false);
}, true);

// Delays with jitter, so that all pages do not reconnect to a restarted server at once.
const delays = [0, 1, 2, 5, 10, 15];
const reconnectionOptions = {
  maxRetries: 40,
  retryIntervalMilliseconds: (tried, most) =>
    tried >= most ? null : delays[Math.min(tried, delays.length - 1)] * 1000 * (0.75 + Math.random() / 2),
};

// Restores the scroll position on Back and Forward. The browser does so itself, but before the content has arrived.
// Registered before Blazor's own listener, which starts the navigation.
let isTraversal = false;
addEventListener('popstate', () => {
  isTraversal = true;
  setTimeout(() => (isTraversal = false));
});
const trackScrollPositions = () => {
  const positions = new Map();
  const entry = () => window.navigation?.currentEntry.key;
  let shown = entry();
  let restoring = false;
  Blazor.addEventListener('enhancednavigationstart', () => {
    if (shown) positions.set(shown, scrollY);
    shown = entry();
    restoring = isTraversal;
  });
  const restore = () => restoring && scrollTo(0, positions.get(shown) ?? scrollY);
  Blazor.addEventListener('enhancednavigationend', () => {
    restore();
    restoring = false;
  });
  // Parts of the page may still arrive, but scrolling by the user ends the restoring.
  for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) addEventListener(kind, () => (restoring = false), { passive: true });
  return { scrollToStart: () => restoring ? restore() : scrollTo(0, 0), restore };
};

// After an enhanced navigation, sets focus and scroll position and announces the page, as a full load would.
const followNavigation = () => {
  const scroll = trackScrollPositions();
  let { pathname, search } = location;
  let typing;
  document.addEventListener('input', ({ target }) => (typing = target.type === 'search' ? { field: target, text: target.value } : null));
  Blazor.addEventListener('enhancedload', () => {
    const summary = find('[data-summary]');
    if (location.pathname !== pathname) {
      typing = null;
      scroll.scrollToStart();
      find('h1')?.focus({ preventScroll: true });
      announce(document.title);
    } else if (location.search !== search) {
      if (document.activeElement === document.body || document.activeElement.closest('.pager')) {
        scroll.scrollToStart();
        summary?.focus({ preventScroll: true });
      }
      announce(summary?.textContent.trim() ?? document.title);
    }
    scroll.restore();
    ({ pathname, search } = location);
    // The response must not overwrite what was typed while it was under way.
    if (typing?.field === document.activeElement && typing.field.value !== typing.text) typing.field.value = typing.text;
  });
};

// Reconnects a circuit, and reloads the page when the server no longer has it. In a tab that has been hidden for five minutes the circuit
// is paused: the server keeps nothing of it, and checks the session again when it resumes.
const pauseAfter = 300_000;
const manageConnection = (banner) => {
  let pausing;
  let pauseTimer;
  const is = (...states) => states.includes(banner.dataset.state);
  const setState = (state) => {
    banner.dataset.state = state;
    if (is('rejected') && !document.activeElement?.matches('input, textarea')) location.reload();
  };
  const reconnect = async () => {
    if (!is('paused', 'resume-failed')) return (await Blazor.reconnect()) || Blazor.resumeCircuit();
    await pausing;
    return Blazor.resumeCircuit();
  };
  const retry = async () => {
    if (is('rejected')) location.reload();
    else if (!is('hide')) {
      try {
        if (!(await reconnect())) setState('rejected');
      } catch { // still offline: show the banner
        if (is('paused')) setState('resume-failed');
      }
    }
  };
  banner.addEventListener('components-reconnect-state-changed', ({ detail }) => setState(detail.state));
  find('[data-reconnect]').addEventListener('click', retry);
  addEventListener('online', retry);
  document.addEventListener('visibilitychange', () => {
    clearTimeout(pauseTimer);
    if (document.hidden) pauseTimer = setTimeout(() => is('hide') && (pausing = Blazor.pauseCircuit?.()), pauseAfter);
    // Blazor resumes its own attempts when the tab becomes visible.
    else if (is('rejected')) setState('rejected');
    else if (!is('show', 'retrying')) retry();
  });
};

// Anonymous pages do not load Blazor.
if (window.Blazor) {
  // Binds circuits to the session that the page was rendered for.
  const mark = find('meta[name=session]')?.content ?? '';
  Blazor.start({ circuit: { reconnectionOptions, configureSignalR: (builder) => builder.withUrl(`_blazor?session=${mark}`) } });
  followNavigation();
  manageConnection(find('#components-reconnect-modal'));
}
