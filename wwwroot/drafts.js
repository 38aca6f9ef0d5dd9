// Drafts: kept in the tab for each space, until the server says that the message was sent.
const draftOf = (form) => `draft:${form.dataset.draft}`;
document.addEventListener('input', ({ target }) => {
  const form = target.form;
  if (form?.dataset.draft && target.name === 'Text') sessionStorage.setItem(draftOf(form), target.value);
});
const removeFromAddress = (name) => {
  const url = new URL(location);
  if (!url.searchParams.has(name)) return false;
  url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
  return true;
};
const restoreDraft = () => {
  const form = document.querySelector('form[data-draft]');
  if (!form) return;
  if (removeFromAddress('sent')) {
    sessionStorage.removeItem(draftOf(form));
    form.elements.Text.value = '';
  }
  const draft = sessionStorage.getItem(draftOf(form));
  if (draft && !form.elements.Text.value) form.elements.Text.value = draft;
};
restoreDraft();
// Blazor writes the address after it has loaded the page.
window.Blazor?.addEventListener('enhancednavigationend', restoreDraft);
