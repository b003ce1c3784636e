import { isTouched } from './touched.ts';

/** A form that asks, before the page is left by another way than its own buttons, what is to become of what was typed. */
export function unsaved(form: HTMLElement): void {
  let isSent = false;
  // What was sent and came back with something wrong in it has not been saved either.
  const cameBack = document.querySelector('[data-error-summary]') !== null;
  form.addEventListener('submit', () => {
    isSent = true;
  });
  // A page that the browser kept, and shows again on “back”, may be typed in again.
  addEventListener('pageshow', () => {
    isSent = false;
  });
  addEventListener('beforeunload', (event) => {
    if (!isSent && (cameBack || isTouched(form))) event.preventDefault();
  });
}
