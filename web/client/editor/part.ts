import { knowsBy } from '../knows.ts';
import { startIn } from '../start.ts';

/** Where the keyboard is to be once the answer is there. */
export type Then = (editor: HTMLElement) => HTMLElement | null | undefined;

/** Goes on within the page: the grid and what belongs to it are exchanged, and everything around them stays. */
export interface Parts {
  /** Follows a link of the grid’s own. `anchor`: what is to stay where it is on the screen. */
  readonly goTo: (href: string, then: Then, anchor?: string, isBack?: boolean) => Promise<void>;
  /** Sends one of its forms. */
  readonly send: (form: HTMLFormElement, then: Then) => Promise<void>;
}

/** `say`: for those who do not see it. */
export function partsOf(editor: HTMLElement, say: (words: string) => void): Parts {
  let asked = 0;
  const exchange = async (answer: Response, then: Then, anchor: string | undefined, isBack: boolean) => {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const there = page.getElementById(editor.id);
    if (!isBack) history.pushState(null, '', answer.url);
    document.title = page.title;
    knowsBy(page);
    if (!there || !editor.isConnected) return exchangeAll(page);
    const top = () =>
      anchor === undefined ? undefined : editor.querySelector(anchor)?.getBoundingClientRect().top;
    const before = top();
    editor.replaceChildren(...[...there.children].map((child) => document.adoptNode(child)));
    const after = top();
    if (before !== undefined && after !== undefined) scrollBy(0, after - before);
    const done = page.querySelector('.pw-done');
    document.querySelector('.pw-done')?.remove();
    if (done) editor.before(document.adoptNode(done));
    say(done?.querySelector('.pw-done__text')?.textContent ?? '');
    startIn(editor);
    editor.dispatchEvent(new CustomEvent('exchanged'));
    then(editor)?.focus({ preventScroll: before !== undefined });
  };
  const go = async (
    ask: () => Promise<Response>,
    then: Then,
    anchor?: string,
    isBack = false,
  ): Promise<boolean> => {
    const turn = ++asked;
    editor.setAttribute('aria-busy', 'true');
    try {
      const answer = await ask();
      if (turn === asked) await exchange(answer, then, anchor, isBack);
      return true;
    } catch {
      return false;
    } finally {
      if (turn === asked) editor.removeAttribute('aria-busy');
    }
  };
  return {
    async goTo(href, then, anchor, isBack) {
      if (!(await go(() => fetch(href), then, anchor, isBack))) location.assign(href);
    },
    async send(form, then) {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
      const address = form.getAttribute('action') ?? '';
      if (form.method === 'get') return void (await this.goTo(`${address}?${body}`, then));
      if (!(await go(() => fetch(address, { method: 'POST', body }), then)))
        say('No answer came, so it is not certain that this was done. Load the page again to see.');
    },
  };
}

/** An answer that is another page: what was wrong with what was asked for. */
function exchangeAll(page: Document): void {
  const [here, there] = [document.querySelector('main'), page.querySelector('main')];
  if (!here || !there) {
    location.reload();
    return;
  }
  here.replaceWith(document.adoptNode(there));
  const title = document.querySelector<HTMLElement>('main h1');
  title?.setAttribute('tabindex', '-1');
  title?.focus();
}
