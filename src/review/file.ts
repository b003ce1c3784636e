import type { EventKind } from './frame.ts';
import type { PeerRole } from './people.ts';
import type { RoleId } from './roles.ts';
import type { Priority, SessionKind, VisitKind } from './session.ts';

/**
 * The shape of a review in a file, as people write it: what may be left out has a `?`, and `src/intake` fills it in.
 * The one declaration of it: the schema of the door is held against it, and `src/publish` writes it.
 */
export interface ReviewFile {
  /** The version of the format. */
  readonly peerweek: 1;
  /** Where an editor finds the JSON Schema; not read. */
  readonly $schema?: string;
  readonly review: ReviewEntry;
  readonly peers?: readonly PeerEntry[];
  readonly pairings?: PairingsEntry;
  readonly contacts?: readonly ContactEntry[];
  readonly meetings?: readonly MeetingEntry[];
  readonly declined?: readonly DeclinedEntry[];
  readonly sites?: readonly SiteEntry[];
  readonly travel?: readonly TravelEntry[];
  readonly rooms?: readonly RoomEntry[];
  readonly sessions?: readonly SessionEntry[];
  readonly locks?: readonly LockEntry[];
  readonly waivers?: readonly WaiverEntry[];
}

/** `2026-03-24T09:00` in the review's zone. */
export type LocalTime = string;
/** `09:00`; `24:00` is the end of a day. */
export type ClockTime = string;
/** `2026-03-24`. */
export type DateText = string;
/** `2026-01-12T09:30:00Z`. */
export type Instant = string;

export interface ReviewEntry {
  readonly id: string;
  readonly council: string;
  readonly firstDay: DateText;
  /** Default Europe/London. */
  readonly timeZone?: string;
  /** Default 1. */
  readonly revision?: number;
  readonly editedAt: Instant;
  /** Default 2. */
  readonly streams?: number;
  /** Default: never more. */
  readonly moreStreams?: { readonly limit: number; readonly when: 'never' | 'seldom' | 'as-needed' };
  readonly sponsor?: string;
  readonly organiser?: string;
  readonly options?: {
    readonly caseRecords?: boolean;
    readonly caseRecordingReview?: boolean;
    readonly auditValidation?: boolean;
    readonly intervention?: boolean;
  };
  readonly keyLinesOfEnquiry?: readonly { readonly id: string; readonly title: string }[];
  readonly weights?: Readonly<Record<string, number>>;
  readonly limits?: Readonly<Record<string, number>>;
  readonly sharedAt?: Instant;
  readonly approvedAt?: Instant;
  /** Default: the frame of Appendix 11. */
  readonly frame?: FrameEntry;
}

export interface FrameEntry {
  readonly days: readonly FrameDayEntry[];
}

export interface FrameDayEntry {
  readonly day: number;
  readonly events?: readonly EventEntry[];
  readonly windows?: readonly WindowEntry[];
}

export interface EventEntry {
  readonly id: string;
  readonly kind: EventKind;
  readonly title: string;
  readonly start: ClockTime;
  readonly end: ClockTime;
  /** Default `all`. */
  readonly peers?: 'all' | readonly string[];
  readonly contacts?: readonly string[];
  readonly headcount?: number;
  /** A room or a site; default the base room. */
  readonly place?: { readonly room?: string; readonly site?: string };
  readonly equipment?: readonly string[];
}

export interface WindowEntry {
  readonly id: string;
  readonly start: ClockTime;
  readonly end: ClockTime;
  /** Default: the review's. */
  readonly streams?: number;
  /** Default: the review's. */
  readonly limit?: number;
  readonly evening?: boolean;
}

/** Between two local times or dates (the last one in it), or on a day of the week. */
export type SpanEntry = DatedSpanEntry | DaySpanEntry;
export interface DatedSpanEntry {
  readonly from: LocalTime | DateText;
  readonly to: LocalTime | DateText;
}
export interface DaySpanEntry {
  readonly day: number;
  /** Default: the start of the day. */
  readonly from?: ClockTime;
  /** Default: its end. */
  readonly to?: ClockTime;
}

export interface DiaryEntry {
  readonly busy?: readonly SpanEntry[];
  readonly ifNeeded?: readonly SpanEntry[];
  readonly preferred?: readonly SpanEntry[];
}

export interface PeerEntry {
  readonly id: string;
  readonly name: string;
  /** Default: made from the name. */
  readonly initials?: string;
  readonly role: PeerRole;
  readonly themes?: readonly string[];
  /** Default: all but the review manager do. */
  readonly interviews?: boolean;
  readonly diary?: DiaryEntry;
  readonly knows?: readonly string[];
  readonly relationship?: {
    readonly what: string;
    readonly acceptedBy?: string;
    readonly at?: DateText | Instant;
  };
  readonly access?: readonly string[];
  readonly dietary?: string;
  readonly email?: string;
}

export interface PairingsEntry {
  readonly fixed?: readonly (readonly [string, string])[];
  readonly preferred?: readonly (readonly [string, string])[];
  readonly forbidden?: readonly (readonly [string, string])[];
}

export interface ContactEntry {
  readonly id: string;
  readonly name: string;
  readonly jobTitle?: string;
  readonly organisation: string;
  readonly roles?: readonly RoleId[];
  readonly email?: string;
  readonly phone?: string;
  readonly pa?: { readonly name?: string; readonly email: string };
  readonly office?: {
    readonly site: string;
    readonly name: string;
    readonly building?: string;
    readonly access?: readonly string[];
  };
  readonly diary?: DiaryEntry;
  /** In the first half of the week, or by this day. */
  readonly early?: boolean | number;
  readonly key?: boolean;
  readonly phoneAgreed?: boolean;
  readonly access?: readonly string[];
  readonly child?: boolean;
  /** Default: whether the organisation is the council. */
  readonly representsCouncil?: boolean;
}

/** A meeting of the council that keeps several people. */
export interface MeetingEntry {
  readonly id: string;
  readonly title: string;
  readonly contacts: readonly string[];
  readonly spans: readonly SpanEntry[];
}

export interface DeclinedEntry {
  readonly role: RoleId;
  readonly because: string;
  readonly acceptedBy?: string;
  readonly at?: DateText | Instant;
}

export interface SiteEntry {
  readonly id: string;
  readonly name: string;
  readonly address?: string;
  readonly notes?: string;
  readonly access?: readonly string[];
  readonly diary?: DiaryEntry;
}

export interface TravelEntry {
  readonly between: readonly [string, string];
  readonly minutes: number;
  readonly access?: readonly string[];
  /** Nobody has timed it: the usual minutes are taken. Default: false. */
  readonly assumed?: boolean;
}

export interface RoomEntry {
  readonly id: string;
  readonly site: string;
  readonly building?: string;
  readonly name: string;
  readonly capacity: number;
  readonly equipment?: readonly string[];
  readonly access?: readonly string[];
  readonly baseRoom?: boolean;
  readonly divides?: boolean;
  readonly diary?: DiaryEntry;
}

/** Where a session may be: any one of what is given. */
export interface PlaceNeedEntry {
  readonly office?: boolean;
  /** `true`: any that fits; or a room's id. */
  readonly room?: true | string;
  readonly site?: string;
  readonly phone?: boolean;
  /** For rooms: only those at this site. */
  readonly atSite?: string;
  readonly equipment?: readonly string[];
}

export interface SessionEntry {
  readonly id: string;
  readonly kind: SessionKind;
  readonly title: string;
  readonly contacts?: readonly string[];
  readonly host?: string;
  /** Default: the contacts. */
  readonly headcount?: number;
  readonly roles?: readonly RoleId[];
  readonly themes?: readonly string[];
  readonly priority: Priority;
  /** Default: the kind's usual length. */
  readonly minutes?: number;
  /** Default: by kind; a site visit must say. */
  readonly place?: PlaceNeedEntry;
  /** Default: two; a record review takes one. */
  readonly peers?: { readonly count?: number; readonly named?: readonly string[] };
  readonly visit?: VisitKind;
  readonly includes?: readonly string[];
  readonly fixed?: LocalTime;
  /** Default: the first day with a window. */
  readonly earliestDay?: number;
  /** Default: the last day with a window. */
  readonly latestDay?: number;
  readonly after?: readonly string[];
  readonly evening?: boolean;
  readonly youngPeople?: boolean;
  readonly caseRecords?: boolean;
  readonly substitutes?: readonly SubstituteEntry[];
}

export interface SubstituteEntry {
  readonly for: string;
  readonly by: string;
  readonly agreedBy?: string;
  readonly at?: DateText | Instant;
  readonly because?: string;
}

export interface LockEntry {
  readonly session: string;
  readonly time?: boolean;
  readonly place?: boolean;
  readonly peers?: boolean;
  readonly by: string;
  readonly because: string;
}

export interface WaiverEntry {
  readonly rule: string;
  readonly about: string;
  readonly by: string;
  readonly at: DateText | Instant;
  readonly because: string;
}
