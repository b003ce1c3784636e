import { join } from 'node:path';
import { calendarFor } from '../../publish/calendar.ts';
import { placementsCsv } from '../../publish/csv.ts';
import { programmeToJson } from '../../publish/json.ts';
import { printablePage } from '../../publish/page/programme.ts';
import type { Desk } from './desk.ts';
import type { Report } from './report.ts';

/** The files of a programme, each with its path within the folder. */
function filesOf({
  review,
  programme,
  findings,
}: Report): readonly (readonly [path: string, text: string])[] {
  return [
    ['programme.json', programmeToJson(review, programme)],
    ['programme.html', printablePage(review, programme, findings)],
    ['placements.csv', placementsCsv(review, programme)],
    ['programme.ics', calendarFor(review, programme, { whole: true })!],
    ...review.peers.map(
      ({ id }) => [join('calendars', `${id}.ics`), calendarFor(review, programme, { peer: id })!] as const,
    ),
  ];
}

/** Writes a programme in every form into a folder. Gives the paths, or a sentence where one can't be written. */
export async function writeFiles(
  desk: Desk,
  report: Report,
  folder: string,
): Promise<
  { readonly ok: true; readonly files: readonly string[] } | { readonly ok: false; readonly why: string }
> {
  const files: string[] = [];
  for (const [name, text] of filesOf(report)) {
    const path = join(folder, name);
    const why = await desk.write(path, text);
    if (why !== undefined) return { ok: false, why };
    files.push(path);
  }
  return { ok: true, files };
}
