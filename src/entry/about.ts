import type { DiaryEntry } from '../review/file.ts';
import { withoutGaps } from './edit.ts';
import type { Edit, Entry } from './entry.ts';

/** Renames the council, and with it the organisation of those who are of the council. */
export const renameCouncil =
  (council: string): Edit =>
  (entry) => {
    const before = entry.review.council;
    if (before === council) return entry;
    return withoutGaps({
      ...entry,
      review: { ...entry.review, council },
      contacts: entry.contacts?.map((contact) =>
        contact.organisation === before ? { ...contact, organisation: council } : contact,
      ),
    }) as Entry;
  };

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
const moved = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/**
 * Moves the week. Sessions with a fixed time keep their day of the week; diaries stay at their dates, since that is
 * what they were given for.
 */
export const moveWeek =
  (firstDay: string): Edit =>
  (entry) => {
    const days = daysBetween(entry.review.firstDay, firstDay);
    if (days === 0) return entry;
    return withoutGaps({
      ...entry,
      review: { ...entry.review, firstDay },
      sessions: entry.sessions?.map((session) =>
        session.fixed === undefined
          ? session
          : { ...session, fixed: `${moved(session.fixed.slice(0, 10), days)}${session.fixed.slice(10)}` },
      ),
    }) as Entry;
  };

const hasDates = ({ busy = [], ifNeeded = [], preferred = [] }: DiaryEntry = {}): boolean =>
  [...busy, ...ifNeeded, ...preferred].some((span) => !('day' in span));

/** How many diaries are kept by date, and so belong to the week that there is. */
export const datedDiaries = ({ contacts = [], peers = [], rooms = [], sites = [] }: Entry): number =>
  [...contacts, ...peers, ...rooms, ...sites].filter(({ diary }) => hasDates(diary)).length;
