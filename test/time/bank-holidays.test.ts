import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidays, bankHolidaysIn } from '../../src/time/bank-holidays.ts';

const dates = (year: number) => bankHolidays(year).map((h) => h.date);

describe('bank holidays of England and Wales', () => {
  it('are those that gov.uk/bank-holidays lists for 2026 to 2028', () => {
    expect(dates(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ]);
    expect(dates(2027)).toEqual([
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-05-03',
      '2027-05-31',
      '2027-08-30',
      '2027-12-27',
      '2027-12-28',
    ]);
    expect(dates(2028)).toEqual([
      '2028-01-03',
      '2028-04-14',
      '2028-04-17',
      '2028-05-01',
      '2028-05-29',
      '2028-08-28',
      '2028-12-25',
      '2028-12-26',
    ]);
  });

  it('go on by the same law: Easter of 2029 and 2030 is on 1 and on 21 April', () => {
    expect(dates(2029).slice(1, 3)).toEqual(['2029-03-30', '2029-04-02']);
    expect(dates(2030).slice(1, 3)).toEqual(['2030-04-19', '2030-04-22']);
  });

  it('say which are kept on another day: 25 December 2022 was a Sunday, 2021 a Saturday', () => {
    const christmas = (year: number) =>
      bankHolidays(year)
        .slice(-2)
        .map((h) => `${h.date} ${h.name}`);
    expect(christmas(2022)).toEqual([
      '2022-12-26 Boxing Day',
      '2022-12-27 Christmas Day (kept on the Tuesday)',
    ]);
    expect(christmas(2021)).toEqual([
      '2021-12-27 Christmas Day (kept on the Monday)',
      '2021-12-28 Boxing Day (kept on the Tuesday)',
    ]);
    expect(christmas(2026)).toEqual([
      '2026-12-25 Christmas Day',
      '2026-12-28 Boxing Day (kept on the Monday)',
    ]);
  });

  it('are eight different weekdays in every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2199 }), (year) => {
        const found = dates(year);
        expect(new Set(found).size).toBe(8);
        for (const date of found) expect([1, 2, 3, 4, 5]).toContain(new Date(date).getUTCDay());
      }),
    );
  });

  it('are found in a week, the evening before it included', () => {
    const week = (firstDay: string) => bankHolidaysIn({ firstDay, zone: 'Europe/London' });
    expect(week('2026-05-04')).toEqual([{ date: '2026-05-04', name: 'Early May bank holiday', day: 1 }]);
    expect(week('2026-12-28').map((h) => [h.day, h.date])).toEqual([
      [1, '2026-12-28'],
      [5, '2027-01-01'],
    ]);
    expect(week('2026-03-23')).toEqual([]);
  });
});
