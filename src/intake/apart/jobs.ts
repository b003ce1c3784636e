import type { Entry } from '../../entry/entry.ts';
import type { WholeReview } from '../../review/whole.ts';
import type { Week } from '../../time/week.ts';
import type { BroughtIn, How, Table } from '../bring-in/bring-in.ts';
import type { CalendarRead } from '../calendar/calendar.ts';
import type { Reading } from '../problem.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';

/** What is read apart from everything else: files and texts that anybody may have made. */
export type Job =
  | { readonly read: 'workbook'; readonly bytes: Uint8Array }
  | { readonly read: 'table'; readonly text: string }
  | { readonly read: 'whole'; readonly bytes: Uint8Array }
  | { readonly read: 'calendar'; readonly bytes: Uint8Array; readonly week: Week; readonly owner?: string }
  | {
      readonly read: 'bring';
      readonly entry: Entry;
      readonly tables: readonly Table[];
      readonly how: How;
    };

interface Answers {
  readonly workbook: readonly Sheet[];
  readonly table: readonly Sheet[];
  readonly whole: WholeReview;
  readonly calendar: CalendarRead;
  readonly bring: BroughtIn;
}

export type Answer<J extends Job> = Reading<Answers[J['read']]>;

/** Does a job, in whatever thread this runs; only what it needs is loaded. */
export async function carryOut(job: Job): Promise<Reading<Answers[Job['read']]>> {
  if (job.read === 'bring') {
    const { bringIn } = await import('../bring-in/bring-in.ts');
    return { ok: true, value: bringIn(job.entry, job.tables, job.how) };
  }
  if (job.read === 'whole') {
    const { readWhole } = await import('../whole/read-whole.ts');
    return readWhole(job.bytes);
  }
  if (job.read !== 'calendar') {
    const { readTable, readWorkbook } = await import('../spreadsheet/workbook.ts');
    return job.read === 'table' ? readTable(job.text) : readWorkbook(job.bytes);
  }
  const { readCalendar } = await import('../calendar/calendar.ts');
  return readCalendar(job.bytes, job.week, job.owner);
}
