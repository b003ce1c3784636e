import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../src/intake/apart/jobs.ts';
import { readApart } from '../../../src/intake/apart/read-apart.ts';
import { apple, exchange, freeBusy, google, outlook } from '../calendar/shapes.ts';
import { excel, excelFiles, openpyxl, workbookOf, zipped } from '../spreadsheet/workbooks.ts';

const week = { firstDay: '2026-03-23', zone: 'Europe/London' };
const what = async (...asked: Parameters<typeof readApart>): Promise<string> => {
  const answer = await readApart(...asked);
  return answer.ok ? 'read' : answer.problems[0]!.what;
};

describe('reading a file in a thread of its own', () => {
  it('gives the same as reading it here', async () => {
    expect(await readApart({ read: 'table', text: 'Name,Job\nAnn,Doctor' })).toEqual({
      ok: true,
      value: [
        {
          name: '',
          rows: [
            ['Name', 'Job'],
            ['Ann', 'Doctor'],
          ],
        },
      ],
    });
    expect(await what({ read: 'workbook', bytes: excel })).toBe('read');
    expect(await what({ read: 'calendar', bytes: Buffer.from(google), week })).toBe('read');
  });

  it('ends what takes too long: this process goes on meanwhile', async () => {
    // Looking for the ends of these takes time by the square of their number.
    const endless = zipped({ ...excelFiles, 'xl/worksheets/sheet1.xml': `<a>${'<c '.repeat(2_000_000)}` });
    let turns = 0;
    const ticking = setInterval(() => turns++, 10);
    expect(await what({ read: 'workbook', bytes: endless }, { milliseconds: 2000, megabytes: 256 })).toBe(
      'The file takes too long to read.',
    );
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(20);
  }, 60_000);

  it('ends what takes too much room', async () => {
    const row = (n: number) => `<row r="${n}"><c r="A${n}" t="str"><v>${n}</v></c></row>`;
    const wide = workbookOf(Array.from({ length: 400_000 }, (_, i) => row(i + 1)).join(''));
    expect(await what({ read: 'workbook', bytes: wide }, { milliseconds: 60_000, megabytes: 24 })).toBe(
      'The file takes more room than there is to read it.',
    );
  }, 90_000);

  it('lets a few wait their turn, and answers all', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => readApart({ read: 'table', text: `Name,Job\nAnn ${n},Doctor` })),
    );
    expect(answers.map((answer) => answer.ok && answer.value[0]?.rows[1]?.[0])).toEqual(
      Array.from({ length: 8 }, (_, n) => `Ann ${n}`),
    );
  }, 60_000);

  it('asks the many who come at once to come back', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => what({ read: 'table', text: 'Name,Job\nAnn,Doctor' })),
    );
    expect(answers.filter((one) => one === 'Many files are being read at this moment.')).toHaveLength(8);
    expect(answers.filter((one) => one === 'read')).toHaveLength(22);
  }, 120_000);
});

/** A real file with bytes changed, taken out, doubled or put in. */
const mutated = (originals: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      original: fc.constantFrom(...originals),
      changes: fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          length: fc.nat(40),
          by: fc.constantFrom('change', 'take', 'double', 'put'),
          bytes: fc.uint8Array({ maxLength: 20 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    })
    .map(({ original, changes }) =>
      changes.reduce<Uint8Array>((bytes, { at, length, by, bytes: put }) => {
        const from = Math.floor(at * bytes.length);
        const [before, piece, after] = [
          bytes.slice(0, from),
          bytes.slice(from, from + length),
          bytes.slice(from + length),
        ];
        const middle = { change: [put], take: [], double: [piece, piece], put: [piece, put] }[by] ?? [];
        return Buffer.concat([before, ...middle, after]);
      }, original),
    );

/** A calendar whose rules are drawn from words of real ones, sense or not. */
const rules = fc
  .array(
    fc.constantFrom(
      'FREQ=DAILY',
      'FREQ=WEEKLY',
      'FREQ=MONTHLY',
      'FREQ=YEARLY',
      'FREQ=HOURLY',
      'FREQ=SECONDLY',
      'INTERVAL=0',
      'INTERVAL=1',
      'INTERVAL=-1',
      'COUNT=0',
      'COUNT=5',
      'COUNT=99999999',
      'UNTIL=20260324',
      'UNTIL=99991231T235959Z',
      'BYDAY=MO,TU',
      'BYDAY=5FR',
      'BYDAY=-6SU',
      'BYDAY=XX',
      'BYMONTHDAY=31',
      'BYMONTHDAY=0',
      'BYMONTH=2',
      'BYMONTH=13',
      'BYSETPOS=-1',
      'BYSETPOS=366',
      'BYWEEKNO=53',
      'BYYEARDAY=366',
      'BYHOUR=25',
      'BYSECOND=60',
      'WKST=SU',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) =>
    Buffer.from(
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:19990101T090000Z\nDTEND:19990101T100000Z\nRRULE:${parts.join(';')}\nEND:VEVENT\nEND:VCALENDAR`,
    ),
  );

/** How many files are tried: more where there is time. */
const runs = process.env.PEERWEEK_LONG ? 400 : 12;

describe('files that were changed at random', () => {
  // Whatever the file: an answer comes within the limits, and either it is read or what is wrong is said.
  const answered = async (job: Job): Promise<void> => {
    const answer = await readApart(job, { milliseconds: 5000, megabytes: 256 });
    if (!answer.ok) expect(answer.problems[0]!.mend).not.toBe('');
  };
  const text = [outlook, google, apple, exchange, freeBusy].map((one) => Buffer.from(one));

  it.each<[string, fc.Arbitrary<Job>]>([
    ['workbooks', mutated([excel, openpyxl]).map((bytes) => ({ read: 'workbook', bytes }))],
    [
      'tables',
      mutated([Buffer.from('Name,Job\nAnn,"a, b"\n'), Buffer.from('\ufeffName\tJob', 'utf16le')]).map(
        (bytes) => ({ read: 'workbook', bytes }),
      ),
    ],
    ['anything', fc.uint8Array({ maxLength: 3000 }).map((bytes) => ({ read: 'workbook', bytes }))],
    ['calendars', mutated(text).map((bytes) => ({ read: 'calendar', bytes, week }))],
    ['rules of what repeats', rules.map((bytes) => ({ read: 'calendar', bytes, week }))],
  ])(
    '%s',
    async (_, jobs) => {
      await fc.assert(fc.asyncProperty(jobs, answered), { numRuns: runs });
    },
    3_600_000,
  );
});
