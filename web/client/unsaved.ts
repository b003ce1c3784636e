/** A form that asks, before the page is left by another way than its own buttons, what is to become of what was typed. */
export function unsaved(element: HTMLElement): void {
  let typed = false;
  element.addEventListener('input', () => {
    typed = true;
  });
  element.addEventListener('submit', () => {
    typed = false;
  });
  // Whatever was sent and came back with something wrong in it has not been saved either.
  if (document.querySelector('[data-error-summary]')) typed = true;
  addEventListener('beforeunload', (event) => {
    if (typed) event.preventDefault();
  });
}
