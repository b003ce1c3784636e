import { pretty } from '../../publish/pretty.ts';
import { costWords, proofWords } from '../../publish/proof-words.ts';
import { type Desk, type Exit, fail } from './desk.ts';
import { repairWords } from './repair-words.ts';
import { type Report, reportObject } from './report.ts';
import { changeWords, conflictWords, findingWords, headline, leftOutWords, standing } from './words.ts';

/** What an answer may be given as: one JSON object; files in a folder. */
export interface How {
  readonly json: boolean;
  readonly out: string | undefined;
}

/** Says what was built or mended, and writes it where a folder was named. Exit 0 where it is good, else 3. */
export async function answerWith(desk: Desk, report: Report, { json, out }: How): Promise<Exit> {
  const written = out === undefined ? undefined : await write(desk, report, out);
  if (written?.ok === false) return fail(desk, written.why);
  const files = written?.files ?? [];
  if (json) desk.out(pretty({ ...reportObject(report), files }));
  else desk.out(`${[...built(report), '', ...whereWritten(files)].join('\n')}\n`);
  return report.verdict.good ? 0 : 3;
}

/** Writes a report's files; what makes pages and calendars is loaded only where files are asked for. */
export async function write(desk: Desk, report: Report, folder: string) {
  const { writeFiles } = await import('./outputs.ts');
  return writeFiles(desk, report, folder);
}

function built(report: Report): readonly string[] {
  const { outcome, verdict, programme } = report;
  return [
    headline(report),
    standing(report),
    `What it costs: ${costWords(verdict.cost)}.`,
    ...(outcome?.repair ? repairWords(report, outcome.repair) : outcome ? [proofWords(outcome)] : []),
    ...(report.changes ? ['', ...changeWords(report)] : []),
    ...(programme.unplaced.length > 0 ? ['', 'Not placed:', ...leftOutWords(report)] : []),
    ...(outcome && outcome.conflicts.length > 0
      ? ['', 'What stands in the way, and what would mend it:', ...conflictWords(outcome)]
      : []),
    ...findingWords(report, false),
  ];
}

/** Which files there are, or how to have some. */
export const whereWritten = (files: readonly string[]): readonly string[] =>
  files.length === 0
    ? ['Nothing was written: name a folder with --out DIR to have the programme, its page and its calendars.']
    : ['Written:', ...files.map((path) => `  ${path}`)];
