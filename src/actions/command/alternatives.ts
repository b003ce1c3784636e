import { join } from 'node:path';
import { check } from '../../check/check.ts';
import { verdict } from '../../check/verdict.ts';
import type { Alternative, Alternatives } from '../../programme/alternatives.ts';
import type { SolveOptions } from '../../programme/outcome.ts';
import { pretty } from '../../publish/pretty.ts';
import { sideBySide } from '../../publish/side-by-side.ts';
import type { Review } from '../../review/review.ts';
import { whereWritten } from './answer.ts';
import { type Desk, type Exit, fail } from './desk.ts';
import { type Report, reportObject, reportOn } from './report.ts';
import { headline, standing } from './words.ts';

/** What goes with the question for alternatives. */
interface Asked {
  readonly most: number;
  readonly options: Pick<SolveOptions, 'seed' | 'effort' | 'timeLimit'>;
  readonly json: boolean;
  readonly out: string | undefined;
}

/** The folder of an alternative: `2-usual-streams`. */
const folderOf = (id: string, n: number): string => `${n + 1}-${id}`;

/** Finds alternatives to a programme that was built, says what each gains and costs, and writes them beside it. */
export async function answerWithAlternatives(
  desk: Desk,
  first: Report,
  { most, options, json, out }: Asked,
): Promise<Exit> {
  const { review } = first;
  const live = json ? undefined : desk.live;
  const found = await desk
    .findAlternatives(review, {
      ...options,
      first: first.programme,
      most,
      signal: desk.signal,
      progress: (tried, all) => live?.(`Looking for alternatives: ${tried} of ${all} tried.`),
    })
    .finally(() => live?.(''));
  const files: (readonly string[])[] = [];
  for (const [n, { id, programme }] of found.programmes.entries()) {
    const written =
      out === undefined ? undefined : await write(desk, review, programme, join(out, folderOf(id, n)));
    if (written?.ok === false) return fail(desk, written.why);
    files.push(written?.files ?? []);
  }
  if (json)
    desk.out(
      pretty({ ...reportObject(first), ...alternativesObject(review, found, files), files: files.flat() }),
    );
  else desk.out(`${[...told(first, found), '', ...whereWritten(files.flat())].join('\n')}\n`);
  return first.verdict.good ? 0 : 3;
}

async function write(desk: Desk, review: Review, programme: Alternative['programme'], folder: string) {
  const { writeFiles } = await import('./outputs.ts');
  const findings = check(review, programme);
  return writeFiles(
    desk,
    { review, programme, findings, verdict: verdict(review, programme, findings) },
    folder,
  );
}

const alternativesObject = (
  review: Review,
  { programmes, asides }: Alternatives,
  files: readonly (readonly string[])[],
): object => ({
  alternatives: programmes.map(
    ({ id, title, means, cost, figures, gains, costs, distance, programme }, n) => ({
      id,
      title,
      means,
      cost,
      figures,
      gains,
      costs,
      distance,
      unplaced: programme.unplaced,
      files: files[n],
    }),
  ),
  asides,
  sideBySide: sideBySide(review, programmes),
});

function told(first: Report, { programmes, asides }: Alternatives): readonly string[] {
  return [
    headline(first),
    ...programmes.flatMap((alternative, n) => [
      '',
      `${n + 1}. ${alternative.title}`,
      ...about(first, alternative, n),
    ]),
    '',
    ...table(first.review, programmes),
    ...(programmes.length === 1 ? ['', 'Nothing else that was tried differs enough to be a choice.'] : []),
    ...asides.flatMap((aside) => ['', aside]),
  ];
}

/** How the first stands; what the others gain and cost against it. */
function about(first: Report, { programme, means, gains, costs }: Alternative, n: number): readonly string[] {
  if (n === 0) return [`   ${standing(first)}`];
  return [
    `   ${means} ${standing(reportOn(first.review, programme))}`,
    ...gains.map((sentence) => `   + ${sentence}`),
    ...costs.map((sentence) => `   - ${sentence}`),
  ];
}

/** The figures in columns, one a programme. */
function table(review: Review, programmes: readonly Alternative[]): readonly string[] {
  const rows = sideBySide(review, programmes);
  const head = { title: '', cells: programmes.map((_, n) => ({ text: `${n + 1}` })) };
  const all = [head, ...rows];
  const width = Math.max(...all.map((row) => row.title.length));
  const widths = programmes.map((_, n) => Math.max(...all.map((row) => row.cells[n]!.text.length)));
  return all.map(({ title, cells }) =>
    [title.padEnd(width), ...cells.map(({ text }, n) => text.padStart(widths[n]!))].join('  ').trimEnd(),
  );
}
