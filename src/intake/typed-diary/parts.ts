import type { WorkingDay } from '../../review/working-day.ts';
import { DAY, type Span } from '../../time/span.ts';
import type { Part } from './vocabulary.ts';

const NOON = 720;
const TWO = 840;

/** Minutes of the day that a part of it has; the afternoon ends where the evening begins. */
export function partSpan(part: Part, hours: WorkingDay): Span {
  switch (part) {
    case 'morning':
      return { from: 0, to: NOON };
    case 'lunch':
      return { from: NOON, to: TWO };
    case 'afternoon':
      return { from: NOON, to: hours.evening };
    case 'evening':
      return { from: hours.evening, to: DAY };
    case 'all-day':
      return { from: 0, to: DAY };
  }
}
