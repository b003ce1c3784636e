import { nearest, placesIn, startOf, wordsOf } from './places.ts';

/** Pixels that a pointer goes before it is a drag and no click. */
const ENOUGH = 6;
/** Milliseconds over the tab of a day before that day is shown. */
const LINGER = 450;
/** Pixels from the edge of the window in which the page scrolls, and how far at a time. */
const EDGE = 60;
const STEP = 14;

/** What dragging does: the same as clicking and typing. */
export interface Dropping {
  /** Picks up the session of a cell, as a click on it does. */
  readonly pick: (href: string) => Promise<void>;
  /** Shows a day while something is picked. */
  readonly show: (tab: HTMLAnchorElement) => Promise<void>;
  /** Chooses a place, as a click on it does. */
  readonly drop: (place: HTMLElement) => void;
}

interface Held {
  readonly cell: HTMLElement;
  readonly pointer: number;
  readonly from: { readonly x: number; readonly y: number };
  ghost?: HTMLElement;
  at?: { readonly x: number; readonly y: number };
  over?: HTMLElement | undefined;
  tab?: { readonly link: Element; readonly timer: ReturnType<typeof setTimeout> } | undefined;
  scrolling?: ReturnType<typeof setInterval> | undefined;
}

/** Sessions that can be picked up with a mouse anywhere, and with a finger by their handle, and dropped on a place. */
export function dragging(editor: HTMLElement, { pick, show, drop }: Dropping): void {
  let held: Held | undefined;

  const handles = () => {
    for (const grid of editor.querySelectorAll('.pw-grid')) grid.classList.add('pw-grid--live');
    for (const cell of editor.querySelectorAll<HTMLElement>('[data-drag]')) {
      const grip = document.createElement('span');
      grip.className = 'pw-grip';
      grip.setAttribute('aria-hidden', 'true');
      grip.textContent = '⠿';
      cell.prepend(grip);
    }
  };
  handles();
  editor.addEventListener('exchanged', handles);

  editor.addEventListener('pointerdown', (event) => {
    const target = event.target as Element;
    const cell = target.closest<HTMLElement>('[data-drag]');
    const mayScroll = event.pointerType !== 'mouse' && !target.closest('.pw-grip');
    if (!cell || held || event.button !== 0 || mayScroll || target.closest('button, .day-grid__swap')) return;
    held = { cell, pointer: event.pointerId, from: { x: event.clientX, y: event.clientY } };
  });
  // A link would be dragged as an address.
  editor.addEventListener('dragstart', (event) => event.preventDefault());

  document.addEventListener('pointermove', (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    const { x, y } = held.from;
    if (!held.ghost && Math.hypot(event.clientX - x, event.clientY - y) < ENOUGH) return;
    if (!held.ghost) begin(held);
    event.preventDefault();
    held.at = { x: event.clientX, y: event.clientY };
    look(held);
  });
  document.addEventListener('pointerup', (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    const { ghost, over } = held;
    end();
    if (!ghost) return;
    // What comes after a drag is no click.
    const stop = (click: Event) => {
      click.preventDefault();
      click.stopPropagation();
    };
    addEventListener('click', stop, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', stop, { capture: true }), 0);
    if (over) drop(over);
  });
  document.addEventListener('pointercancel', () => end());
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !held?.ghost) return;
    event.stopImmediatePropagation();
    end();
  });

  function begin(now: Held): void {
    const title = now.cell.querySelector('.day-grid__title')?.textContent?.trim() ?? '';
    const ghost = document.createElement('div');
    ghost.className = 'pw-ghost';
    ghost.setAttribute('aria-hidden', 'true');
    const strong = document.createElement('strong');
    strong.textContent = title;
    ghost.append(strong, document.createElement('span'));
    document.body.append(ghost);
    document.body.classList.add('pw-dragging');
    // The cell it began on is about to be exchanged: what comes of the pointer goes to the page.
    document.documentElement.setPointerCapture(now.pointer);
    now.ghost = ghost;
    getSelection()?.removeAllRanges();
    now.scrolling = setInterval(() => scrollNear(now), 30);
    void pick(now.cell.dataset.drag ?? '').then(() => held === now && look(now));
  }

  /** What is under the pointer: a place, a row with places, or the tab of a day. */
  function look(now: Held): void {
    if (!now.at || !now.ghost) return;
    const { x, y } = now.at;
    now.ghost.style.left = `${Math.min(x + 14, innerWidth - now.ghost.offsetWidth - 8)}px`;
    now.ghost.style.top = `${Math.min(y + 18, innerHeight - now.ghost.offsetHeight - 8)}px`;
    const under = document.elementFromPoint(x, y);
    const tab = under?.closest<HTMLAnchorElement>('a[data-day]') ?? undefined;
    linger(now, tab);
    const over = tab ? undefined : placeAt(under, y);
    if (over !== now.over) {
      now.over?.classList.remove('pw-place--over');
      over?.classList.add('pw-place--over');
      now.over = over;
    }
    const words = now.ghost.lastElementChild;
    if (words) words.textContent = over ? wordsOf(over) : 'Drop it on a time';
  }

  function placeAt(under: Element | null, y: number): HTMLElement | undefined {
    const direct = under?.closest<HTMLElement>('[data-place]');
    if (direct) return direct;
    // Anywhere else in the row: by how far down it is.
    const row = under?.closest('.day-grid__row');
    const own = row ? [...row.querySelectorAll<HTMLElement>('[data-place]')] : [];
    const cell = under?.closest('td, th')?.getBoundingClientRect();
    if (!row || !cell) return undefined;
    const part = (y - cell.top) / Math.max(1, cell.height);
    if (own.length > 0 && cell.height <= row.getBoundingClientRect().height + 1)
      return own[Math.min(own.length - 1, Math.max(0, Math.floor(part * own.length)))];
    // A cell over several rows: the place beside the pointer.
    const all = placesIn(editor);
    const beside = all.find((p) => {
      const { top, bottom } = p.getBoundingClientRect();
      return y >= top && y <= bottom;
    });
    return beside ?? (own[0] ? nearest(editor, startOf(own[0])) : undefined);
  }

  function linger(now: Held, tab: HTMLAnchorElement | undefined): void {
    if (tab === now.tab?.link) return;
    if (now.tab) clearTimeout(now.tab.timer);
    now.tab = tab && {
      link: tab,
      timer: setTimeout(() => void show(tab).then(() => held === now && look(now)), LINGER),
    };
  }

  function scrollNear({ at }: Held): void {
    if (!at) return;
    if (at.y < EDGE) scrollBy(0, -STEP);
    else if (at.y > innerHeight - EDGE) scrollBy(0, STEP);
  }

  function end(): void {
    if (!held) return;
    held.ghost?.remove();
    held.over?.classList.remove('pw-place--over');
    if (held.tab) clearTimeout(held.tab.timer);
    clearInterval(held.scrolling);
    document.body.classList.remove('pw-dragging');
    held = undefined;
  }
}
