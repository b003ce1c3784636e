import type { Rule } from './rule.ts';
import { slotLength } from './week/slot-length.ts';

/** A focus group takes an hour and a half (manual 1458). */
export const focusGroupLength: Rule = {
  id: 'focus-group-length',
  title: 'A focus group takes an hour and a half',
  group: 'time',
  manual: ['1458'],
  parts: [slotLength('focus-group', 'A focus group has a slot of 90 minutes.', 'a focus group takes 90')],
};
