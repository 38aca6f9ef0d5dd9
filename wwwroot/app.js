// Everything here is comfort: each page also works when this file never arrives.

const find = (query, root = document) => root.querySelector(query);
const say = (text) => {
  const announcer = find('#announcer');
  announcer.textContent = '';
  requestAnimationFrame(() => (announcer.textContent = text));
};

const keep = (name, value, seconds) =>
  (document.cookie = `${name}=${value};path=/;samesite=lax;max-age=${seconds}${location.protocol === 'https:' ? ';secure' : ''}`);

// Skeletons may come first: somebody is here to put the rest in its place.
keep('script', 'on', 3600);

// Theme: the server renders the cookie's choice; here it only changes at once.
const themes = { light: 1, dark: 1 };
document.addEventListener('submit', (event) => {
  if (!event.target.matches('[data-themes]') || !event.submitter) return;
  event.preventDefault();
  const theme = event.submitter.value;
  keep('theme', themes[theme] ? theme : '', themes[theme] ? 31536000 : 0);
  if (themes[theme]) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const button of event.target.querySelectorAll('button')) button.ariaPressed = String(button === event.submitter);
});

// Copy, and say so.
document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.classList.add('copied');
    setTimeout(() => button.classList.remove('copied'), 2000);
    say('Copied');
  } catch {
    say('Copying is not allowed here');
  }
});

// Filters: answer while typing, and keep what was not chosen out of the address.
const addressOf = (form) => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const field = form.elements[name];
    if (value && value !== field?.dataset?.default) query.set(name, value);
  }
  return `${form.action}${query.size ? `?${query}` : ''}`;
};
let waiting;
const go = (form, replace) => {
  clearTimeout(waiting);
  const address = addressOf(form);
  if (address === location.href) return;
  if (window.Blazor?.navigateTo) Blazor.navigateTo(address, { replaceHistoryEntry: replace });
  else location.assign(address);
};
document.addEventListener('input', (event) => {
  const form = event.target.form;
  if (!form?.matches('[data-instant]') || event.target.type === 'number') return;
  clearTimeout(waiting);
  if (event.target.type === 'search') waiting = setTimeout(go, 200, form, true);
  else go(form, false);
});
document.addEventListener('submit', (event) => {
  if (!event.target.matches('[data-instant]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  go(event.target, false);
}, true);

// A restarted server must not be stormed: spaced, with some chance in it.
const pauses = [0, 1, 2, 5, 10, 15];
const reconnectionOptions = {
  maxRetries: 40,
  retryIntervalMilliseconds: (tried, most) =>
    tried >= most ? null : pauses[Math.min(tried, pauses.length - 1)] * 1000 * (0.75 + Math.random() / 2),
};

// Where each entry of the history was left. A browser goes back there by itself, but before the page's content has come.
// Heard ahead of Blazor, whose listener begins the navigation.
let popped = false;
addEventListener('popstate', () => {
  popped = true;
  setTimeout(() => (popped = false));
});
const keepPlaces = () => {
  const places = new Map();
  const entry = () => window.navigation?.currentEntry.key;
  let shown = entry();
  let back = false;
  Blazor.addEventListener('enhancednavigationstart', () => {
    if (shown) places.set(shown, scrollY);
    shown = entry();
    back = popped;
  });
  const putBack = () => back && scrollTo(0, places.get(shown) ?? scrollY);
  Blazor.addEventListener('enhancednavigationend', () => {
    putBack();
    back = false;
  });
  // Parts of the page may still come, but the reader goes first.
  for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) addEventListener(kind, () => (back = false), { passive: true });
  return { arrive: () => back ? putBack() : scrollTo(0, 0), putBack };
};

// After an enhanced navigation: focus, scroll and words go where a full load would have put them.
const followNavigation = () => {
  const places = keepPlaces();
  let { pathname, search } = location;
  let typing;
  document.addEventListener('input', ({ target }) => (typing = target.type === 'search' ? { field: target, text: target.value } : null));
  Blazor.addEventListener('enhancedload', () => {
    const summary = find('[data-summary]');
    if (location.pathname !== pathname) {
      typing = null;
      places.arrive();
      find('h1')?.focus({ preventScroll: true });
      say(document.title);
    } else if (location.search !== search) {
      if (document.activeElement === document.body || document.activeElement.closest('.pager')) {
        places.arrive();
        summary?.focus({ preventScroll: true });
      }
      say(summary?.textContent.trim() ?? document.title);
    }
    places.putBack();
    ({ pathname, search } = location);
    // Letters typed while the answer was under way are not taken back by it.
    if (typing?.field === document.activeElement && typing.field.value !== typing.text) typing.field.value = typing.text;
  });
};

// Where a circuit runs and its connection is lost: wait, help it along, and load anew what the server has forgotten. In a tab that nobody
// looks at it is put to rest: the server keeps nothing of it, and looks at the session anew when the tab is looked at again.
const untilRest = 300_000;
const mindConnection = (banner) => {
  let pausing;
  let resting;
  const is = (...states) => states.includes(banner.dataset.state);
  const turn = (state) => {
    banner.dataset.state = state;
    if (is('rejected') && !document.activeElement?.matches('input, textarea')) location.reload();
  };
  const goOn = async () => {
    if (!is('paused', 'resume-failed')) return (await Blazor.reconnect()) || Blazor.resumeCircuit();
    await pausing;
    return Blazor.resumeCircuit();
  };
  const again = async () => {
    if (is('rejected')) location.reload();
    else if (!is('hide')) {
      try {
        if (!(await goOn())) turn('rejected');
      } catch { // still away: the banner stays, or comes
        if (is('paused')) turn('resume-failed');
      }
    }
  };
  banner.addEventListener('components-reconnect-state-changed', ({ detail }) => turn(detail.state));
  find('[data-reconnect]').addEventListener('click', again);
  addEventListener('online', again);
  document.addEventListener('visibilitychange', () => {
    clearTimeout(resting);
    if (document.hidden) resting = setTimeout(() => is('hide') && (pausing = Blazor.pauseCircuit?.()), untilRest);
    // Attempts that go on by themselves go on at once: Blazor looks at the tab, too.
    else if (is('rejected')) turn('rejected');
    else if (!is('show', 'retrying')) again();
  });
};

// Left out on the pages for strangers.
if (window.Blazor) {
  // Circuits are for the session that the page was made for.
  const mark = find('meta[name=session]')?.content ?? '';
  Blazor.start({ circuit: { reconnectionOptions, configureSignalR: (builder) => builder.withUrl(`_blazor?session=${mark}`) } });
  followNavigation();
  mindConnection(find('#components-reconnect-modal'));
}
