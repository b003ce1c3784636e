import type { Minute } from '../time/span.ts';

/** What can happen to a programme while its week goes on. */
export const happeningKinds = [
  'cancelled',
  'late',
  'over-ran',
  'not-held',
  'held',
  'called-off',
  'second-interview',
  'peer-away',
  'room-lost',
  'site-closed',
] as const;
export type HappeningKind = (typeof happeningKinds)[number];

/** What each kind is about. */
export const happensTo: Readonly<Record<HappeningKind, 'session' | 'peer' | 'room' | 'site'>> = {
  held: 'session',
  'over-ran': 'session',
  late: 'session',
  cancelled: 'session',
  'not-held': 'session',
  'called-off': 'session',
  'second-interview': 'session',
  'peer-away': 'peer',
  'room-lost': 'room',
  'site-closed': 'site',
};

/** One thing that happened. */
export interface Happened {
  readonly kind: HappeningKind;
  /** The id of the session, peer, room or site. */
  readonly about: string;
  /**
   * From when to when somebody or something can’t be had. Held: from the planned start to the real end. Over-ran: from the planned end to the real one. Late: from the
   * planned start to when they come. A second interview: from the moment on, and as long as it is to be.
   */
  readonly from: Minute;
  readonly to: Minute;
  /** The id of the session that it adds to the week, where it adds one. */
  readonly adds?: string;
}
