import { type Paint, paintQuarter, QUARTERS, quartersOf, type Shown } from '../diary/painted.ts';

const words: Readonly<Record<Paint, string>> = { c: 'can’t', i: 'if needed', p: 'prefer', '': 'free' };

interface Cell {
  readonly quarter: number;
  readonly row: number;
  readonly column: number;
  readonly box: HTMLInputElement;
  readonly td: HTMLTableCellElement;
  /** `Tuesday 9.15am`. */
  readonly name: string;
}

/** A table of quarter hours that is painted by mouse, finger and keyboard. The boxes in it say what is marked. */
export class PaintGrid {
  quarters: Paint[];
  readonly #table: HTMLTableElement;
  readonly #shown: Shown;
  readonly #cells: readonly Cell[];
  readonly #mark: () => Paint;
  readonly #changed: () => void;
  /** A stroke that goes on: where it began, what was there before, and what it paints. */
  #stroke: { readonly from: Cell; readonly before: Paint[]; readonly paint: Paint } | undefined;

  constructor(table: HTMLTableElement, painted: string, mark: () => Paint, changed: () => void) {
    this.#table = table;
    this.#shown = { first: Number(table.dataset.first), last: Number(table.dataset.last) };
    this.#mark = mark;
    this.#changed = changed;
    this.quarters = quartersOf(painted);
    this.#cells = [...table.querySelectorAll<HTMLInputElement>('td input')].map((box, i) => {
      // What is ticked is a mark now: the form sends the painted week instead.
      box.removeAttribute('name');
      box.tabIndex = i === 0 ? 0 : -1;
      const td = box.closest('td') as HTMLTableCellElement;
      const name = (box.getAttribute('aria-label') ?? '').replace(/, [^,]*$/, '');
      const column = td.cellIndex - 1;
      return { quarter: Number(box.value), row: Math.floor(i / 5), column, box, td, name };
    });
    this.#byPointer();
    this.#byFinger();
    this.#byKeyboard();
    this.#byHeading();
    this.draw();
  }

  draw(): void {
    for (const { quarter, box, td, name } of this.#cells) {
      const mark = this.quarters[quarter] ?? '';
      if (mark) td.dataset.mark = mark;
      else delete td.dataset.mark;
      box.checked = mark !== '';
      box.setAttribute('aria-label', `${name}, ${words[mark]}`);
    }
  }

  /** Paints everything anew: `quarters` has all of the week. */
  paint(quarters: readonly Paint[]): void {
    this.quarters = quarters.slice(0, QUARTERS);
    this.draw();
    this.#changed();
  }

  #cellAt(target: EventTarget | null): Cell | undefined {
    const td = target instanceof Element ? target.closest('td') : null;
    return td ? this.#cells.find((cell) => cell.td === td) : undefined;
  }

  #begin(cell: Cell): void {
    const mark = this.#mark();
    // To begin on a time that has the mark already is to rub it out.
    const paint = this.quarters[cell.quarter] === mark ? '' : mark;
    this.#stroke = { from: cell, before: [...this.quarters], paint };
    this.#extend(cell);
  }

  /** Paints all between where the stroke began and here. */
  #extend(to: Cell): void {
    if (!this.#stroke) return;
    const { from, before, paint } = this.#stroke;
    const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
    const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
    this.quarters = [...before];
    for (const { row, column, quarter } of this.#cells)
      if (row >= top && row <= bottom && column >= left && column <= right)
        paintQuarter(this.quarters, quarter, paint, this.#shown);
    this.draw();
  }

  #end(): void {
    if (!this.#stroke) return;
    this.#stroke = undefined;
    this.#changed();
  }

  #byPointer(): void {
    const table = this.#table;
    table.addEventListener('pointerdown', (event) => {
      const cell = this.#cellAt(event.target);
      if (!cell || event.pointerType === 'touch' || event.button !== 0) return;
      event.preventDefault();
      this.#focus(cell);
      this.#begin(cell);
    });
    table.addEventListener('pointerover', (event) => {
      const cell = this.#cellAt(event.target);
      if (cell && event.pointerType !== 'touch' && event.buttons === 1) this.#extend(cell);
    });
    addEventListener('pointerup', (event) => {
      if (event.pointerType !== 'touch') this.#end();
    });
    // A click ticks a box by itself: painting has done that.
    table.addEventListener('click', (event) => {
      const cell = this.#cellAt(event.target);
      if (!cell) return;
      event.preventDefault();
      const ofPointer = event.detail > 0 && (event as PointerEvent).pointerType !== 'touch';
      if (!ofPointer && event.timeStamp > this.#quietUntil) this.#tap(cell);
      // The browser puts a box back as it was once a click was refused: say once more what it is.
      setTimeout(() => this.draw());
    });
  }

  #tap(cell: Cell): void {
    this.#begin(cell);
    this.#end();
  }

  /** A finger was held still, and paints as it goes on. */
  #held = false;
  /** The click that a browser makes of a finger that painted is none. */
  #quietUntil = 0;

  /** A finger that moves at once scrolls the page; one that is held paints; one that taps marks one time. */
  #byFinger(): void {
    const table = this.#table;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = (event: TouchEvent) => {
      clearTimeout(timer);
      if (this.#held) this.#quietUntil = event.timeStamp + 500;
      this.#held = false;
      this.#end();
    };
    table.addEventListener(
      'touchstart',
      (event) => {
        const cell = this.#cellAt(event.target);
        clearTimeout(timer);
        if (!cell || event.touches.length > 1) return;
        timer = setTimeout(() => {
          this.#held = true;
          this.#begin(cell);
        }, 250);
      },
      { passive: true },
    );
    table.addEventListener(
      'touchmove',
      (event) => {
        if (!this.#held) return clearTimeout(timer);
        event.preventDefault();
        const touch = event.touches[0];
        const cell = touch && this.#cellAt(document.elementFromPoint(touch.clientX, touch.clientY));
        if (cell) this.#extend(cell);
      },
      { passive: false },
    );
    table.addEventListener('touchend', stop);
    table.addEventListener('touchcancel', stop);
    table.addEventListener('contextmenu', (event) => {
      if (this.#held) event.preventDefault();
    });
  }

  #byKeyboard(): void {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-4, 0],
      PageDown: [4, 0],
    };
    this.#table.addEventListener('keydown', (event) => {
      const cell = this.#cellAt(event.target);
      const step = steps[event.key];
      if (!cell || !step) return;
      event.preventDefault();
      const rows = this.#cells.length / 5;
      const row = Math.min(rows - 1, Math.max(0, cell.row + step[0]));
      const next = this.#cells[row * 5 + Math.min(4, Math.max(0, cell.column + step[1]))];
      if (!next) return;
      this.#focus(next);
      if (!event.shiftKey) return this.#end();
      if (!this.#stroke) this.#begin(cell);
      this.#extend(next);
    });
    this.#table.addEventListener('keyup', (event) => {
      if (event.key === 'Shift') this.#end();
    });
    this.#table.addEventListener('focusin', (event) => {
      const cell = this.#cellAt(event.target);
      for (const { box } of this.#cells) box.tabIndex = box === cell?.box ? 0 : -1;
    });
  }

  #focus(cell: Cell): void {
    cell.box.focus({ preventScroll: false });
  }

  /** The name of a day is a button that marks all of it. */
  #byHeading(): void {
    for (const heading of this.#table.querySelectorAll<HTMLElement>('th[data-day]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'pw-paint__day';
      button.append(...(heading.firstElementChild ?? heading).childNodes);
      heading.replaceChildren(button);
      button.addEventListener('click', () => {
        const ofDay = this.#cells.filter((cell) => cell.column === Number(heading.dataset.day) - 1);
        const mark = this.#mark();
        const paint = ofDay.every((cell) => this.quarters[cell.quarter] === mark) ? '' : mark;
        for (const { quarter } of ofDay) paintQuarter(this.quarters, quarter, paint, this.#shown);
        this.draw();
        this.#changed();
      });
    }
  }
}
