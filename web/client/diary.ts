import { type Paint, paintedOf, paintOver, quartersOf } from '../diary/painted.ts';
import { PaintGrid } from './paint-grid.ts';

/** What the server says of a diary that is being painted. */
interface Live {
  readonly said: readonly string[];
  readonly left?: {
    readonly lines: readonly { readonly title: string; readonly text: string; readonly none: boolean }[];
  };
  readonly read: {
    readonly said: readonly string[];
    readonly lost: readonly { readonly words: string; readonly why: string }[];
    readonly painted: string;
  } | null;
}

/** Milliseconds after the last stroke or letter. */
const PAUSE = 250;

const element = (tag: string, text: string, className = ''): HTMLElement => {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
};
const list = (lines: readonly string[]): HTMLElement => {
  const made = element('ul', '', 'govuk-list govuk-list--bullet');
  made.append(...lines.map((line) => element('li', line)));
  return made;
};

/**
 * The diary of one person: painting, what it says in words, and what it leaves of their sessions, asked of the server
 * after each stroke. Nothing is saved but by the button.
 */
export function diary(form: HTMLElement): void {
  const table = form.querySelector<HTMLTableElement>('.pw-paint');
  const painted = form.querySelector<HTMLInputElement>('input[name="painted"]');
  if (!(form instanceof HTMLFormElement) || !table || !painted) return;
  const first = painted.value;
  form.classList.add('pw-diary--live');
  const mark = () =>
    (form.querySelector<HTMLInputElement>('input[name="mark"]:checked')?.value ?? 'c') as Paint;
  const live = new LiveView(form);
  const grid = new PaintGrid(table, first, mark, () => {
    painted.value = paintedOf(grid.quarters);
    live.ask();
  });
  live.use = (text, instead) => {
    const written = quartersOf(text);
    grid.paint(instead ? written : paintOver(grid.quarters, written));
  };
  const typed = form.querySelector<HTMLTextAreaElement>('textarea[name="typed"]');
  const unsaved = () =>
    form.dataset.unsaved !== undefined ||
    painted.value !== first ||
    (typed?.value ?? '') !== (typed?.defaultValue ?? '');
  let sent = false;
  form.addEventListener('submit', () => {
    sent = true;
  });
  addEventListener('beforeunload', (event) => {
    if (!sent && unsaved()) event.preventDefault();
  });
}

class LiveView {
  use: (painted: string, instead: boolean) => void = () => {};
  readonly #form: HTMLFormElement;
  readonly #read: HTMLElement | null;
  readonly #typed: HTMLTextAreaElement | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = new AbortController();

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#read = form.querySelector<HTMLElement>('[data-read]');
    this.#typed = form.querySelector<HTMLTextAreaElement>('textarea[name="typed"]');
    this.#typed?.addEventListener('input', () => this.ask());
    for (const radio of form.querySelectorAll('input[name="asks"]'))
      radio.addEventListener('change', () => this.ask());
  }

  /** Asks the server anew, after a pause; an older question is dropped. */
  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form))
      if (typeof value === 'string') body.set(name, value);
    try {
      const answer = await fetch(this.#form.dataset.diary ?? '', {
        method: 'POST',
        body,
        signal: this.#asking.signal,
        headers: { Accept: 'application/json' },
      });
      if (answer.ok) this.#show((await answer.json()) as Live);
    } catch {
      // Off line, or overtaken by the next question: what stood there stands.
    }
  }

  #show({ said, left, read }: Live): void {
    this.#form.querySelector('[data-said]')?.replaceChildren(...said.map((line) => element('li', line)));
    this.#form.querySelector('[data-left]')?.replaceChildren(
      ...(left?.lines ?? []).map(({ title, text, none }) => {
        const line = element('li', `: ${text}`, none ? 'pw-none-left' : '');
        line.prepend(element('strong', title));
        return line;
      }),
    );
    this.#showRead(read);
  }

  #showRead(read: Live['read']): void {
    this.#read?.replaceChildren();
    if (!this.#read || !read) return;
    const strong = 'govuk-body govuk-!-font-weight-bold';
    const parts = [element('p', 'This was understood', strong), list(read.said)];
    if (read.lost.length > 0)
      parts.push(
        element('p', 'This was not', strong),
        list(read.lost.map(({ words, why }) => `“${words}”${why && `: ${why}`}`)),
      );
    const button = (text: string, instead: boolean) => {
      const made = element('button', text, 'govuk-button govuk-button--secondary') as HTMLButtonElement;
      made.type = 'button';
      made.addEventListener('click', () => {
        if (this.#typed) this.#typed.value = '';
        this.#read?.replaceChildren();
        this.use(read.painted, instead);
      });
      return made;
    };
    const buttons = element('div', '', 'govuk-button-group');
    buttons.append(button('Add these times', false), button('Put them in place of all others', true));
    this.#read.replaceChildren(...parts, buttons);
  }
}
