import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../src/intake/calendar/calendar.ts';
import type { Span } from '../../../src/time/span.ts';
import type { Week } from '../../../src/time/week.ts';
import { spanName } from '../../../src/time/words.ts';
import { apple, exchange, freeBusy, google, outlook } from './shapes.ts';

const week: Week = { firstDay: '2026-03-23', zone: 'Europe/London' };
/** The clocks go forward on the day before day 1. */
const summer: Week = { firstDay: '2026-03-30', zone: 'Europe/London' };

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function reading(text: string | Uint8Array, of: Week = week, owner?: string) {
  const result = readCalendar(typeof text === 'string' ? bytes(text) : text, of, owner);
  if (!result.ok) throw new Error(result.problems.map((p) => p.what).join(' '));
  const words = (spans: readonly Span[]) => spans.map((span) => spanName(of, span));
  return {
    busy: words(result.value.busy),
    ifNeeded: words(result.value.ifNeeded),
    remarks: result.value.remarks,
    read: result.value,
  };
}

const trouble = (content: string | Uint8Array): string => {
  const result = readCalendar(typeof content === 'string' ? bytes(content) : content, week);
  return result.ok ? 'read' : result.problems.map((p) => p.what).join(' ');
};

const calendar = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...fields: string[]): string =>
  ['BEGIN:VEVENT', `UID:${fields.join()}`, 'SUMMARY:Secret', ...fields, 'END:VEVENT'].join('\r\n');

describe('calendars as programs write them', () => {
  it('reads Outlook: Windows zones, busy, away, tentative and free, a weekly meeting, lines folded with tabs', () => {
    const { busy, ifNeeded, remarks, read } = reading(outlook);
    expect(busy).toEqual(['Tuesday, 9.00am to 10.30am', 'Wednesday, 9.00am to 10.00am', 'Friday, all day']);
    expect(ifNeeded).toEqual(['Thursday, 2.00pm to 3.00pm']);
    expect(remarks).toEqual([]);
    expect([read.owner, read.events, read.inWeek, read.free]).toEqual([
      'priya.shah@elmshire.gov.uk',
      5,
      5,
      1,
    ]);
  });

  it('reads Google: UTC, a series with one moved, one cancelled and one left out, what its owner declined', () => {
    const { busy, ifNeeded } = reading(google);
    expect(busy).toEqual([
      'Monday, 8.30am to 9.15am',
      'Monday, 2.00pm to 3.00pm',
      'Tuesday, 8.30am to 9.15am',
      'Wednesday, 10.00am to 10.45am',
    ]);
    expect(ifNeeded).toEqual([]);
  });

  it('reads Apple: times without a zone, a length instead of an end, all day without one, a zone across the sea', () => {
    const { busy } = reading(apple);
    expect(busy).toEqual([
      'Monday, 4.00pm to 5.30pm',
      'Tuesday, all day',
      // New York is four hours behind in that week: its clocks go forward three weeks before London's.
      'Wednesday, 9.00am to 10.00am',
    ]);
  });

  it('reads Exchange: Windows zones without rules, and working elsewhere as a time that could give way', () => {
    const { busy, ifNeeded } = reading(exchange);
    expect(busy).toEqual(['Tuesday, 9.30am to 11.00am']);
    expect(ifNeeded).toEqual(['Wednesday, 2.00pm to 3.00pm', 'Thursday, 9.00am to 5.00pm']);
  });

  it('reads a free/busy answer, several periods a line', () => {
    const { busy, ifNeeded } = reading(freeBusy);
    expect(busy).toEqual(['Monday, 9.00am to 10.00am', 'Monday, 1.00pm to 1.45pm', 'Wednesday, all day']);
    expect(ifNeeded).toEqual(['Tuesday, 9.00am to 12.00pm']);
  });

  it('keeps times alone: no title, place or note of any appointment', () => {
    for (const text of [outlook, google, apple, exchange, freeBusy]) {
      const kept = JSON.stringify(reading(text).read);
      for (const word of ['onfidential', 'Ward', 'birthday', 'leave', 'School', 'someone.else', 'Huddle'])
        expect(kept).not.toContain(word);
    }
  });
});

describe('times and zones', () => {
  it('goes by the clocks of the day: British summer time from UTC and from a zone', () => {
    const text = calendar(
      event('DTSTART:20260331T090000Z', 'DTEND:20260331T100000Z'),
      event('DTSTART;TZID=Europe/London:20260401T090000', 'DTEND;TZID=Europe/London:20260401T100000'),
      event('DTSTART:20260402T090000', 'DTEND:20260402T100000'),
    );
    expect(reading(text, summer).busy).toEqual([
      'Tuesday, 10.00am to 11.00am',
      'Wednesday, 9.00am to 10.00am',
      'Thursday, 9.00am to 10.00am',
    ]);
  });

  it('keeps a weekly meeting at its hour when the clocks change', () => {
    const text = calendar(
      event(
        'DTSTART;TZID=Europe/London:20260106T100000',
        'DTEND;TZID=Europe/London:20260106T110000',
        'RRULE:FREQ=WEEKLY',
      ),
    );
    expect(reading(text).busy).toEqual(['Tuesday, 10.00am to 11.00am']);
    expect(reading(text, summer).busy).toEqual(['Tuesday, 10.00am to 11.00am']);
  });

  it.each([
    ['/mozilla.org/20050126_1/Europe/London', 'Tuesday, 9.00am to 10.00am'],
    ['"(UTC+00:00) Dublin, Edinburgh, Lisbon, London"', 'Tuesday, 9.00am to 10.00am'],
    ['Europe/Paris', 'Tuesday, 8.00am to 9.00am'],
    ['Romance Standard Time', 'Tuesday, 8.00am to 9.00am'],
    ['"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"', 'Tuesday, 8.00am to 9.00am'],
    ['"(UTC-05:00) Eastern Time (US & Canada)"', 'Tuesday, 1.00pm to 2.00pm'],
    ['Etc/UTC', 'Tuesday, 9.00am to 10.00am'],
    ['UTC', 'Tuesday, 9.00am to 10.00am'],
  ])('knows the zone %s without being told its rules', (zone, span) => {
    const text = calendar(
      event(`DTSTART;TZID=${zone}:20260324T090000`, `DTEND;TZID=${zone}:20260324T100000`),
    );
    expect(reading(text).busy).toEqual([span]);
  });

  it('refuses a zone that nobody knows, by its name, rather than take its times for ours', () => {
    const text = calendar(
      event('DTSTART;TZID=Middle Earth Time:20260324T090000', 'DTEND;TZID=Middle Earth Time:20260324T100000'),
    );
    expect(trouble(text)).toBe('It has times in a time zone “Middle Earth Time” that is not known.');
  });

  it('rounds outward to the quarter hour, and joins what touches', () => {
    const text = calendar(
      event('DTSTART:20260324T091000Z', 'DTEND:20260324T092500Z'),
      event('DTSTART:20260324T093000Z', 'DTEND:20260324T094501Z'),
    );
    expect(reading(text).busy).toEqual(['Tuesday, 9.00am to 10.00am']);
  });

  it('keeps the week alone of what is longer', () => {
    const text = calendar(
      event('DTSTART;VALUE=DATE:20260301', 'DTEND;VALUE=DATE:20260325'),
      event('DTSTART:20260327T170000Z', 'DTEND:20260405T170000Z'),
    );
    expect(reading(text).busy).toEqual(['Sunday to Tuesday, all day', 'Friday, 5.00pm to 12.00am']);
  });

  it('takes a date that does not say so for a date', () => {
    expect(reading(calendar(event('DTSTART:20260324', 'DTEND:20260325'))).busy).toEqual(['Tuesday, all day']);
  });
});

describe('what repeats', () => {
  it.each([
    ['FREQ=DAILY', ['DTSTART:20100101T120000Z', 'DTEND:20100101T123000Z'], 6],
    ['FREQ=MONTHLY;BYDAY=4TU', ['DTSTART:20250128T120000Z', 'DTEND:20250128T130000Z'], 1],
    ['FREQ=MONTHLY;BYMONTHDAY=-7', ['DTSTART:20250125T120000Z', 'DTEND:20250125T130000Z'], 1],
    ['FREQ=YEARLY', ['DTSTART:20000324T120000Z', 'DTEND:20000324T130000Z'], 1],
    ['FREQ=WEEKLY;COUNT=3', ['DTSTART:20260101T120000Z', 'DTEND:20260101T130000Z'], 0],
    [
      'FREQ=WEEKLY;UNTIL=20260324T120000Z;BYDAY=TU,TH',
      ['DTSTART:20260303T120000Z', 'DTEND:20260303T130000Z'],
      1,
    ],
  ])('%s', (rule, times, count) => {
    expect(reading(calendar(event(...times, `RRULE:${rule}`))).busy).toHaveLength(count);
  });

  it('reads single dates that are added, and one that is moved into the week from far away', () => {
    const text = calendar(
      event('DTSTART:20250105T120000Z', 'DTEND:20250105T130000Z', 'RDATE:20260324T120000Z,20260325T120000Z'),
      [
        'BEGIN:VEVENT',
        'UID:far',
        'DTSTART:20260701T090000Z',
        'DTEND:20260701T100000Z',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'END:VEVENT',
      ].join('\r\n'),
      [
        'BEGIN:VEVENT',
        'UID:far',
        'RECURRENCE-ID:20260708T090000Z',
        'DTSTART:20260326T090000Z',
        'DTEND:20260326T100000Z',
        'END:VEVENT',
      ].join('\r\n'),
    );
    expect(reading(text).busy).toEqual([
      'Tuesday, 12.00pm to 1.00pm',
      'Wednesday, 12.00pm to 1.00pm',
      'Thursday, 9.00am to 10.00am',
    ]);
  });

  it('reads an exception whose series is not in the file, and the newer of two editions', () => {
    const text = calendar(
      [
        'BEGIN:VEVENT',
        'UID:a',
        'RECURRENCE-ID:20260324T090000Z',
        'DTSTART:20260324T110000Z',
        'DTEND:20260324T120000Z',
        'END:VEVENT',
      ].join('\r\n'),
      [
        'BEGIN:VEVENT',
        'UID:b',
        'SEQUENCE:2',
        'DTSTART:20260325T110000Z',
        'DTEND:20260325T120000Z',
        'END:VEVENT',
      ].join('\r\n'),
      [
        'BEGIN:VEVENT',
        'UID:b',
        'SEQUENCE:1',
        'DTSTART:20260326T110000Z',
        'DTEND:20260326T120000Z',
        'END:VEVENT',
      ].join('\r\n'),
    );
    expect(reading(text).busy).toEqual(['Tuesday, 11.00am to 12.00pm', 'Wednesday, 11.00am to 12.00pm']);
  });

  it('gives up on one that repeats every second for ever, says so, and reads the rest', () => {
    const text = calendar(
      event('DTSTART:19700101T000000Z', 'DTEND:19700101T000001Z', 'RRULE:FREQ=SECONDLY'),
      event('DTSTART:19700101T000000Z', 'DTEND:19700101T000001Z', 'RRULE:FREQ=HOURLY'),
      event('DTSTART:20260324T090000Z', 'DTEND:20260324T100000Z'),
    );
    const { busy, remarks } = reading(text);
    expect(busy).toEqual(['Tuesday, 9.00am to 10.00am']);
    expect(remarks).toEqual(['An appointment that repeats without end, many times a day, is left out']);
  });
});

describe('what is wrong with a calendar', () => {
  it('reads the rest of one with a broken appointment, and says so', () => {
    const text = calendar(
      event('DTSTART:yesterday', 'DTEND:20260324T100000Z'),
      event('DTSTART:20260325T090000Z', 'DTEND:20260325T100000Z'),
      event('RRULE:FREQ=WEEKLY'),
    );
    const { busy, remarks } = reading(text);
    expect(busy).toEqual(['Wednesday, 9.00am to 10.00am']);
    expect(remarks).toEqual(['2 appointments could not be read and are left out']);
  });

  it('reads one that is cut off, in UTF-16, or with odd ends of lines', () => {
    const text = calendar(event('DTSTART:20260325T090000Z', 'DTEND:20260325T100000Z'));
    const wanted = ['Wednesday, 9.00am to 10.00am'];
    expect(reading(text.replace('END:VCALENDAR\r\n', '')).busy).toEqual(wanted);
    expect(reading(text.replaceAll('\r\n', '\n')).busy).toEqual(wanted);
    expect(reading(text.replaceAll('\r\n', '\r')).busy).toEqual(wanted);
    expect(reading(Buffer.from(`\ufeff${text}`, 'utf16le')).busy).toEqual(wanted);
  });

  it('says when nothing is in the week, or it was saved for other dates', () => {
    expect(reading(calendar(event('DTSTART:20250325T090000Z', 'DTEND:20250325T100000Z'))).remarks).toEqual([
      'Nothing in it falls in the week of the review: look whether those dates were saved',
    ]);
    expect(reading(outlook, summer).remarks).toEqual([
      'It was saved for some dates only, and not all of the week is among them: save it again with the whole week',
    ]);
    expect(reading(calendar()).remarks).toEqual(['There are no appointments in it at all']);
  });

  it('refuses what is no calendar', () => {
    expect(trouble('Name,E-mail\nAnn,ann@example.org')).toBe('This is not a calendar.');
    expect(trouble(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toBe(
      'This is an Outlook message (.msg), not a calendar.',
    );
    expect(trouble('')).toBe('This is not a calendar.');
    expect(trouble(new Uint8Array(10_000_001))).toBe('The calendar is larger than 10 MB.');
  });
});
