import { elsewhereIn } from '../../solver/explain/elsewhere/elsewhere.ts';
import { OpenWeek } from '../../solver/explain/elsewhere/week.ts';
import type { Given } from './arguments.ts';
import type { Case } from './cases.ts';
import { programmeOf } from './programme.ts';
import { middle, type Table, took } from './tables.ts';

const least = (often: number, measure: () => number): number =>
  Math.min(...Array.from({ length: often }, measure));

const timed = (what: () => unknown): number => {
  const began = performance.now();
  what();
  return performance.now() - began;
};

/** The part `elsewhere`: every other place that one session could go, the whole week through; of every session. */
export async function measureElsewhere(cases: readonly Case[], { times }: Given): Promise<Table> {
  const rows: string[][] = [];
  for (const of of cases) {
    const review = of.review();
    const programme = await programmeOf(of);
    const opened = least(times, () => timed(() => new OpenWeek(review, programme)));
    const week = new OpenWeek(review, programme);
    let places = 0;
    const each = week.model.items.map(({ session: { id } }) => {
      places += elsewhereIn(week, id)!.places.length;
      return least(times, () => timed(() => elsewhereIn(week, id)));
    });
    rows.push([
      of.name,
      String(each.length),
      String(Math.round(places / each.length)),
      took(opened),
      took(middle(each)),
      took(Math.max(...each)),
    ]);
  }
  return {
    name: 'elsewhere',
    head: [
      'week',
      'sessions',
      'places asked of each',
      'programme laid open',
      'one session, in the middle',
      'slowest session',
    ],
    rows,
  };
}
