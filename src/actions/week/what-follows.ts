import { addBusy, type DiaryList } from '../../entry/diaries.ts';
import { all, put, withoutGaps } from '../../entry/edit.ts';
import { type Edit, itemIn } from '../../entry/entry.ts';
import { type LockedPart, unlock } from '../../entry/locks.ts';
import { grantWaiver } from '../../entry/waivers.ts';
import { type Move, parking } from '../../programme/edit.ts';
import { hasBegun } from '../../programme/past.ts';
import type { Held } from '../../programme/placement.ts';
import { heldIn, type Programme } from '../../programme/programme.ts';
import { spanEntry } from '../../review/diary-entry.ts';
import { sessionOf } from '../../review/facts.ts';
import type { SessionEntry } from '../../review/file.ts';
import { windowFor } from '../../review/frame.ts';
import { type Happened, seenAgainAs, seenAgainRule } from '../../review/happening.ts';
import type { Review } from '../../review/review.ts';
import { usualMinutes } from '../../review/session.ts';
import type { Happening } from '../../store/happenings-port.ts';
import { dayOf, type Minute, type Span } from '../../time/span.ts';
import { writeLocal } from '../../time/week.ts';
import { minutes } from '../../time/words.ts';
import { inTheWay, leftOf } from './affected.ts';

/** What something that happened makes of what is entered and of the draft, before anything is mended. Twice is once. */
export interface Follows {
  readonly edit: Edit;
  readonly move: Move;
}

/** What is looked at: the review, its programme, and where the week is. */
interface Given {
  readonly review: Review;
  readonly programme: Programme;
  /** Of the week: what had begun by then stays as it was. */
  readonly minute: Minute;
}

/** What happened, and who reported it when. */
type Reported = Happened & Partial<Pick<Happening, 'by' | 'at'>>;

const nothing: Follows = { edit: (entry) => entry, move: (programme) => programme };

const changed =
  (id: string, change: (session: SessionEntry) => SessionEntry): Edit =>
  (entry) => {
    const session = itemIn(entry, 'sessions', id);
    return session ? put('sessions', withoutGaps(change(session)))(entry) : entry;
  };

const unlocked = (session: string, parts: readonly LockedPart[]): Edit =>
  all(parts.map((part) => unlock(session, part)));

/** They can’t be had then; what has begun is left out of it. */
function gone({ review, programme, minute }: Given, list: DiaryList, id: string, span: Span) {
  const held = heldIn(review, programme);
  const spans = leftOf(review, held, id, span, minute);
  return {
    edit: addBusy(
      list,
      id,
      spans.map((s) => spanEntry(review.week, s)),
    ),
    touched: inTheWay(review, held, id, spans, minute),
  };
}

/** A session that is asked for once more: what it was about, on any day that is left. */
function oneMore(
  { review, minute }: Given,
  { about, adds, kind, from, to }: Happened,
  title: (first: SessionEntry) => string,
): Edit {
  return (entry) => {
    const first = itemIn(entry, 'sessions', about);
    if (!first || adds === undefined) return entry;
    const { fixed: _, after: __, includes: ___, roles: ____, ...rest } = first;
    const second = kind === 'second-interview';
    const days = review.frame.windows.map((w) => w.day);
    const window = windowFor(review, { from, to });
    const made: SessionEntry = {
      ...rest,
      id: adds,
      title: title(first),
      priority: second ? 'should' : first.priority,
      ...(second && { kind: seenAgainAs(first.kind), minutes: to - from, place: placeOf(first) }),
      // A time that was agreed with them, as long as it is still to come.
      ...(second && from > minute && window && { fixed: writeLocal(review.week, from) }),
      ...(second && from > minute && window?.evening && { evening: true }),
      earliestDay: Math.max(dayOf(minute), Math.min(...days)),
      latestDay: Math.max(...days),
    };
    return put('sessions', withoutGaps(made), about)(entry);
  };
}

/** Where it is to be longer or shorter than usual, that is an exception of the review manager, who alone can ask for it. */
function ofThatLength({ review }: Given, happened: Reported): readonly Edit[] {
  const { about, adds, from, to, by = '', at = review.editedAt } = happened;
  const kind = sessionOf(review, about)?.kind;
  if (!kind || adds === undefined || to - from === usualMinutes[seenAgainAs(kind)]) return [];
  const because = `${minutes(to - from)} were asked for when they were to be seen again.`;
  return [grantWaiver({ rule: seenAgainRule(kind), about: adds, by, at, because })];
}

const secondTitle = ({ kind, title }: SessionEntry): string =>
  `Second ${seenAgainAs(kind) === 'interview' ? 'interview' : 'session'}: ${title}`;

/** Whoever was seen in a group or out at a site is seen again in any room. */
const placeOf = ({ kind, place }: SessionEntry) =>
  kind === 'interview' || kind === 'debrief' ? place : { room: true as const };

const withoutPeer =
  (peer: string) =>
  (session: SessionEntry): SessionEntry => {
    const { named, ...rest } = session.peers ?? {};
    return named ? { ...session, peers: { ...rest, named: named.filter((id) => id !== peer) } } : session;
  };

const anyRoom =
  (room: string) =>
  (session: SessionEntry): SessionEntry =>
    session.place?.room === room ? { ...session, place: { ...session.place, room: true } } : session;

const each = (touched: readonly Held[], edit: (id: string) => Edit): Edit =>
  all(touched.map((h) => edit(h.session.id)));

/**
 * What follows from something that happened, as far as it is not a matter of choice: whose diary says no from now on,
 * which session is asked for once more or no longer. Where else things go is for the repair to say.
 */
export function whatFollows(given: Given, happened: Reported): Follows {
  const { review, programme, minute } = given;
  const { kind, about, from, to } = happened;
  const span: Span = { from, to };
  const session = sessionOf(review, about);
  const placement = programme.placements.find((p) => p.session === about);
  switch (kind) {
    case 'held':
      return nothing;
    case 'over-ran': {
      if (!session || !placement) return nothing;
      // Those who travelled are back as much later.
      const back: Span = { from: placement.away.to, to: placement.away.to + (to - from) };
      const { place } = placement;
      const edits = [
        ...placement.peers.map((id) => gone(given, 'peers', id, back).edit),
        ...session.contacts.map((id) => gone(given, 'contacts', id, span).edit),
        ...('room' in place ? [gone(given, 'rooms', place.room, span).edit] : []),
      ];
      return { ...nothing, edit: all(edits) };
    }
    case 'late':
    case 'cancelled': {
      if (!session || !placement || hasBegun(placement, minute)) return nothing;
      const edits = session.contacts.map((id) => gone(given, 'contacts', id, span).edit);
      const freed = changed(about, ({ fixed: _, latestDay: __, ...rest }) => rest);
      return { ...nothing, edit: all([...edits, freed, unlocked(about, ['time', 'place', 'peers'])]) };
    }
    case 'not-held':
      return { ...nothing, edit: oneMore(given, happened, (first) => `${first.title} (put off)`) };
    case 'second-interview':
      return {
        ...nothing,
        edit: all([oneMore(given, happened, secondTitle), ...ofThatLength(given, happened)]),
      };
    case 'called-off': {
      if (!session || (placement && hasBegun(placement, minute))) return nothing;
      // On the evening before there is no time for sessions: nothing puts it back into the week by itself.
      const off = changed(about, ({ fixed: _, ...rest }) => ({
        ...rest,
        priority: 'could',
        earliestDay: 0,
        latestDay: 0,
      }));
      return {
        edit: all([off, unlocked(about, ['time', 'place', 'peers'])]),
        move: parking(about, 'It was called off in the week.'),
      };
    }
    case 'peer-away': {
      const { edit, touched } = gone(given, 'peers', about, span);
      const freed = each(touched, (id) => all([changed(id, withoutPeer(about)), unlock(id, 'peers')]));
      return { ...nothing, edit: all([edit, freed]) };
    }
    case 'room-lost': {
      const { edit, touched } = gone(given, 'rooms', about, span);
      const freed = each(touched, (id) => all([changed(id, anyRoom(about)), unlock(id, 'place')]));
      return { ...nothing, edit: all([edit, freed]) };
    }
    case 'site-closed': {
      const { edit, touched } = gone(given, 'sites', about, span);
      return { ...nothing, edit: all([edit, each(touched, (id) => unlocked(id, ['time', 'place']))]) };
    }
  }
}
