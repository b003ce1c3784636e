import type { Minute } from '../time/span.ts';
import type { PlaceNeed } from './places.ts';
import type { RoleId } from './roles.ts';

export const sessionKinds = ['interview', 'focus-group', 'site-visit', 'debrief', 'record-review'] as const;
export type SessionKind = (typeof sessionKinds)[number];
export const priorities = ['must', 'should', 'could'] as const;
export type Priority = (typeof priorities)[number];
export const visitKinds = ['accident-and-emergency', 'duty-desk', 'commissioned-service', 'other'] as const;
export type VisitKind = (typeof visitKinds)[number];

/** The length of a session of each kind where none is given (manual 1456, 1458). Minutes. */
export const usualMinutes: Readonly<Record<SessionKind, Minute>> = {
  interview: 60,
  'focus-group': 90,
  'site-visit': 90,
  debrief: 60,
  'record-review': 60,
};

/** Something that has to be placed. */
export interface Session {
  readonly id: string;
  readonly kind: SessionKind;
  readonly title: string;
  /** Contact ids; the first is the host where `host` names none. */
  readonly contacts: readonly string[];
  readonly host?: string;
  /** People other than peers; at least the contacts. */
  readonly headcount: number;
  /** Roles of the Appendix 10 list covered beyond those of the contacts (a group whose names aren't known). */
  readonly roles: readonly RoleId[];
  readonly themes: readonly string[];
  readonly priority: Priority;
  /** The contact's time. Minutes. */
  readonly minutes: Minute;
  readonly place: PlaceNeed;
  readonly peers: { readonly count: number; readonly named: readonly string[] };
  readonly visit?: VisitKind;
  /** Sessions held in the course of this visit; they are not placed on their own. */
  readonly includes: readonly string[];
  /** The only start there can be. */
  readonly fixed?: Minute;
  readonly earliestDay: number;
  readonly latestDay: number;
  /** Sessions that must end before this one starts. */
  readonly after: readonly string[];
  /** May be held in a window marked as evening. */
  readonly evening: boolean;
  /** A group of young people (manual 1480). */
  readonly youngPeople: boolean;
  /** Practitioners seen for the case records review (manual 1748). */
  readonly caseRecords: boolean;
  /** Somebody else comes in a contact's place, and the review manager agreed. */
  readonly substitutes: readonly {
    readonly for: string;
    readonly by: string;
    readonly agreedBy?: string;
    readonly at?: string;
    readonly because?: string;
  }[];
}

/** A placement (its time, its place or its peers, each apart) that building and repairing leave alone. */
export interface Lock {
  readonly session: string;
  readonly time: boolean;
  readonly place: boolean;
  readonly peers: boolean;
  readonly by: string;
  readonly because: string;
}

/** The review manager's recorded exception to a waivable rule. */
export interface Waiver {
  readonly rule: string;
  /** The session or person it is about. */
  readonly about: string;
  readonly by: string;
  readonly at: string;
  readonly because: string;
}
