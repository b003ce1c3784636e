import type { Rule } from './rule.ts';
import { visitParts } from './visit/parts.ts';

/** A visit to the duty desk, the frontline access point, is in every programme (manual 1556-1559). */
export const dutyDesk: Rule = {
  id: 'duty-desk',
  title: 'A visit to the duty desk',
  group: 'places',
  manual: ['1556-1559'],
  parts: visitParts('duty-desk', 'the duty desk'),
};
