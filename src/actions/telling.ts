import { type OwnChange, ownChanges } from '../publish/own-changes.ts';
import { contactOf, peerOf } from '../review/facts.ts';
import type { Contact, Peer } from '../review/people.ts';
import type { Review } from '../review/review.ts';
import type { ReviewLine, Store } from '../store/ports.ts';
import type { Told } from '../store/told-port.ts';
import { type OpenRelease, openRelease } from './amendments.ts';

/** Somebody whom the release that holds concerns, and who has not been told of it. */
export interface ToTell {
  readonly person: string;
  readonly name: string;
  readonly isPeer: boolean;
  /** Where a letter goes: their own address, or that of whoever keeps their diary. Undefined: none is known. */
  readonly email: string | undefined;
  /** They were never told of anything before. */
  readonly first: boolean;
  /** What is other than they were told. Theirs alone. */
  readonly changes: readonly OwnChange[];
}

/** Where telling people of the release that holds stands. */
export interface Telling {
  readonly release: OpenRelease;
  readonly toTell: readonly ToTell[];
  /** Who was told of this release. */
  readonly told: readonly Told[];
  /** How many it leaves as they were. */
  readonly untouched: number;
}

const isPeer = (person: Peer | Contact): person is Peer => 'initials' in person;

const emailOf = (person: Peer | Contact): string | undefined =>
  isPeer(person) ? person.email : (person.email ?? person.pa?.email);

/**
 * Whom to tell of the release that holds. Each is compared with what they were told last, however many releases ago: who
 * was told of nothing yet hears of all that is theirs, and who is not touched hears nothing. Undefined while nothing is
 * approved.
 */
async function tellingOf(
  store: Pick<Store, 'releases' | 'told'>,
  review: string,
): Promise<Telling | undefined> {
  const release = openRelease(await store.releases.latest(review));
  if (!release) return undefined;
  const { number } = release.line;
  const all = await store.told.of(review);
  const lastTold = new Map(all.filter((t) => t.release < number).map((t) => [t.person, t.release]));
  const older = new Map<number, OpenRelease | undefined>();
  for (const n of new Set(lastTold.values())) older.set(n, openRelease(await store.releases.find(review, n)));
  const told = all.filter((t) => t.release === number);
  const done = new Set(told.map((t) => t.person));
  const toTell: ToTell[] = [];
  let untouched = 0;
  for (const person of everybody(release.review, [...older.values()], lastTold)) {
    if (done.has(person.id)) continue;
    const before = older.get(lastTold.get(person.id) ?? 0);
    const changes = ownChanges(before, release, person.id);
    if (changes.length === 0) untouched++;
    else
      toTell.push({
        person: person.id,
        name: person.name,
        isPeer: isPeer(person),
        email: emailOf(person),
        first: before === undefined,
        changes,
      });
  }
  return { release, toTell, told, untouched };
}

/** The team, those seen, and those who were told once and are neither any more. */
function everybody(
  review: Review,
  older: readonly (OpenRelease | undefined)[],
  lastTold: ReadonlyMap<string, number>,
): readonly (Peer | Contact)[] {
  const now = [...review.peers, ...review.contacts];
  const known = new Set(now.map((person) => person.id));
  const gone = [...lastTold.keys()].flatMap((id): readonly (Peer | Contact)[] => {
    if (known.has(id)) return [];
    const found = older.map(
      (release) => release && (peerOf(release.review, id) ?? contactOf(release.review, id)),
    );
    return found.find(Boolean) ? [found.find(Boolean) as Peer | Contact] : [];
  });
  return [...now, ...gone];
}

/** Where telling people of a review's last release stands; undefined while nothing is approved. */
export type TellingOf = (line: Pick<ReviewLine, 'id' | 'version'>) => Promise<Telling | undefined>;

/** Works out whom to tell, and keeps it until there is another release, somebody was told, or the review is another. */
export function createTelling(store: Pick<Store, 'releases' | 'told'>): TellingOf {
  const kept = new Map<string, { readonly of: string; readonly telling: Telling | undefined }>();
  return async ({ id, version }) => {
    const number = (await store.releases.of(id)).at(-1)?.number;
    if (number === undefined) return undefined;
    const of = `${version} ${number} ${(await store.told.of(id)).length}`;
    const known = kept.get(id);
    if (known?.of === of) return known.telling;
    const telling = await tellingOf(store, id);
    kept.set(id, { of, telling });
    return telling;
  };
}
