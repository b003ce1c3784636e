import type { Minute } from '../time/span.ts';
import type { SessionKind } from './session.ts';

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

/** As what somebody is seen again: a group as a group; whoever was seen otherwise, at a site or briefly, in an interview. */
export const seenAgainAs = (kind: SessionKind): 'focus-group' | 'interview' =>
  kind === 'focus-group' ? kind : 'interview';

/** The rule that says how long that takes. */
export const seenAgainRule = (kind: SessionKind): string => `${seenAgainAs(kind)}-length`;

/** One thing that happened. */
export interface Happened {
  readonly kind: HappeningKind;
  /** The id of the session, peer, room or site. */
  readonly about: string;
  /**
   * From when to when somebody or something can’t be had. Held: from the planned start to the real end. Over-ran: from the planned end to the real one. Late: from the
   * planned start to when they come. A second interview: when it is to be, where a time was agreed with them; else from
   * the moment it is reported, and as long as it is to be.
   */
  readonly from: Minute;
  readonly to: Minute;
  /** The id of the session that it adds to the week, where it adds one. */
  readonly adds?: string;
}
