// The page's side of its session: leaves the page when the session ends, refreshes tokens when the server asks, and warns before the
// end. Without it a page is just as safe, but notices changes only at the next request.

const find = (query) => document.querySelector(query);
const meta = () => find('meta[name=session]');
const mark = meta()?.content;
const address = (path) => new URL(path, document.baseURI);
const warnSeconds = 300;

let isLeaving = false;
const leave = (path) => {
  if (isLeaving) return;
  isLeaving = true;
  location.replace(address(path));
};
const here = () => encodeURIComponent(location.pathname + location.search);

// The tab in which the user signs out follows the response to that form.
document.addEventListener('submit', ({ target }) => (isLeaving ||= target.matches('[data-leaving]')));

const callSession = async (path, method = 'POST') => {
  let response;
  try {
    response = await fetch(address(path), { method, headers: { 'X-Spaces-Session': mark }, cache: 'no-store' });
  } catch {
    return; // no network: the channel reconnects when it is back
  }
  if (response.status === 401) response.json().then(handle, () => leave(`signed-out?reason=timeout&returnUrl=${here()}`));
  else if (response.status === 409) location.reload();
  else if (response.ok) showStatus(await response.json());
};

// While Avaya Cloud cannot be reached, a strip says so, and the refresh is retried.
let retryTimer;
const showProviderOutage = (retryAfter) => {
  find('#provider-trouble').hidden = !retryAfter;
  clearTimeout(retryTimer);
  if (retryAfter) retryTimer = setTimeout(() => callSession('session/renew'), retryAfter * 1000 * (1 + Math.random() / 5));
};

// Warns five minutes before the end. Another tab may have extended the session, so the server is asked first.
let endTimer;
const scheduleEndCheck = (action, seconds) => {
  clearTimeout(endTimer);
  endTimer = setTimeout(action, Math.min(Math.max(seconds, 1) * 1000, 2 ** 31 - 1));
};
const showEnd = ({ endsIn, endsForGoodIn }) => {
  const strip = find('#session-ending');
  const near = endsIn <= warnSeconds;
  strip.hidden = !near;
  if (!near) {
    scheduleEndCheck(() => callSession('session/state', 'GET'), endsIn - warnSeconds);
    return;
  }
  const minutes = Math.max(1, Math.ceil(endsIn / 60));
  strip.querySelector('[data-minutes]').textContent = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const forGood = endsForGoodIn <= endsIn;
  strip.querySelector('[data-stay]').hidden = forGood;
  const again = strip.querySelector('[data-again]');
  again.hidden = !forGood;
  again.href = address(`signin?again=true&returnUrl=${here()}`);
  scheduleEndCheck(() => callSession('session/state', 'GET'), Math.min(endsIn + 1, 30));
};

const showStatus = (state) => {
  showProviderOutage(state.retryAfter);
  showEnd(state);
};
const showRenderedStatus = ({ dataset }) =>
  showStatus({ endsIn: +dataset.endsIn, endsForGoodIn: +dataset.endsForGoodIn, retryAfter: +dataset.retryAfter || null });

// The channel: messages from the server.
let attempts = 0;
const handlers = {
  'signed-out': () => leave(`signed-out?returnUrl=${here()}`),
  ended: ({ reason }) => leave(`session-ended?returnUrl=${here()}${reason ? `&reason=${reason}` : ''}`),
  changed: () => location.reload(),
  // The socket was opened with another cookie than the page's. The cookie of requests counts; until both agree, reconnect rarely.
  ask: () => {
    attempts = 5;
    callSession('session/state', 'GET');
  },
  renew: ({ spent }) => callSession(`session/renew?spent=${spent}`),
  leaving: () => {},
};
const handle = (message) => handlers[message.say]?.(message);
const openChannel = () => {
  const channel = address(`session/channel?session=${mark}`);
  channel.protocol = channel.protocol.replace('http', 'ws');
  const socket = new WebSocket(channel);
  socket.addEventListener('open', () => (attempts = 0));
  socket.addEventListener('message', ({ data }) => handle(JSON.parse(data)));
  // With jitter, so that all pages do not reconnect to a restarted server at once.
  socket.addEventListener('close', () => {
    if (isLeaving) return;
    const seconds = Math.min(30, 2 ** attempts) * (0.25 + Math.random());
    attempts++;
    setTimeout(openChannel, seconds * 1000);
  });
};

if (mark) {
  showRenderedStatus(meta());
  openChannel();
  find('[data-stay]').addEventListener('click', () => callSession('session/stay'));
  // Timers do not run while the computer sleeps or the tab is hidden.
  document.addEventListener('visibilitychange', () => document.hidden || isLeaving || callSession('session/state', 'GET'));
  window.Blazor?.addEventListener('enhancedload', () => {
    const now = meta();
    if (now?.content !== mark) location.reload();
    else showRenderedStatus(now);
  });
}
