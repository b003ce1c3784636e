import type { Minute } from '../time/span.ts';
import type { Diary } from './diary.ts';

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly address?: string;
  /** Parking, transport and hotel notes, for the travel sheet (manual 1464, 1474). */
  readonly notes?: string;
  /** What the site offers: `step-free`, … */
  readonly access: readonly string[];
  readonly diary: Diary;
}

export interface Room {
  readonly id: string;
  readonly site: string;
  readonly building?: string;
  readonly name: string;
  /** Most people at once, peers included. */
  readonly capacity: number;
  readonly equipment: readonly string[];
  readonly access: readonly string[];
  /** The team's own room: no session is held there (manual 962). */
  readonly baseRoom: boolean;
  /** Divides into small groups, for the conference (manual 1472). */
  readonly divides: boolean;
  readonly diary: Diary;
}

/** Minutes door to door between two sites, either way. */
export interface Travel {
  readonly between: readonly [string, string];
  readonly minutes: Minute;
  /** Access needs that the journey meets; undefined: all. */
  readonly access?: readonly string[];
  /** True where nobody has timed it, and the usual minutes are taken. */
  readonly assumed?: boolean;
}

/** Where a placement is. */
export type Place =
  | { readonly office: true }
  | { readonly room: string }
  | { readonly site: string }
  | { readonly phone: true };

/** Where a session may be: any one of what is given. */
export interface PlaceNeed {
  /** The host's own office (the first contact's). */
  readonly office?: boolean;
  /** `true`: any room that fits; or one room's id. */
  readonly room?: true | string;
  /** Out at a site, in no bookable room. */
  readonly site?: string;
  readonly phone?: boolean;
  /** For rooms: only those at this site. */
  readonly atSite?: string;
  readonly equipment: readonly string[];
}
