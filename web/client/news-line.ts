/** So many changes are named; of more, how many they are. */
const NAMED = 3;

/** The line above the page that says what others did. */
export interface NewsLine {
  readonly add: (text: string) => void;
  /** `isShown`: the page shows it already; else with the way to see it. */
  readonly show: (isShown: boolean) => void;
}

/** `page`: where the page is to be had again; empty for an answer to a form. */
export function newsLine(place: HTMLElement, page: string): NewsLine {
  let told: string[] = [];
  const hide = (): HTMLElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'pw-textbutton';
    button.textContent = 'Hide';
    button.addEventListener('click', () => {
      told = [];
      place.replaceChildren();
      document.getElementById('main-content')?.focus({ preventScroll: true });
    });
    return button;
  };
  return {
    add(text) {
      told = [...told, text];
    },
    show(isShown) {
      if (told.length === 0) return;
      const text = document.createElement('p');
      text.className = 'govuk-body pw-live__text';
      const more = told.length - NAMED;
      text.textContent = `${told.slice(-NAMED).join(' ')}${more > 0 ? ` And ${more} more before that.` : ''}`;
      if (!isShown && page !== '') {
        const link = document.createElement('a');
        link.className = 'govuk-link';
        link.href = location.href;
        link.textContent = 'Show it';
        text.append(' ', link);
      }
      place.replaceChildren(text, hide());
    },
  };
}

/** Says something to those who listen to the page, without a line for it. */
export function said(place: HTMLElement, text: string): void {
  if (place.querySelector('.pw-live__text')) return;
  const span = document.createElement('span');
  span.className = 'govuk-visually-hidden';
  span.textContent = text;
  place.replaceChildren(span);
}
