/** A form that is sent once, however often its button is pressed in impatience. */
export function sentOnce(element: HTMLElement): void {
  let sent = false;
  element.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  // A page that the browser kept, and shows again on “back”, may be sent again.
  addEventListener('pageshow', () => {
    sent = false;
  });
}
