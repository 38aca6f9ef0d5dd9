// The page's side of its session: hears of its end, fetches fresh tokens when asked, and says what is coming. Without it a page is
// just as safe; it only learns of things with the next click.

const find = (query) => document.querySelector(query);
const meta = () => find('meta[name=session]');
const mark = meta()?.content;
const address = (path) => new URL(path, document.baseURI);
const noticeSeconds = 300;

let over = false;
const leave = (path) => {
  if (over) return;
  over = true;
  location.replace(address(path));
};
const here = () => encodeURIComponent(location.pathname + location.search);

// The tab in which somebody signs out is led by its own answer.
document.addEventListener('submit', ({ target }) => (over ||= target.matches('[data-leaving]')));

const ask = async (path, method = 'POST') => {
  let answer;
  try {
    answer = await fetch(address(path), { method, headers: { 'X-Spaces-Session': mark }, cache: 'no-store' });
  } catch {
    return; // no network: the channel comes back when that does
  }
  if (answer.status === 401) answer.json().then(heed, () => leave(`signed-out?reason=timeout&returnUrl=${here()}`));
  else if (answer.status === 409) location.reload();
  else if (answer.ok) take(await answer.json());
};

// Avaya Cloud in trouble: said while it lasts, tried again without a click.
let retry;
const mindTrouble = (retryAfter) => {
  find('#provider-trouble').hidden = !retryAfter;
  clearTimeout(retry);
  if (retryAfter) retry = setTimeout(() => ask('session/renew'), retryAfter * 1000 * (1 + Math.random() / 5));
};

// The end: told five minutes ahead. Another tab may have moved it, so the server is asked before anything is said.
let ending;
const later = (action, seconds) => {
  clearTimeout(ending);
  ending = setTimeout(action, Math.min(Math.max(seconds, 1) * 1000, 2 ** 31 - 1));
};
const mindEnd = ({ endsIn, endsForGoodIn }) => {
  const strip = find('#session-ending');
  const near = endsIn <= noticeSeconds;
  strip.hidden = !near;
  if (!near) {
    later(() => ask('session/state', 'GET'), endsIn - noticeSeconds);
    return;
  }
  const minutes = Math.max(1, Math.ceil(endsIn / 60));
  strip.querySelector('[data-minutes]').textContent = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const forGood = endsForGoodIn <= endsIn;
  strip.querySelector('[data-stay]').hidden = forGood;
  const again = strip.querySelector('[data-again]');
  again.hidden = !forGood;
  again.href = address(`signin?again=true&returnUrl=${here()}`);
  later(() => ask('session/state', 'GET'), Math.min(endsIn + 1, 30));
};

const take = (state) => {
  mindTrouble(state.retryAfter);
  mindEnd(state);
};
const read = ({ dataset }) =>
  take({ endsIn: +dataset.endsIn, endsForGoodIn: +dataset.endsForGoodIn, retryAfter: +dataset.retryAfter || null });

// The channel: what the server says by itself.
let tries = 0;
const words = {
  'signed-out': () => leave(`signed-out?returnUrl=${here()}`),
  ended: ({ reason }) => leave(`session-ended?returnUrl=${here()}${reason ? `&reason=${reason}` : ''}`),
  changed: () => location.reload(),
  // The socket's cookie is not the page's. What counts is the one that requests carry; until the two agree, sockets are tried seldom.
  ask: () => {
    tries = 5;
    ask('session/state', 'GET');
  },
  renew: ({ spent }) => ask(`session/renew?spent=${spent}`),
  leaving: () => {},
};
const heed = (word) => words[word.say]?.(word);
const listen = () => {
  const channel = address(`session/channel?session=${mark}`);
  channel.protocol = channel.protocol.replace('http', 'ws');
  const socket = new WebSocket(channel);
  socket.addEventListener('open', () => (tries = 0));
  socket.addEventListener('message', ({ data }) => heed(JSON.parse(data)));
  // A server that was restarted must not be stormed by all pages at once.
  socket.addEventListener('close', () => over || setTimeout(listen, Math.min(30, 2 ** tries++) * 1000 * (0.25 + Math.random())));
};

if (mark) {
  read(meta());
  listen();
  find('[data-stay]').addEventListener('click', () => ask('session/stay'));
  // A laptop that slept, a tab that was put away: timers stood still.
  document.addEventListener('visibilitychange', () => document.hidden || over || ask('session/state', 'GET'));
  window.Blazor?.addEventListener('enhancedload', () => {
    const now = meta();
    if (now?.content !== mark) location.reload();
    else read(now);
  });
}
