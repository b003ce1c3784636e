import { errorSummary } from './error-summary.ts';
import { isTouched } from './touched.ts';

/**
 * A list that is entered (`views/entering/list.hbs`) without loading the page anew: its links and forms are asked for
 * in the background, and what the answer shows is put in place of what stood here, row by row. Boxes that somebody is
 * filling in elsewhere on the page are never touched. Where an answer can't be had, what was typed stays and it is said.
 */
export function entering(list: HTMLElement): void {
  list.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-swap]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const kind = link.dataset.swap ?? '';
    void answer(list, kind, rowOf(link), link.id, fetch(link.href)).then((url) => {
      if (url && kind === 'sort') history.replaceState(null, '', url);
    });
  });
  const isFirst = document.querySelector('[data-entering]') === list;
  document.addEventListener('submit', (event) => {
    const form = event.target instanceof HTMLFormElement ? event.target : null;
    const kind = list.contains(form)
      ? form?.dataset.swap
      : isFirst && form?.closest('.pw-done')
        ? 'undo'
        : '';
    if (!form || !kind) return;
    event.preventDefault();
    if (form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    void answer(list, kind, rowOf(form), '', sent(form)).finally(() => {
      form.ariaBusy = 'false';
    });
  });
  addEventListener('beforeunload', (event) => {
    const isOpen = (form: HTMLFormElement) => form.closest('.pw-add, [data-open]') !== null;
    if ([...list.querySelectorAll('form')].some((form) => isOpen(form) && isTouched(form)))
      event.preventDefault();
  });
}

/** The row that something is in; empty for what is in none. */
const rowOf = (element: Element): string => element.closest('tr')?.id ?? '';

function sent(form: HTMLFormElement): Promise<Response> {
  // FormData of text fields alone: what a browser without script would send.
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  return fetch(form.action, { method: 'POST', body: fields });
}

/** Puts an answer in place; gives its address. */
async function answer(
  list: HTMLElement,
  kind: string,
  row: string,
  focus: string,
  asking: Promise<Response>,
): Promise<string | undefined> {
  let page: Document;
  let url: string;
  try {
    const response = await asking;
    url = response.url;
    page = new DOMParser().parseFromString(await response.text(), 'text/html');
  } catch {
    say(list, 'This could not be saved: there was no answer. What you typed is still here. Try again.', true);
    return undefined;
  }
  const there = page.getElementById(list.id);
  if (!there) {
    say(
      list,
      'This could not be saved. What you typed is still here. If you have been signed out, sign in in another tab and then try again.',
      true,
    );
    return undefined;
  }
  sayDone(page, list);
  // The focus goes where one was, not where a page would begin.
  for (const box of there.querySelectorAll('[autofocus]')) box.removeAttribute('autofocus');
  const opened = [...there.querySelectorAll('tr[data-open]')].map((tr) => tr.id);
  const before = new Set([...list.querySelectorAll('tbody tr')].map((tr) => tr.id));
  swapRows(list, there, row);
  swap(list, there, 'thead');
  swap(list, there, '.pw-find [role="status"]');
  const failed = swapTrouble(page);
  if (kind === 'add') swap(list, there, '.pw-add');
  for (const part of ['table', '.pw-find', '.pw-empty']) {
    const here = list.querySelector<HTMLElement>(part);
    if (here) here.hidden = there.querySelector<HTMLElement>(part)?.hidden ?? false;
  }
  list.dispatchEvent(new CustomEvent('rows'));
  for (const other of document.querySelectorAll<HTMLElement>('[data-entering], [data-follows]'))
    if (other !== list) follow(other, page);
  if (failed) errorSummary(failed);
  else goOn(list, { kind, row, focus, opened: opened.find((id) => id === row || !before.has(id)) });
  return url;
}

/** Where the keyboard is after an answer: where one would type or press next. */
function goOn(
  list: HTMLElement,
  at: {
    readonly kind: string;
    readonly row: string;
    readonly focus: string;
    readonly opened: string | undefined;
  },
): void {
  const boxes = 'input:not([type="hidden"]), select, textarea, button';
  const target =
    at.kind === 'add'
      ? list.querySelector<HTMLElement>(`.pw-add :is(${boxes})`)
      : at.focus
        ? document.getElementById(at.focus)
        : at.opened
          ? document.getElementById(at.opened)?.querySelector<HTMLElement>(boxes)
          : (document.getElementById(at.row)?.querySelector<HTMLElement>('[data-edit]') ??
            document.querySelector<HTMLElement>('.pw-done button'));
  target?.focus();
  if (target instanceof HTMLInputElement && at.opened) target.select();
}

/** The rows of the answer in its order; one that is being filled in here stays, but for the one that was sent. */
function swapRows(list: HTMLElement, there: Element, sentRow: string): void {
  const [here, other] = [list.querySelector('tbody'), there.querySelector('tbody')];
  if (!here || !other) return;
  const kept = new Map([...here.querySelectorAll('tr[data-open]')].map((tr) => [tr.id, tr]));
  kept.delete(sentRow);
  here.replaceChildren(...[...other.children].map((tr) => kept.get(tr.id) ?? document.adoptNode(tr)));
}

/** What else of the page the answer shows anew: other lists, and what is worked out from them. */
function follow(other: HTMLElement, page: Document): void {
  const there = page.getElementById(other.id);
  if (!there) return;
  if (!('entering' in other.dataset)) {
    if (!isTouched(other)) other.replaceWith(document.adoptNode(there));
    return;
  }
  swapRows(other, there, '');
  const add = other.querySelector<HTMLElement>('.pw-add');
  if (add && !isTouched(add)) swap(other, there, '.pw-add');
  other.dispatchEvent(new CustomEvent('rows'));
}

function swap(list: HTMLElement, there: Element, part: string): void {
  const [here, other] = [list.querySelector(part), there.querySelector(part)];
  if (here && other) here.replaceWith(document.adoptNode(other));
}

/** What is wrong with what was sent, where something is: to be read first. */
function swapTrouble(page: Document): HTMLElement | null {
  const [here, other] = [document.getElementById('trouble'), page.getElementById('trouble')];
  if (here && other) here.replaceWith(document.adoptNode(other));
  return document.querySelector<HTMLElement>('#trouble [data-error-summary]');
}

/** The line of what was just done, with its undo; read out too. */
function sayDone(page: Document, list: HTMLElement): void {
  const [here, other] = [document.querySelector('.pw-done'), page.querySelector('.pw-done')];
  here?.remove();
  if (other) document.getElementById('main-content')?.prepend(document.adoptNode(other));
  say(list, other?.querySelector('.pw-done__text')?.textContent ?? '');
}

function say(list: HTMLElement, words: string, isTrouble = false): void {
  const line = list.querySelector<HTMLElement>('[data-said]');
  if (!line) return;
  line.textContent = words;
  line.className = isTrouble ? 'govuk-error-message' : 'govuk-visually-hidden';
  if (isTrouble) line.scrollIntoView({ block: 'nearest' });
}
