import type { Entry } from '../../../src/entry/entry.ts';
import { sessionWords } from '../../../src/publish/words.ts';
import type { ContactEntry } from '../../../src/review/file.ts';
import { addresses } from '../../addresses.ts';

/** Where else in the review somebody is named. */
export function personFacts(entry: Entry, review: string, { id }: ContactEntry) {
  const sessions = (entry.sessions ?? []).flatMap((session) => {
    const replaced = session.substitutes?.find((s) => s.for === id);
    const isSeen = session.contacts?.includes(id);
    if (!isSeen && session.host !== id && !replaced) return [];
    const notes = [
      sessionWords[session.kind].toLowerCase(),
      session.host === id && 'its host',
      replaced && `${replaced.by} comes instead`,
    ];
    return [
      {
        title: session.title,
        href: addresses.entered(review, 'sessions', session.id),
        notes: notes.filter(Boolean).join(', '),
      },
    ];
  });
  const events = (entry.review.frame?.days ?? [])
    .flatMap((day) => day.events ?? [])
    .filter((event) => event.contacts?.includes(id))
    .map((event) => event.title);
  const known = (entry.peers ?? []).filter((peer) => peer.knows?.includes(id)).map((peer) => peer.name);
  const { sponsor, organiser } = entry.review;
  return {
    sessions,
    addSession: addresses.sessions(review, { add: id }),
    others: [
      ...(sponsor === id ? ['Sponsors the review.'] : []),
      ...(organiser === id ? ['Organises the review at the council.'] : []),
      ...events.map((title) => `Is named for ${title}.`),
      ...known.map((name) => `${name} has declared that they know them, so takes no session with them.`),
    ],
  };
}
