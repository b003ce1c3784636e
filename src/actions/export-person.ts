import type { Entry } from '../entry/entry.ts';
import { mentionsOf, recordOf } from '../entry/person/about.ts';
import { pretty } from '../publish/pretty.ts';
import type { Store } from '../store/ports.ts';
import { knownIn, versionsOf } from './known-person.ts';
import type { OpenEntry } from './open-entry.ts';

/**
 * Everything that is kept about one person in a review, as JSON for them to be given: their record as it is and as it
 * was, where they are in the programme, who else's entries mention them, their links, and who looked at their pages.
 * Undefined for somebody who is not and never was in the review.
 */
export async function exportPerson(
  { store, now }: { readonly store: Store; readonly now: () => Date },
  { entry, line, open }: OpenEntry,
  id: string,
): Promise<string | undefined> {
  const known = await knownIn(store, entry, line.id, id);
  if (!known) return undefined;
  const placed = new Set(sessionsWith(entry, id).map((session) => session.id));
  const placements = open?.draft?.programme.placements ?? [];
  return pretty({
    what: 'Everything that Peerweek keeps about one person in this review',
    asOf: now().toISOString(),
    review: { council: line.council, firstDay: line.firstDay },
    names: known.names,
    record: recordOf(entry, id) ?? 'No longer in the review; only in its history',
    earlierRecords: await earlier(store, line.id, id),
    sessions: sessionsWith(entry, id),
    programme: placements.filter((p) => placed.has(p.session) || p.peers.includes(id)),
    mentions: mentionsOf(entry, id, known.names),
    rows: await store.persons.rows(line.id, id, known.emails),
    history: (await store.history.of(line.id)).filter((l) =>
      known.names.some((name) => l.why.includes(name)),
    ),
    lookedAt: await looked(store, line.id, id),
  });
}

const sessionsWith = ({ sessions = [] }: Entry, id: string) =>
  sessions.filter(
    (s) =>
      s.contacts?.includes(id) ||
      s.host === id ||
      s.peers?.named?.includes(id) ||
      s.substitutes?.some((x) => x.for === id),
  );

/** Each record that they had, once, with the first version that had it. */
async function earlier(store: Store, review: string, id: string) {
  const records: { version: number; at: string; by: string; record: unknown }[] = [];
  let last = '';
  for await (const { version, at, by, entry } of versionsOf(store, review)) {
    const record = recordOf(entry, id);
    const text = JSON.stringify(record) ?? '';
    if (text === last) continue;
    last = text;
    records.push({ version, at, by, record: record ?? 'Not in the review' });
  }
  return records;
}

/** Who looked at the pages about them, the latest first. */
async function looked(store: Store, review: string, id: string) {
  const all = await Promise.all(
    ['people', 'peers'].map((list) =>
      store.accesses.of(review, { from: 0, most: 1000, page: `/${list}/${id}` }),
    ),
  );
  return all
    .flat()
    .map(({ who, what, page, times, firstAt, lastAt }) => ({ who, what, page, times, firstAt, lastAt }));
}
