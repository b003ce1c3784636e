/** More choices than this are looked for by their words. */
const MANY = 12;

/** A box above a long list of things to tick that leaves those with the words typed, and all that are ticked. */
export function longChoice(part: HTMLElement): void {
  const choices = [...part.querySelectorAll<HTMLElement>('.govuk-checkboxes__item')];
  const list = part.querySelector('.govuk-checkboxes');
  if (choices.length <= MANY || !list) return;
  const label = document.createElement('label');
  label.className = 'govuk-label pw-small-label';
  const box = document.createElement('input');
  box.type = 'search';
  box.className = 'govuk-input govuk-input--width-20 pw-small-box';
  box.spellcheck = false;
  label.append('Find in this list ', box);
  list.before(label);
  box.addEventListener('input', () => {
    const words = box.value.toLocaleLowerCase('en-GB').split(/\s+/).filter(Boolean);
    for (const choice of choices) {
      const text = choice.textContent?.toLocaleLowerCase('en-GB') ?? '';
      const isTicked = choice.querySelector('input')?.checked ?? false;
      choice.hidden = !isTicked && !words.every((word) => text.includes(word));
    }
  });
  // Enter looks for something; it does not send the form.
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}
