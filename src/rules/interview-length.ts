import type { Rule } from './rule.ts';
import { slotLength } from './week/slot-length.ts';

/** An interview takes an hour of the timetable, and three quarters of an hour of talk (manual 1456). */
export const interviewLength: Rule = {
  id: 'interview-length',
  title: 'An interview takes an hour',
  group: 'time',
  manual: ['1456'],
  parts: [
    slotLength(
      'interview',
      'An interview has a slot of 60 minutes: 45 of interview, and 15 to change over and write notes.',
      'an interview takes 60, 45 of them talk and 15 to change over and write notes',
    ),
  ],
};
