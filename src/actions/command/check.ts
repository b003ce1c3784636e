import { pretty } from '../../publish/pretty.ts';
import { costWords } from '../../publish/proof-words.ts';
import type { Face, Given } from './arguments.ts';
import type { Desk, Exit } from './desk.ts';
import { inputBoth } from './inputs.ts';
import { reportObject, reportOn } from './report.ts';
import { findingWords, headline, leftOutWords, standing } from './words.ts';

export const checkFace = {
  verb: 'check',
  means: 'Says what the rule book finds in a programme, worst first; one made by hand too.',
  wants: ['REVIEW', 'PROGRAMME'],
  options: { json: { takes: 'nothing', means: 'answer with one JSON object' } },
} as const satisfies Face;

/** Asks the rule book about a programme in a file. Exit 0 where no must rule is broken without an exception, else 3. */
export async function check(desk: Desk, args: Given): Promise<Exit> {
  const json = args.flag('json');
  const input = await inputBoth(desk, args.given, json);
  if (!input.ok) return input.exit;
  const report = reportOn(input.value.review, input.value.programme);
  if (json) desk.out(pretty(reportObject(report)));
  else {
    const left = leftOutWords(report);
    const lines = [
      headline(report),
      standing(report),
      `What it costs: ${costWords(report.verdict.cost)}.`,
      ...(left.length > 0 ? ['', 'Not placed:', ...left] : []),
      ...findingWords(report, true),
    ];
    desk.out(`${lines.join('\n')}\n`);
  }
  return report.verdict.broken.length === 0 ? 0 : 3;
}
