import type { Week } from '../time/week.ts';
import type { Frame } from './frame.ts';
import type { Meeting } from './meeting.ts';
import type { Contact, Pairings, Peer } from './people.ts';
import type { Room, Site, Travel } from './places.ts';
import type { RoleId } from './roles.ts';
import type { Lock, Session, Waiver } from './session.ts';
import type { Theme } from './themes.ts';

/** The optional elements of a review (manual Appendices 12, 13 and 18); each adds its sessions and checks. */
export interface Options {
  readonly caseRecords: boolean;
  readonly caseRecordingReview: boolean;
  readonly auditValidation: boolean;
  readonly intervention: boolean;
}

/** A reason, accepted or not yet, why a role of the Appendix 10 list is not seen. */
export interface Declined {
  readonly role: RoleId;
  readonly because: string;
  readonly acceptedBy?: string;
  readonly at?: string;
}

/** Everything entered about one council's peer review, checked and frozen: `src/intake` makes it, nothing alters it. */
export interface Review {
  readonly id: string;
  readonly council: string;
  readonly week: Week;
  /** Counts the edits of the review; shown on paper and in calendars. */
  readonly revision: number;
  /** When it was last edited, UTC, ISO 8601. */
  readonly editedAt: string;
  /** The usual number of streams. */
  readonly streams: number;
  readonly moreStreams: { readonly limit: number; readonly when: 'never' | 'seldom' | 'as-needed' };
  /** Contact ids. */
  readonly sponsor?: string;
  readonly organiser?: string;
  readonly options: Options;
  readonly keyLinesOfEnquiry: readonly Theme[];
  /** Weights in points that the council changed, by `rule` or `rule/part`. */
  readonly weights: Readonly<Record<string, number>>;
  /** Limits that the council changed, by the name a rule gives them (`evening-limit/day`, …). */
  readonly limits: Readonly<Record<string, number>>;
  /** UTC instants when the draft was first shared and the programme approved, where they were. */
  readonly sharedAt?: string;
  readonly approvedAt?: string;
  readonly frame: Frame;
  readonly peers: readonly Peer[];
  readonly pairings: Pairings;
  readonly contacts: readonly Contact[];
  /** Meetings of the council that keep several of them; their times are in the diaries of those too. */
  readonly meetings?: readonly Meeting[];
  readonly declined: readonly Declined[];
  readonly sites: readonly Site[];
  readonly travel: readonly Travel[];
  readonly rooms: readonly Room[];
  readonly sessions: readonly Session[];
  readonly locks: readonly Lock[];
  readonly waivers: readonly Waiver[];
}
