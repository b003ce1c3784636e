import { describe, expect, it } from 'vitest';
import { at } from '../../src/time/span.ts';
import { clock, dayName, spanName } from '../../src/time/words.ts';

const week = { firstDay: '2026-03-23', zone: 'Europe/London' };

describe('times in words', () => {
  it.each([
    [at(2, 9), '9.00am'],
    [at(2, 12, 30), '12.30pm'],
    [at(2, 0), '12.00am'],
    [at(2, 18, 5), '6.05pm'],
  ])('%i is %s', (minute, words) => expect(clock(minute)).toBe(words));

  it.each([
    [{ from: at(2, 9), to: at(2, 10) }, 'Tuesday, 9.00am to 10.00am'],
    [{ from: at(3, 0), to: at(4, 0) }, 'Wednesday, all day'],
    [{ from: at(3, 0), to: at(5, 0) }, 'Wednesday to Thursday, all day'],
    [{ from: at(2, 9), to: at(4, 17) }, 'Tuesday 9.00am to Thursday 5.00pm'],
    [{ from: at(2, 20), to: at(3, 0) }, 'Tuesday, 8.00pm to 12.00am'],
  ])('%o is %s', (span, words) => expect(spanName(week, span)).toBe(words));

  it('a day has its date', () => expect(dayName(week, 2)).toBe('Tuesday 24 March'));
});
