/** Goes to the summary of what is wrong as the page opens, so that it is read out and seen first. */
export function errorSummary(summary: HTMLElement): void {
  summary.tabIndex = -1;
  summary.addEventListener('blur', () => summary.removeAttribute('tabindex'), { once: true });
  summary.focus();
}
