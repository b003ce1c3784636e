import type { Rule } from './rule.ts';
import { visitParts } from './visit/parts.ts';

/** A visit to accident and emergency is in every programme (manual 1462, 1556-1558). */
export const accidentAndEmergency: Rule = {
  id: 'accident-and-emergency',
  title: 'A visit to accident and emergency',
  group: 'places',
  manual: ['1462', '1556-1558'],
  parts: visitParts('accident-and-emergency', 'accident and emergency'),
};
