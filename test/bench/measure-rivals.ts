import type { Given } from './arguments.ts';
import { askRival, type RivalAnswer } from './ask-rival.ts';
import type { Case } from './cases.ts';
import { searchFigures } from './measure-search.ts';
import { type Searched, whenAsGood } from './ours.ts';
import { rivals } from './rivals.ts';
import { costWords, middle, type Table, times, took } from './tables.ts';

/** Every other engine has this many times as long as our search took, and at least so many milliseconds. */
const TIMES_OURS = 10;
const AT_LEAST = 2_000;

/** How long the other took to its best, by how long ours took to one at least as good; undefined where ours has none. */
function ratio(answer: RivalAnswer, ours: Searched): number | undefined {
  if (!answer.cost) return undefined;
  const at = whenAsGood(ours.trail, answer.cost);
  return at === undefined ? undefined : answer.took / at;
}

function cell(answer: RivalAnswer, ours: Searched): string {
  if (!answer.cost) return `none: ${answer.end === 'done' ? answer.note || 'no answer' : answer.end}`;
  const by = ratio(answer, ours);
  const moved = answer.moved > 0 ? `, ${answer.moved} moved` : '';
  return `${costWords(answer.cost)} (${by === undefined ? '**better**' : times(by)}${moved})`;
}

/**
 * The part `rivals`: the other engines on the same reviews in the same run. A cell has the cost of what the other
 * found in ten times our time and, in brackets, how many times as long it took as ours to be as good.
 */
export async function measureRivals(cases: readonly Case[], given: Given): Promise<Table> {
  const ratios = new Map<string, number[]>(given.rivals.map((name) => [name, []]));
  const better = new Map<string, number>();
  const rows: string[][] = [];
  for (const of of cases) {
    const ours = searchFigures(of, given.times);
    const milliseconds = Math.max(AT_LEAST, TIMES_OURS * ours.took);
    const cells: string[] = [];
    for (const name of given.rivals) {
      const answer = await askRival(name, of, milliseconds);
      cells.push(cell(answer, ours.run));
      const by = ratio(answer, ours.run);
      if (by !== undefined) ratios.get(name)!.push(by);
      else if (answer.cost) better.set(name, (better.get(name) ?? 0) + 1);
    }
    rows.push([of.name, `${costWords(ours.cost)} in ${took(ours.best)}`, ...cells]);
  }
  const summary = given.rivals.map((name) => {
    const all = ratios.get(name)!;
    const answered = all.length + (better.get(name) ?? 0);
    return all.length === 0
      ? `${answered} of ${cases.length} answered`
      : `**${answered} of ${cases.length} answered; ${times(middle(all)!)} in the middle, ${times(Math.min(...all))} at least; better ${better.get(name) ?? 0} times**`;
  });
  rows.push(['**all**', '', ...summary]);
  return {
    name: 'rivals',
    head: ['week', 'ours', ...given.rivals.map((name) => rivals[name]!.name)],
    rows,
    notes: given.rivals.map((name) => `${rivals[name]!.name}: ${rivals[name]!.how}.`),
  };
}
