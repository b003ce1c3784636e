import type { LocalTime } from '../review/file.ts';
import type { Place } from '../review/places.ts';
import type { Cost } from './programme.ts';

/** The shape of a programme in a file, made by Peerweek or by hand. The one declaration of it. */
export interface ProgrammeFile {
  /** The version of the format. */
  readonly peerweek: 1;
  /** Where an editor finds the JSON Schema; not read. */
  readonly $schema?: string;
  /** The review's id. */
  readonly review: string;
  readonly revision: number;
  readonly placements: readonly PlacementEntry[];
  /** Fixed events held at other times than the frame's. */
  readonly fixedEvents?: readonly {
    readonly id: string;
    readonly start: LocalTime;
    readonly end: LocalTime;
  }[];
  /** Default: every session of the review that is not placed. */
  readonly unplaced?: readonly { readonly session: string; readonly because?: readonly string[] }[];
  readonly cost?: Cost;
  readonly bound?: Cost;
  readonly seed?: number;
}

export interface PlacementEntry {
  readonly session: string;
  readonly start: LocalTime;
  readonly end: LocalTime;
  /** The peers' time, travel included; default: the contact's time and, for a visit, its travel. */
  readonly away?: { readonly from: LocalTime; readonly to: LocalTime };
  /** Default: given out so that nothing in one column overlaps. */
  readonly stream?: string;
  readonly place: Place;
  readonly peers?: readonly string[];
  readonly lead?: string;
  readonly told?: boolean;
}
