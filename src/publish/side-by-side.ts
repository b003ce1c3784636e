import type { Alternative, Figures, Range } from '../programme/alternatives.ts';
import { changesBetween } from '../programme/changes.ts';
import type { Review } from '../review/review.ts';
import type { Minute } from '../time/span.ts';
import { clock, weekday } from '../time/words.ts';

/** A figure of several programmes, in their order. */
export interface FigureRow {
  readonly title: string;
  readonly cells: readonly FigureCell[];
}

export interface FigureCell {
  readonly text: string;
  /** Against the first: better, worse, or neither (the first itself too). */
  readonly is: 'better' | 'worse' | 'same';
}

/** One figure: what it is called, how it is written, and as a number that is better when it is less. */
interface Figure {
  readonly title: string;
  readonly text: (figures: Figures) => string;
  readonly weigh: (figures: Figures) => number;
  /** Always worth a row; others only where some programme has something there. */
  readonly always?: true;
}

const number = (title: string, of: (figures: Figures) => number, always?: true): Figure => ({
  title,
  text: (figures) => `${of(figures)}`,
  weigh: of,
  ...(always && { always }),
});

const hours = (minutes: Minute): string => `${Math.round(minutes / 6) / 10}`;
const span = ({ least, most }: Range): string => `${hours(least)} to ${hours(most)}`;
const tenths = (n: number): number => Math.round(n * 10) / 10;

/** The rows, in the order in which programmes are compared; days as they end, and how the work is shared. */
function figuresFor(review: Review, days: readonly number[]): readonly Figure[] {
  const { streams } = review;
  const ends = (day: number, f: Figures): Minute | undefined => f.days.find((d) => d.day === day)?.to;
  return [
    number('Sessions that must be held, left out', (f) => f.leftOut.must.length, true),
    number('Sessions that should be held, left out', (f) => f.leftOut.should.length, true),
    number('Sessions that could be held, left out', (f) => f.leftOut.could.length, true),
    number('Sessions taken by one peer alone', (f) => f.alone, true),
    number(
      streams === 2 ? 'Sessions in a third stream' : 'Sessions in a further stream',
      (f) => f.beyond,
      true,
    ),
    number('Sessions in the evening', (f) => f.evenings),
    number('Sessions at “if needed” times', (f) => f.ifNeeded),
    number('Journeys between sites', (f) => f.journeys),
    number('Full days of a peer without a free hour', (f) => f.withoutDownTime),
    ...days.map((day) => ({
      title: `Last session ends, ${weekday(review.week, day)}`,
      text: (f: Figures) => {
        const end = ends(day, f);
        return end === undefined ? 'none' : clock(end);
      },
      weigh: (f: Figures) => ends(day, f) ?? 0,
      always: true as const,
    })),
    {
      title: 'Hours of sessions a peer, least to most',
      text: (f) => span(f.work),
      weigh: (f) => f.work.most - f.work.least,
      always: true,
    },
    {
      title: 'Free hours a peer, least to most',
      text: (f) => span(f.free),
      weigh: (f) => -f.free.least,
      always: true,
    },
    {
      title: 'Points of wishes not met',
      text: (f) => `${tenths(f.points)}`,
      weigh: (f) => tenths(f.points),
      always: true,
    },
  ];
}

/** A programme with its figures. */
export type Beside = Pick<Alternative, 'programme' | 'figures'>;

/** Programmes side by side, a row a figure; rows in which there is nothing to see are left out. */
export function sideBySide(review: Review, programmes: readonly Beside[]): readonly FigureRow[] {
  const [first] = programmes;
  if (!first) return [];
  const days = [...new Set(programmes.flatMap((p) => p.figures.days.map((d) => d.day)))].sort(
    (a, b) => a - b,
  );
  const rows = figuresFor(review, days)
    .filter((figure) => figure.always || programmes.some((p) => figure.weigh(p.figures) !== 0))
    .map(({ title, text, weigh }): FigureRow => {
      const was = weigh(first.figures);
      const is = (n: number): FigureCell['is'] => (n === was ? 'same' : n < was ? 'better' : 'worse');
      return { title, cells: programmes.map((p) => ({ text: text(p.figures), is: is(weigh(p.figures)) })) };
    });
  return [...rows, movedRow(review, first, programmes)];
}

/** How many sessions are at another time than in the first, or in only one of the two. */
function movedRow(review: Review, first: Beside, programmes: readonly Beside[]): FigureRow {
  const moved = ({ programme }: Beside): number =>
    changesBetween(review, first.programme, programme).filter(
      (c) => c.moved.length === 0 || c.moved.includes('time'),
    ).length;
  return {
    title: 'Sessions at another time than in the first',
    cells: programmes.map((p) => ({ text: `${moved(p)}`, is: 'same' })),
  };
}
