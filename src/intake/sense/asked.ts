import type { ReviewFile } from '../../review/file.ts';
import { standardThemes } from '../../review/themes.ts';
import { DAY, QUARTER } from '../../time/span.ts';
import { didYouMean } from '../near.ts';
import type { Partly } from '../partly.ts';
import { type Path, type Problems, pathText, shown } from '../problem.ts';
import { clockText, type TimeReading, Times } from '../times.ts';

const idLists = ['peers', 'contacts', 'sites', 'rooms', 'sessions'] as const;
export type IdList = (typeof idLists)[number] | 'themes';

/** The ids that an entry gives, those of things that are otherwise wrong too; undefined: the list can't be read. */
export type KnownIds = Readonly<Record<IdList, ReadonlySet<string> | undefined>>;

/** What may be an id at all: nothing else can be referred to, nor be suggested. */
const PLAIN = /^[\w-]+$/;

/** The ids in a review file before anything is taken out of it, so that one slip is not reported again wherever it is used. */
export function knownIds(raw: unknown): KnownIds {
  const file = isGroup(raw) ? raw : {};
  const of = (list: unknown): ReadonlySet<string> | undefined => {
    if (list === undefined) return new Set();
    if (!Array.isArray(list)) return undefined;
    return new Set(
      list.flatMap((item) =>
        isGroup(item) && typeof item.id === 'string' && PLAIN.test(item.id) ? [item.id] : [],
      ),
    );
  };
  const added = isGroup(file.review) ? of(file.review.keyLinesOfEnquiry) : undefined;
  return {
    peers: of(file.peers),
    contacts: of(file.contacts),
    sites: of(file.sites),
    rooms: of(file.rooms),
    sessions: of(file.sessions),
    themes: added && new Set([...standardThemes.map((t) => t.id), ...added]),
  };
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const homes: Readonly<Record<IdList, string>> = {
  peers: 'peers',
  contacts: 'contacts',
  sites: 'sites',
  rooms: 'rooms',
  sessions: 'sessions',
  themes: 'the five standard themes or in review.keyLinesOfEnquiry',
};

/** Any week without a clock change, to read spans by where the review's own can't be known. */
const anyWeek = new Times({ firstDay: '2001-01-01', zone: 'UTC' });

/** What every question about the sense of a review is asked with. */
export class Asked {
  readonly entry: Partly<ReviewFile>;
  readonly known: KnownIds;
  /** Undefined where the first day or the zone can't be used: then no time can be asked about. */
  readonly times: Times | undefined;
  /** For the two ends of a span: which comes first, and whether there are such times, can be told of any week. */
  readonly spans: Times;
  readonly problems: Problems;

  readonly #lost: ReadonlySet<string>;

  constructor(
    fit: { readonly left: Partly<ReviewFile>; readonly lost: ReadonlySet<string> },
    known: KnownIds,
    times: Times | undefined,
    problems: Problems,
  ) {
    this.entry = fit.left;
    this.#lost = fit.lost;
    this.known = known;
    this.times = times;
    this.spans = times ?? anyWeek;
    this.problems = problems;
  }

  /** Something stood here that could not be read: it was not left out. */
  isLost(path: Path): boolean {
    return this.#lost.has(pathText(path));
  }

  /** An id that stands for something must be in its list. */
  refers(path: Path, id: string | undefined, list: IdList): void {
    const known = this.known[list];
    if (id === undefined || known === undefined || known.has(id)) return;
    const meant = this.problems.many ? '' : didYouMean(id, known);
    this.problems.add(
      path,
      `${shown(id)} is not in ${homes[list]}.`,
      meant || 'Add it there, or take it out here.',
    );
  }

  /** Every id of a list must be in its list, and there once. */
  refersAll(path: Path, ids: readonly (string | undefined)[] | undefined, list: IdList): void {
    const seen = new Set<string>();
    (ids ?? []).forEach((id, i) => {
      this.refers([...path, i], id, list);
      if (id !== undefined && seen.has(id))
        this.problems.add([...path, i], `${shown(id)} is listed twice.`, 'Keep one of the two.');
      if (id !== undefined) seen.add(id);
    });
  }

  /** The minute that was read, on the quarter hour; undefined where there is none, the trouble reported. */
  minute(path: Path, reading: TimeReading | undefined): number | undefined {
    if (reading === undefined) return undefined;
    if (!reading.ok) {
      this.problems.add(path, reading.what, reading.mend);
      return undefined;
    }
    const off = ((reading.minute % QUARTER) + QUARTER) % QUARTER;
    if (off === 0) return reading.minute;
    const clock = (minute: number) => clockText(((minute % DAY) + DAY) % DAY);
    const before = reading.minute - off;
    this.problems.add(
      path,
      `${clock(reading.minute)} is not on a quarter hour.`,
      `Give ${clock(before)} or ${clock(before + QUARTER).replace('00:00', '24:00')}.`,
    );
    return undefined;
  }

  /** Reports a stretch that ends no later than it starts; true where it goes forward. */
  forward(path: Path, from: number | undefined, to: number | undefined): boolean {
    if (from === undefined || to === undefined) return false;
    if (from < to) return true;
    this.problems.add(path, 'is not after the start.', 'Give an end after the start.');
    return false;
  }
}
