import type { WorkingDay } from '../../review/working-day.ts';
import type { Week } from '../../time/week.ts';

/** What a typed diary is read against. */
export interface Setting {
  readonly week: Week;
  /** Decides whether a bare 2 is the afternoon's (it is, in a working day), and where afternoons end. */
  readonly hours: WorkingDay;
  /** The question beside the field: "When can't you be seen?" or "When can you be seen?"; times bare of words answer it. */
  readonly asks: 'cant' | 'can';
}

/** Words that were not understood, as they stand in the text, and why where we can say. */
export interface LostWords {
  readonly words: string;
  /** Where they start and end in the text, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** A sentence: "24 March is a Tuesday." */
  readonly why?: string;
}
