import type { Entry } from '../../../src/entry/entry.ts';
import type { ContactEntry, SessionEntry } from '../../../src/review/file.ts';
import { priorities } from '../../../src/review/session.ts';
import type { DiaryLink } from '../../../src/store/diary-links-port.ts';
import type { WeekTimes } from '../../week-times.ts';

/** Somebody whose diary is wanted, and how much hangs on it. */
export interface Chased {
  readonly contact: ContactEntry;
  readonly answered: boolean;
  /** The session that has the fewest places left of those that matter most; undefined: they are in none. */
  readonly holdsUp?: { readonly session: SessionEntry; readonly places: number | undefined };
  readonly sessions: number;
  /** The links that are still good, oldest first. */
  readonly links: readonly DiaryLink[];
  /** What they wrote last by a link. */
  readonly comment?: string;
}

/** Every session that is placed on its own, with everybody in it. */
function placedAlone(entry: Entry): readonly { session: SessionEntry; people: ReadonlySet<string> }[] {
  const sessions = entry.sessions ?? [];
  const inside = new Set(sessions.flatMap((s) => s.includes ?? []));
  return sessions
    .filter((s) => !inside.has(s.id))
    .map((session) => {
      const parts = [session, ...sessions.filter((s) => session.includes?.includes(s.id))];
      return { session, people: new Set(parts.flatMap((s) => s.contacts ?? [])) };
    });
}

/**
 * Whom to ask first: those who have not answered before those who have, then by how much they hold up: musts before
 * shoulds, and of each the sessions with the fewest places left. `times`: those that each session has; undefined while
 * they can't be counted.
 */
export function chaseList(
  entry: Entry,
  times: WeekTimes | undefined,
  links: readonly DiaryLink[],
): readonly Chased[] {
  const all = placedAlone(entry);
  const rank = ({ session, left }: { session: SessionEntry; left: number | undefined }) =>
    priorities.indexOf(session.priority) * 10_000 + (left ?? 5_000);
  const chased = (entry.contacts ?? []).map((contact): Chased & { readonly rank: number } => {
    const own = all
      .filter(({ people }) => people.has(contact.id))
      .map(({ session }) => ({ session, left: times?.get(session.id)?.length }))
      .sort((a, b) => rank(a) - rank(b));
    const theirs = links.filter((l) => l.contact === contact.id);
    const comment = theirs.filter((l) => l.answeredAt).at(-1)?.comment;
    const worst = own[0];
    return {
      contact,
      answered: contact.diary !== undefined,
      ...(worst && { holdsUp: { session: worst.session, places: worst.left } }),
      sessions: own.length,
      links: theirs.filter((l) => l.revokedAt === undefined),
      ...(comment !== undefined && { comment }),
      rank: worst ? rank(worst) : Number.POSITIVE_INFINITY,
    };
  });
  return chased.sort(
    (a, b) =>
      Number(a.answered) - Number(b.answered) ||
      (a.rank === b.rank ? 0 : a.rank - b.rank) ||
      b.sessions - a.sessions ||
      a.contact.name.localeCompare(b.contact.name, 'en-GB'),
  );
}

/** Whom to ask, or to ask again: those in a session who have not answered. */
export const toAsk = (chased: readonly Chased[]): readonly Chased[] =>
  chased.filter((c) => !c.answered && c.sessions > 0);
