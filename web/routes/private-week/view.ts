import type { Followed } from '../../../src/actions/follow-link.ts';
import { itemIn } from '../../../src/entry/entry.ts';
import { nameOf } from '../../../src/review/facts.ts';
import type { FeedKind } from '../../../src/store/ports.ts';
import type { CantCome } from '../../../src/store/requests-port.ts';
import { DAY } from '../../../src/time/span.ts';
import { instantAt, type Week, writeLocal } from '../../../src/time/week.ts';
import { instantDay, instantMoment, spanName, weekday } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { isFree, lineOf, momentView } from '../../moment-view.ts';
import { type OwnItem, ownDays } from './item-view.ts';

export interface OwnGiven {
  readonly followed: Followed;
  readonly token: string;
  readonly now: Date;
  /** What a contact said of their sessions, and is not settled. */
  readonly requests: readonly CantCome[];
  /** What was just done, in words. */
  readonly said: string;
}

const words: Readonly<
  Record<FeedKind, { readonly of: string; readonly none: string; readonly sees: string }>
> = {
  peer: {
    of: 'Your week at',
    none: 'Nothing has been agreed yet. When the review manager has approved the programme, your week is shown here, and in your calendar.',
    sees: 'your week',
  },
  contact: {
    of: 'When the peer review team sees you, at',
    none: 'Nothing has been agreed yet. When the programme is approved, you find here when and where the team sees you.',
    sees: 'when the team sees you',
  },
  room: {
    of: 'What is held in this room for the peer review, at',
    none: 'Nothing has been agreed yet. When the programme is approved, you find here what is held in this room.',
    sees: 'what is held in this room',
  },
  whole: { of: 'The peer review of', none: '', sees: 'the programme' },
  board: { of: '', none: '', sees: '' },
  releases: { of: '', none: '', sees: '' },
};

/** Days after the week for which a phone may keep the page. */
const KEPT_DAYS = 14;

const lists = ['peers', 'contacts', 'rooms'] as const;

/** Whose link it is, by the name that it has now, or had when it was agreed. */
export function ownerOf({ person, kind, agreed, entry }: Followed): string {
  if (kind === 'whole') return 'The whole programme';
  const named = agreed ? nameOf(agreed.review, person) : person;
  if (named !== person) return named;
  const entered = entry && lists.map((list) => itemIn(entry, list, person)?.name).find(Boolean);
  return entered ?? (kind === 'room' ? 'A room' : 'One person');
}

function cantOf(week: Week, item: OwnItem, { followed: { kind }, requests }: OwnGiven) {
  if (kind !== 'contact' || item.session === undefined) return null;
  // What was said of another time was answered by the one that they have now.
  const made = requests.find(
    (r) =>
      r.session === item.session &&
      r.starts < writeLocal(week, item.to) &&
      writeLocal(week, item.from) < r.ends,
  );
  return {
    session: item.session,
    id: `comment-${item.session}`,
    when: spanName(week, item),
    told: made
      ? `You said on ${instantDay(week, made.madeAt)} that you can’t make it${made.comment ? `: “${made.comment}”` : ''}. The council knows.`
      : '',
  };
}

/** Where am I to be, with whom? As it was agreed; for a phone, and for nobody but whose link it is. */
export function ownWeekView(given: OwnGiven) {
  const { followed, token, now, said } = given;
  const { agreed, kind, person, line } = followed;
  const name = ownerOf(followed);
  const week: Week = agreed?.review.week ?? { firstDay: line.firstDay, zone: 'Europe/London' };
  const days = agreed ? ownDays(agreed, kind, person) : [];
  const items = days.flatMap((day) => day.items);
  const moment = momentView(week, items, now);
  return {
    title: kind === 'peer' ? `The week of ${name}` : name,
    name,
    ...words[kind],
    council: line.council,
    offline: addresses.offline,
    version: agreed ? `Release ${agreed.release.number}, ${instantMoment(week, agreed.release.at)}` : '',
    fetched: instantMoment(week, now.toISOString()),
    fetchedAt: now.toISOString(),
    begins: instantAt(week, 0),
    ends: instantAt(week, 6 * DAY),
    until: instantAt(week, (6 + KEPT_DAYS) * DAY),
    said,
    moment,
    days: days.map(({ day, name: dayName, items }) => ({
      id: `day-${day}`,
      name: dayName,
      short: day === 0 ? 'Eve' : weekday(week, day).slice(0, 3),
      items: items.map((item) => ({
        kind: item.kind,
        title: item.title,
        what: item.what,
        time: item.time,
        lines: item.lines,
        marks: item.marks,
        from: instantAt(week, item.from),
        to: instantAt(week, item.to),
        line: lineOf(week, item),
        free: isFree(item),
        now: moment?.going.includes(item) ?? false,
        cant: cantOf(week, item, given),
      })),
    })),
    cantCome: addresses.cantCome(token),
    addCalendar: addresses.addCalendar(token),
  };
}
