import { DAY, type Span } from '../time/span.ts';
import { dateOf, type Week, writeLocal } from '../time/week.ts';
import type { DatedSpanEntry } from './file.ts';

/** A span of the week as a file has it: whole days as dates, the last one in it; all else as local times. */
export const spanEntry = (week: Week, { from, to }: Span): DatedSpanEntry =>
  from % DAY === 0 && to % DAY === 0
    ? { from: dateOf(week, from / DAY), to: dateOf(week, to / DAY - 1) }
    : { from: writeLocal(week, from), to: writeLocal(week, to) };
