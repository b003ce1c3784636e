import { CELL, type HoursOfWeek, type WeekCell } from '../../../solver/explain/hours/hours.ts';
import { counted } from '../../../src/publish/words.ts';
import { nameOf, sessionOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { DAY } from '../../../src/time/span.ts';
import { clock, weekday } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';

/** Few enough times for a session to be named. */
const FEW = 3;

/** How tight half an hour is, as a word beside the figure and as a tint. */
function levelOf({ could, drawn, streams }: WeekCell): { readonly word: string; readonly level: string } {
  if (could === 0) return { word: 'none', level: 'none' };
  if (drawn > 1.25 * streams) return { word: 'tight', level: 'tight' };
  if (drawn > 0.9 * streams) return { word: 'busy', level: 'busy' };
  return { word: '', level: 'free' };
}

/** The week hour by hour: how many sessions could be held then, and where it is tight. */
export function pictureView(review: Review, { cells, sessions }: HoursOfWeek) {
  const days = [...new Set(cells.map((c) => c.day))].sort((a, b) => a - b);
  const clocks = [...new Set(cells.map((c) => c.from % DAY))].sort((a, b) => a - b);
  const at = new Map(cells.map((c) => [c.from, c]));
  const steps: number[] = [];
  for (let t = clocks[0] ?? 0; t <= (clocks.at(-1) ?? -1); t += CELL) steps.push(t);
  return {
    days: days.map((day) => weekday(review.week, day)),
    rows: steps.map((t) => ({
      time: clock(t),
      cells: days.map((day) => {
        const cell = at.get(day * DAY + t);
        if (!cell) return { could: '', word: '', level: 'closed', title: 'No sessions then' };
        return {
          could: String(cell.could),
          ...levelOf(cell),
          title: `${counted(cell.could, 'session')} could be going on; ${cell.streams} at once`,
        };
      }),
    })),
    few: sessions
      // One whose time is given has the one place that it is to have.
      .filter((s) => s.times <= FEW && sessionOf(review, s.session)?.fixed === undefined)
      .map((s) => ({
        title: nameOf(review, s.session),
        href: addresses.sessions(review.id, { edit: s.session }),
        times: s.times === 0 ? 'can’t be held as things are' : `${counted(s.times, 'time')} left`,
        none: s.times === 0,
      })),
  };
}
