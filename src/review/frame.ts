import { at, type Minute, type Span } from '../time/span.ts';

export const eventKinds = [
  'gathering',
  'lunch',
  'break',
  'presentations',
  'team-meeting',
  'preparation',
  'handover',
  'conference',
  'other',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something whose time is given, for the whole team or named people. */
export interface FixedEvent extends Span {
  readonly id: string;
  readonly kind: EventKind;
  readonly title: string;
  readonly day: number;
  readonly peers: 'all' | readonly string[];
  readonly contacts: readonly string[];
  /** People other than peers expected, where it matters (presentations, conference). */
  readonly headcount?: number;
  /** A room or a site; undefined: the base room. */
  readonly room?: string;
  readonly site?: string;
  readonly equipment: readonly string[];
}

/** A stretch of a day in which sessions are placed. */
export interface Window extends Span {
  readonly id: string;
  readonly day: number;
  /** The usual number of streams. */
  readonly streams: number;
  /** The most there may be on occasion; at least `streams`. */
  readonly limit: number;
  readonly evening: boolean;
}

/** The frame of the week: what is fixed, and where sessions may go. In time order. */
export interface Frame {
  readonly events: readonly FixedEvent[];
  readonly windows: readonly Window[];
}

/** The window that holds all of a stretch of time; undefined where no session may be held then. */
export const windowFor = ({ frame }: { readonly frame: Frame }, { from, to }: Span): Window | undefined =>
  frame.windows.find((w) => w.from <= from && to <= w.to);

type Row = readonly [id: string, kind: EventKind, title: string, day: number, from: Minute, to: Minute];

const time = (hour: number, minute = 0): Minute => hour * 60 + minute;

/** The fixed events of Appendix 11 (manual 1561-1625), the first team meeting the evening before (323) included. */
const appendix11Events: readonly Row[] = [
  ['first-meeting', 'team-meeting', 'First team meeting', 0, time(18), time(20)],
  ['arrival', 'gathering', 'Team shown to the base room', 1, time(8, 30), time(9)],
  ['first-thoughts', 'preparation', 'Team finalises its first thoughts', 1, time(9), time(11)],
  [
    'presentations',
    'presentations',
    'Council overview and first thoughts presentations',
    1,
    time(11, 15),
    time(13),
  ],
  ['lunch-1', 'lunch', 'Lunch', 1, time(13), time(14)],
  ['team-meeting-1', 'team-meeting', 'Team meeting', 1, time(18, 30), time(19, 30)],
  ['gathering-2', 'gathering', 'Team gathers in the base room', 2, time(8, 30), time(9)],
  ['lunch-2', 'lunch', 'Lunch', 2, time(12, 30), time(13, 30)],
  ['team-meeting-2', 'team-meeting', 'Team meeting', 2, time(18, 15), time(19, 15)],
  ['gathering-3', 'gathering', 'Team gathers in the base room', 3, time(8, 30), time(9)],
  ['lunch-3', 'lunch', 'Lunch', 3, time(12, 30), time(13, 30)],
  ['team-meeting-3', 'team-meeting', 'Team meeting', 3, time(18), time(19)],
  ['gathering-4', 'gathering', 'Team gathers in the base room', 4, time(8, 30), time(9)],
  ['lunch-4', 'lunch', 'Lunch', 4, time(12), time(13)],
  [
    'preparation-4',
    'preparation',
    'Team prepares the final presentation and conference',
    4,
    time(13),
    time(17, 30),
  ],
  ['handover', 'handover', 'Draft presentation to the sponsor and director', 4, time(17, 30), time(18, 30)],
  ['team-meeting-4', 'team-meeting', 'Team meeting', 4, time(18, 30), time(19, 15)],
  ['preparation-5', 'preparation', 'Team completes the presentation', 5, time(8, 30), time(11)],
  ['conference', 'conference', 'Final presentation and prioritisation conference', 5, time(11), time(15)],
];

const appendix11Windows: readonly (readonly [id: string, day: number, from: Minute, to: Minute])[] = [
  ['day-1-afternoon', 1, time(14), time(18, 30)],
  ['day-2-morning', 2, time(9), time(12, 30)],
  ['day-2-afternoon', 2, time(13, 30), time(18, 15)],
  ['day-3-morning', 3, time(9), time(12, 30)],
  ['day-3-afternoon', 3, time(13, 30), time(18)],
  ['day-4-morning', 4, time(9), time(12)],
];

/**
 * The frame of Appendix 11, every time of which a council can change. `streams` and `limit` are the review's usual
 * and greatest number of streams. The presentations and the conference need a projector and flipcharts (manual 950).
 */
export function appendix11Frame(streams: number, limit: number): Frame {
  const shown = (kind: EventKind) => kind === 'presentations' || kind === 'conference';
  return {
    events: appendix11Events.map(([id, kind, title, day, from, to]) => ({
      id,
      kind,
      title,
      day,
      from: at(day, 0) + from,
      to: at(day, 0) + to,
      peers: 'all' as const,
      contacts: [],
      equipment: shown(kind) ? ['projector', 'flipcharts'] : [],
    })),
    windows: appendix11Windows.map(([id, day, from, to]) => ({
      id,
      day,
      from: at(day, 0) + from,
      to: at(day, 0) + to,
      streams,
      limit,
      evening: false,
    })),
  };
}
