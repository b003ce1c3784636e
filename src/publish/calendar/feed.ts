import type { Programme } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import { type Audience, byTime, entriesFor } from './contents.ts';
import type { Entry } from './entry.ts';
import { writeCalendar } from './write.ts';

/** A programme as it was agreed. */
export interface Published {
  readonly review: Review;
  readonly programme: Programme;
  /** The release's number, from 1. */
  readonly number: number;
  /** When it was approved, UTC. */
  readonly at: string;
}

type Entries = NonNullable<ReturnType<typeof entriesFor>>;

const sameWeek = (one: Review, other: Review): boolean =>
  one.week.firstDay === other.week.firstDay && one.week.zone === other.week.zone;

const same = (one: Entry, other: Entry): boolean => {
  const { edition: _, ...a } = one;
  const { edition: __, ...b } = other;
  return JSON.stringify(a) === JSON.stringify(b);
};

/**
 * Everything that an audience was ever told, as it is now. Each entry has the number and the time of the release that
 * said it so first, which is its SEQUENCE and its stamps: a calendar moves what moved, and leaves what did not. What is
 * in no later release is cancelled by the release from which it is missing.
 */
function toldTo(published: readonly Published[], each: readonly (Entries | undefined)[]): readonly Entry[] {
  const told = new Map<string, Entry>();
  let before: Published | undefined;
  for (const [n, release] of published.entries()) {
    const { number: sequence, at: stamp, review } = release;
    // In another week everything is new, whatever its time of day.
    const moved = before !== undefined && !sameWeek(before.review, review);
    const now = new Map((each[n]?.entries ?? []).map((e) => [e.uid, e]));
    for (const [uid, was] of told) {
      if (now.has(uid) || was.cancelled) continue;
      if (moved) told.delete(uid);
      else told.set(uid, { ...was, cancelled: true, edition: { sequence, stamp } });
    }
    for (const [uid, entry] of now) {
      const was = told.get(uid);
      if (!was || moved || was.cancelled || !same(was, entry))
        told.set(uid, { ...entry, edition: { sequence, stamp } });
    }
    before = release;
  }
  return [...told.values()];
}

/**
 * The calendar that somebody subscribes to, from every release there was, oldest first. What was cancelled stays in it,
 * marked so, until the week is over (`isOver`). Undefined where no release knows the person or room.
 */
export function feedFor(
  published: readonly Published[],
  audience: Audience,
  isOver: boolean,
): string | undefined {
  const last = published.at(-1);
  const each = published.map((p) => entriesFor(p.review, p.programme, audience));
  const name = each.findLast(Boolean)?.name;
  if (!last || name === undefined) return undefined;
  const entries = toldTo(published, each).filter((entry) => !(isOver && entry.cancelled));
  return writeCalendar(
    last.review,
    `${last.review.council}: ${name}`,
    'The on-site week of the children’s safeguarding peer review.',
    [...entries].sort(byTime),
    { sequence: last.number, stamp: last.at },
  );
}
