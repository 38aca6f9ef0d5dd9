// The script of an open space: reports to its circuit that the user is writing, or has the page in front of them, and refreshes the page.

const typingInterval = 3000;
let stop = () => {};

export const watch = (circuit, spaceId) => {
  stop();
  const listeners = new AbortController();
  const { signal } = listeners;
  stop = () => listeners.abort();
  const call = (method) => circuit.invokeMethodAsync(method).catch(stop);
  let reportedAt = 0;
  document.addEventListener('input', ({ target }) => {
    if (target.form?.dataset.draft !== spaceId || Date.now() - reportedAt < typingInterval) return;
    reportedAt = Date.now();
    call('OnTypingAsync');
  }, { signal });
  const seen = () => document.hidden || call('OnSeenAsync');
  document.addEventListener('visibilitychange', seen, { signal });
  seen();
};

// Blazor cancels a navigation when another one starts, so a refresh waits for those of the user.
let isNavigating = false;
let wanted;
Blazor.addEventListener('enhancednavigationstart', () => (isNavigating = true));
Blazor.addEventListener('enhancednavigationend', () => {
  isNavigating = false;
  if (wanted) refresh(wanted);
});

/** Shows the state of that stamp, unless the page already does. */
export const refresh = (stamp) => {
  wanted = stamp;
  if (isNavigating) return;
  wanted = undefined;
  const shown = document.querySelector('[data-shown]');
  if (shown && shown.dataset.shown !== stamp) Blazor.navigateTo(location.pathname + location.search, { replaceHistoryEntry: true });
};
