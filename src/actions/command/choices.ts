import { join } from 'node:path';
import { pretty } from '../../publish/pretty.ts';
import { costWords } from '../../publish/proof-words.ts';
import { type How, whereWritten, write } from './answer.ts';
import { type Desk, type Exit, fail } from './desk.ts';
import { repairWords } from './repair-words.ts';
import { type Report, reportObject } from './report.ts';
import { changeWords, headline, standing } from './words.ts';

/** The folder of a repair to choose: `choice-2`. */
const folderOf = (n: number): string => `choice-${n + 1}`;

/**
 * Says what each of several repairs changes, the one that disturbs fewest first, and writes each into a folder of its
 * own. As JSON: the first as `repair` alone gives it, and `choices`. Exit 0 where the first is good, else 3.
 */
export async function answerWithChoices(
  desk: Desk,
  reports: readonly Report[],
  { json, out }: How,
): Promise<Exit> {
  const [first] = reports;
  const files: (readonly string[])[] = [];
  for (const [n, report] of reports.entries()) {
    const written = out === undefined ? undefined : await write(desk, report, join(out, folderOf(n)));
    if (written?.ok === false) return fail(desk, written.why);
    files.push(written?.files ?? []);
  }
  if (json) {
    const choices = reports.map((report, n) => ({ ...choiceObject(report), files: files[n] }));
    desk.out(pretty({ ...reportObject(first!), choices, files: files.flat() }));
  } else
    desk.out(
      `${[headline(first!), ...reports.flatMap(told), ...only(reports), '', ...whereWritten(files.flat())].join('\n')}\n`,
    );
  return first!.verdict.good ? 0 : 3;
}

/** Of all that is said of a programme, what one repair has other than another. */
function choiceObject(report: Report): object {
  const { cost, repair, changes, placed, unplaced } = reportObject(report);
  return { cost, repair, changes, placed, unplaced };
}

function told(report: Report, n: number): readonly string[] {
  const { outcome, verdict } = report;
  return [
    '',
    `${n + 1}. ${standing(report)} What it costs: ${costWords(verdict.cost)}.`,
    ...(outcome?.repair ? repairWords(report, outcome.repair) : []).map((line) => `   ${line}`),
    ...changeWords(report).map((line) => `   ${line}`),
  ];
}

const only = (reports: readonly Report[]): readonly string[] =>
  reports.length === 1 ? ['', 'No other repair that was tried differs enough to be a choice.'] : [];
