import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  oneMarkEach,
  readTypedDiary,
  type Setting,
  sayDiary,
} from '../../../src/intake/typed-diary/index.ts';
import { appendix11Frame } from '../../../src/review/frame.ts';
import { workingDay } from '../../../src/review/working-day.ts';
import { DAY, QUARTER, type Span } from '../../../src/time/span.ts';

/** Monday 23 March 2026; afternoons end at 6.30pm, where the last window does. */
const week = { firstDay: '2026-03-23', zone: 'Europe/London' };
const hours = workingDay(appendix11Frame(2, 2));
const asked = (asks: Setting['asks']): Setting => ({ week, hours, asks });

const said = (text: string, asks: Setting['asks'] = 'cant') => readTypedDiary(asked(asks), text).readBack;
const lost = (text: string) => readTypedDiary(asked('cant'), text).lost.map(({ words }) => words);

describe('what people type, read back', () => {
  it.each([
    // As the issue and the pages have it.
    [
      'Tue 10-12, not Thu, after 3 on Wed',
      ['Can’t: Tuesday 10.00am to 12.00pm; Wednesday from 3.00pm; Thursday all day.'],
    ],
    [
      'not Tuesday morning, Thursday after 2 if needed',
      ['Can’t: Tuesday until 12.00pm.', 'If needed: Thursday from 2.00pm.'],
    ],
    ['free all week except Mon 23 March 9.30-11', ['Can’t: Monday 9.30am to 11.00am.']],
    ['only Wed pm', ['Only: Wednesday 12.00pm to 6.30pm.']],
    ['prefer Friday 9 to 10.30', ['Prefers: Friday 9.00am to 10.30am.']],
    // Hours without am or pm are those of a working day.
    ['Tue 2-4', ['Can’t: Tuesday 2.00pm to 4.00pm.']],
    ['Tue 9-5', ['Can’t: Tuesday 9.00am to 5.00pm.']],
    ['Tue 10-2', ['Can’t: Tuesday 10.00am to 2.00pm.']],
    ['Tue 12-1', ['Can’t: Tuesday 12.00pm to 1.00pm.']],
    ['Tue 7-9', ['Can’t: Tuesday 7.00am to 9.00am.']],
    ['Tue 8-10pm', ['Can’t: Tuesday 8.00pm to 10.00pm.']],
    ['Tue 10-12pm', ['Can’t: Tuesday 10.00am to 12.00pm.']],
    ['Tue 9.30am – 11 a.m.', ['Can’t: Tuesday 9.30am to 11.00am.']],
    ['Tue 0930-1115', ['Can’t: Tuesday 9.30am to 11.15am.']],
    ['Tue 14:00 to 15:30', ['Can’t: Tuesday 2.00pm to 3.30pm.']],
    ['Tue between 10 and noon', ['Can’t: Tuesday 10.00am to 12.00pm.']],
    ['Tue half ten till noon', ['Can’t: Tuesday 10.30am to 12.00pm.']],
    [
      'not Wed after four o’clock, Thu quarter to three to five pm',
      ['Can’t: Wednesday from 4.00pm; Thursday 2.45pm to 5.00pm.'],
    ],
    ['Tue half past 2 to quarter to 4', ['Can’t: Tuesday 2.30pm to 3.45pm.']],
    ['Tue evening 7-9', ['Can’t: Tuesday 7.00pm to 9.00pm.']],
    ['before 10 on Tue', ['Can’t: Tuesday until 10.00am.']],
    ['Tue from 2 onwards', ['Can’t: Tuesday from 2.00pm.']],
    ['Tue until noon', ['Can’t: Tuesday until 12.00pm.']],
    ['Tue after lunch', ['Can’t: Tuesday from 2.00pm.']],
    ['Tuesday afternoon after 3', ['Can’t: Tuesday 3.00pm to 6.30pm.']],
    // Days, dates and runs of them.
    ['Mon-Wed 10-12', ['Can’t: Monday to Wednesday 10.00am to 12.00pm.']],
    ['Mon and Wed', ['Can’t: Monday and Wednesday all day.']],
    ['Mon, Tue and Fri 2-4', ['Can’t: Monday, Tuesday and Friday 2.00pm to 4.00pm.']],
    ['Mon/Tue am', ['Can’t: Monday and Tuesday until 12.00pm.']],
    ['24 March', ['Can’t: Tuesday all day.']],
    ['24-26 March, 9-10', ['Can’t: Tuesday to Thursday 9.00am to 10.00am.']],
    ['Tue, 10-12', ['Can’t: Tuesday 10.00am to 12.00pm.']],
    ['Tues 24th March 2026 10-12', ['Can’t: Tuesday 10.00am to 12.00pm.']],
    ['24/3 10-12', ['Can’t: Tuesday 10.00am to 12.00pm.']],
    ['2026-03-24', ['Can’t: Tuesday all day.']],
    ['Tue 24 10-12', ['Can’t: Tuesday 10.00am to 12.00pm.']],
    ['March 24', ['Can’t: Tuesday all day.']],
    ['from Thursday', ['Can’t: Thursday and Friday all day.']],
    ['until Tuesday', ['Can’t: Monday and Tuesday all day.']],
    ['away Mon 2pm to Wed noon', ['Can’t: Monday from 2.00pm; Tuesday all day; Wednesday until 12.00pm.']],
    ['mornings', ['Can’t: Monday to Friday until 12.00pm.']],
    ['every day 12-1', ['Can’t: Monday to Friday 12.00pm to 1.00pm.']],
    ['Wendesday', ['Can’t: Wednesday all day.']],
    // Times go with the days beside them.
    ['Tue 10-12 and 2-4', ['Can’t: Tuesday 10.00am to 12.00pm and 2.00pm to 4.00pm.']],
    ['Tue 10-12, 2-4', ['Can’t: Tuesday 10.00am to 12.00pm and 2.00pm to 4.00pm.']],
    ['10-12 Tue and 2-4 Wed', ['Can’t: Tuesday 10.00am to 12.00pm; Wednesday 2.00pm to 4.00pm.']],
    ['Tue 10-12 and Wed 2-4', ['Can’t: Tuesday 10.00am to 12.00pm; Wednesday 2.00pm to 4.00pm.']],
    ['Tue 10-12\nWed 2-4', ['Can’t: Tuesday 10.00am to 12.00pm; Wednesday 2.00pm to 4.00pm.']],
    // Words about them, before or after.
    ['Tuesday is best', ['Prefers: Tuesday all day.']],
    ['would rather not Tuesday', ['If needed: Tuesday all day.']],
    ['only if you must: Thursday', ['If needed: Thursday all day.']],
    ["I'm on leave Thursday and Friday", ['Can’t: Thursday and Friday all day.']],
    [
      "Sorry, I can't do Tue 10-12, Wed or Thu am",
      ['Can’t: Tuesday 10.00am to 12.00pm; Wednesday and Thursday until 12.00pm.'],
    ],
    [
      'Thu after 2 (if needed) and Fri 9-10',
      ['Can’t: Friday 9.00am to 10.00am.', 'If needed: Thursday from 2.00pm.'],
    ],
    ['not Thursday except 2-4', ['Can’t: Thursday until 2.00pm and from 4.00pm.']],
    [
      'not Thursday, but Thursday 2-4 if needed',
      ['Can’t: Thursday until 2.00pm and from 4.00pm.', 'If needed: Thursday 2.00pm to 4.00pm.'],
    ],
    [
      'Thursday 2-4 if needed, not Thursday',
      ['Can’t: Thursday until 2.00pm and from 4.00pm.', 'If needed: Thursday 2.00pm to 4.00pm.'],
    ],
    ['Any time is fine', ['Any time is fine.']],
    ['any time on Tuesday', ['Only: Tuesday all day.']],
    ['not free Monday', ['Can’t: Monday all day.']],
    // Somebody who says when they can can't at other times.
    ['I can do Tue 10-12', ['Only: Tuesday 10.00am to 12.00pm.']],
    [
      'I can do Tue 10-12 or Wed pm, prefer Tue',
      [
        'Only: Tuesday 10.00am to 12.00pm; Wednesday 12.00pm to 6.30pm.',
        'Prefers: Tuesday 10.00am to 12.00pm.',
      ],
    ],
    [
      'free Tue 10-12, Wed at a pinch',
      ['Only: Tuesday 10.00am to 12.00pm; Wednesday all day.', 'If needed: Wednesday all day.'],
    ],
    ['not Tuesday, free Tue 10-12', ['Can’t: Tuesday until 10.00am and from 12.00pm.']],
    ['not Tuesday, otherwise free', ['Can’t: Tuesday all day.']],
    ['Tue 10-12 is fine, otherwise busy', ['Only: Tuesday 10.00am to 12.00pm.']],
    // Off the quarter hour: never more is offered than was said.
    ['not Tue 10.10-10.50', ['Can’t: Tuesday 10.00am to 11.00am.']],
    ['only Tue 10.10-10.50', ['Only: Tuesday 10.15am to 10.45am.']],
    [
      'only Tue 10.10-10.50, prefer Tue',
      ['Only: Tuesday 10.15am to 10.45am.', 'Prefers: Tuesday 10.15am to 10.45am.'],
    ],
  ])('%s', (text, sentences) => {
    expect(said(text)).toEqual(sentences);
    expect(lost(text)).toEqual([]);
  });

  it.each([
    ['Tue 10-12, not Thu, after 3 on Wed', ['Only: Tuesday 10.00am to 12.00pm; Wednesday from 3.00pm.']],
    ['Tue 10-12', ['Only: Tuesday 10.00am to 12.00pm.']],
    ['not Tue 10-12', ['Can’t: Tuesday 10.00am to 12.00pm.']],
    ['not Tue, Wed 10-12', ['Can’t: Tuesday all day; Wednesday 10.00am to 12.00pm.']],
  ])('answers "When can you be seen?": %s', (text, sentences) => {
    expect(said(text, 'can')).toEqual(sentences);
  });
});

describe('words that are not understood', () => {
  it.each([
    ['Tue 10-12 cabinet briefing', ['cabinet briefing']],
    ['Tue 10', ['10']],
    ['Sat 10-12', ['Sat 10-12']],
    ['Mon 24 March 9.30-11', ['Mon 24 March 9.30-11']],
    ['31 March', ['31 March']],
    ['Tzsdy 10-12', ['Tzsdy', '10-12']],
    ['Tue 25.00-26.00', ['25.00', '26.00']],
    ['Tue 12pm-9am', ['12pm-9am']],
    ['busy', ['busy']],
    ['Fri-Mon', ['Fri-Mon']],
    ['', []],
    ['🙂 Tue', ['🙂']],
  ])('%s', (text, words) => {
    expect(lost(text)).toEqual(words);
  });

  it('says why where it can', () => {
    expect(readTypedDiary(asked('cant'), 'Tue 10').lost).toEqual([
      { words: '10', from: 4, to: 6, why: 'Say from when to when, such as 10 to 11, or after 10.' },
    ]);
  });
});

/** Whole quarters of days 0 to 5, no two marks on one. */
const diaries = fc
  .array(
    fc.record({
      mark: fc.constantFrom('busy' as const, 'ifNeeded' as const, 'preferred' as const),
      from: fc.integer({ min: 0, max: (6 * DAY) / QUARTER - 1 }),
      quarters: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 6 * 96 })),
    }),
    { maxLength: 8 },
  )
  .map((marks) => {
    const of = (wanted: string): Span[] =>
      marks
        .filter((m) => m.mark === wanted)
        .map((m) => ({ from: m.from * QUARTER, to: Math.min((m.from + m.quarters) * QUARTER, 6 * DAY) }));
    return oneMarkEach({ busy: of('busy'), ifNeeded: of('ifNeeded'), preferred: of('preferred') });
  });

describe('reading back', () => {
  it('every diary that is said reads as the same diary, whatever was asked, and every word is understood', () => {
    fc.assert(
      fc.property(diaries, fc.constantFrom('cant' as const, 'can' as const), (diary, asks) => {
        const read = readTypedDiary(asked(asks), sayDiary(week, diary).join(' '));
        expect(read.diary).toEqual(diary);
        expect(read.lost).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, gives spans of the week on the quarter hour, and points at words of the text', () => {
    const words = fc.constantFrom(
      'Tue',
      'not',
      '10',
      '-',
      '12',
      'and',
      ',',
      'only',
      'after',
      'if needed',
      'except',
      '.',
      'pm',
      '24 March',
      'to',
      'from',
      'all week',
      'free',
      'otherwise',
      'zzz',
      '\n',
      'Wed',
      'until',
      'between',
      'prefer',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 15 }).map((w) => w.join(' ')),
        ),
        (text) => {
          const { diary, lost: notRead } = readTypedDiary(asked('cant'), text);
          for (const { from, to } of [...diary.busy, ...diary.ifNeeded, ...diary.preferred])
            expect([from % QUARTER, to % QUARTER, from >= 0, from < to, to <= 6 * DAY]).toEqual([
              0,
              0,
              true,
              true,
              true,
            ]);
          for (const { words: w, from, to } of notRead) expect(text.slice(from, to)).toBe(w);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
