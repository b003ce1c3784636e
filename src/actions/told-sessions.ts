import type { Programme } from '../programme/programme.ts';
import { everyoneIn, sessionOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Store } from '../store/ports.ts';
import { type OpenRelease, openRelease } from './amendments.ts';

/** The sessions of a programme whose people have all been told of the very times that they have in it. */
export async function toldSessions(
  store: Pick<Store, 'told' | 'releases'>,
  review: Review,
  programme: Pick<Programme, 'placements'>,
): Promise<ReadonlySet<string>> {
  const last = new Map((await store.told.of(review.id)).map((told) => [told.person, told.release]));
  const releases = new Map<number, OpenRelease | undefined>();
  for (const number of new Set(last.values()))
    releases.set(number, openRelease(await store.releases.find(review.id, number)));
  const wasTold = (person: string, session: string, start: number, end: number): boolean =>
    releases
      .get(last.get(person) ?? 0)
      ?.programme.placements.some((p) => p.session === session && p.start === start && p.end === end) ??
    false;
  return new Set(
    programme.placements
      .filter(({ session, start, end }) => {
        const known = sessionOf(review, session);
        const people = known ? everyoneIn(review, known) : [];
        return people.length > 0 && people.every((person) => wasTold(person, session, start, end));
      })
      .map((p) => p.session),
  );
}

/** A programme in which it stands whose people have been told: moving those disturbs the most. */
export const withTold = (programme: Programme, told: ReadonlySet<string> = new Set()): Programme => ({
  ...programme,
  placements: programme.placements.map((p) => (told.has(p.session) ? { ...p, told: true } : p)),
});

/** What came of one with `withTold`, as it is kept: who was told is noted elsewhere, and what was not moved is as it was, to the letter. */
export function withoutTold(programme: Programme, before: Pick<Programme, 'placements'>): Programme {
  const noted = new Map(before.placements.map((p) => [p.session, p.told]));
  return {
    ...programme,
    placements: programme.placements.map((p) => ({
      ...p,
      told: p.told && noted.get(p.session) === true,
    })),
  };
}
