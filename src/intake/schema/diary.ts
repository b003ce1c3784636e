import { z } from 'zod';
import type { DatedSpanEntry, DaySpanEntry, DiaryEntry } from '../../review/file.ts';
import { clockTime, day, group, list, localTimeOrDate, may } from './field.ts';

const dated = group<DatedSpanEntry>()('a span between two times', {
  from: localTimeOrDate.describe('Where it starts: a local time, or a date, which is its midnight.'),
  to: localTimeOrDate.describe('Where it ends: a local time, or a date, which is in it.'),
});
const onDay = group<DaySpanEntry>()('a span on a day', {
  day,
  from: may(clockTime).describe('Default: the start of the day.'),
  to: may(clockTime).describe('Default: the end of the day.'),
});

const span = z.union([dated, onDay], {
  error:
    'Give { "from": "2026-03-24T09:00", "to": "2026-03-24T11:30" } or { "day": 2, "from": "09:00", "to": "11:30" }.',
});
/** When something is, or somebody can't. */
export const spans = list(span);

/** When somebody or something can't be had, can at a pinch, or is preferred. */
export const diary = group<DiaryEntry>()('a diary', {
  busy: may(spans).describe('Not to be had.'),
  ifNeeded: may(spans).describe('To be had only where nothing else will do.'),
  preferred: may(spans).describe('Better than other times.'),
});
