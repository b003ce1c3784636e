import type { Entry } from '../../../src/entry/entry.ts';
import { diaryFrom, weekOf } from '../../../src/intake/diary-entry.ts';
import { sayDiary } from '../../../src/intake/typed-diary/index.ts';
import { counted, listed } from '../../../src/publish/words.ts';
import type { DiaryLink } from '../../../src/store/diary-links-port.ts';
import type { Week } from '../../../src/time/week.ts';
import { instantDay } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import type { WeekTimes } from '../../week-times.ts';
import { type Chased, chaseList, toAsk } from './chase.ts';

export interface DiariesGiven {
  readonly entry: Entry;
  /** When each session could be held; undefined while that can’t be counted. */
  readonly times: WeekTimes | undefined;
  readonly links: readonly DiaryLink[];
  readonly now: Date;
}

/** Who has said when they can, who has not, the one who holds up most first. */
export function diariesView({ entry, times, links, now }: DiariesGiven) {
  const id = entry.review.id;
  const week = weekOf(entry.review) ?? { firstDay: entry.review.firstDay, zone: 'Europe/London' };
  const chased = chaseList(entry, times, links);
  const waiting = chased.filter((c) => !c.answered);
  return {
    isEmpty: chased.length === 0,
    people: addresses.people(id),
    count: `${chased.length - waiting.length} of ${counted(chased.length, 'person', 'people')} have said when they can be seen.`,
    counted: times !== undefined,
    ready: addresses.ready(id),
    ask: addresses.askDiaries(id),
    // Not ticked beforehand: what is done with those chosen is done to nobody whom one did not tick.
    all: counted(toAsk(chased).length, 'person who has not answered', 'people who have not answered'),
    canAskAll: toAsk(chased).length > 0,
    newMeeting: addresses.meeting(id, 'new'),
    endLinks: addresses.endDiaryLinks(id),
    rows: chased.map((c) => rowView(week, id, c, now)),
    meetings: (entry.meetings ?? []).map((m) => ({
      title: m.title,
      when: sayDiary(week, diaryFrom(week, { busy: m.spans }))
        .join(' ')
        .replace(/^(Can’t|Only): /, '')
        .replace(/\.$/, ''),
      who: namesIn(entry, m.contacts),
      href: addresses.meeting(id, m.id),
    })),
    others: [
      ...(entry.rooms ?? []).map((r) => ({
        name: r.name,
        href: addresses.diaryOf(id, 'rooms', r.id),
        has: r.diary !== undefined,
      })),
      ...(entry.sites ?? []).map((s) => ({
        name: s.name,
        href: addresses.diaryOf(id, 'sites', s.id),
        has: s.diary !== undefined,
      })),
    ],
  };
}

/** `Ann, Bo and 3 others`. */
function namesIn(entry: Entry, ids: readonly string[]): string {
  const names = ids.flatMap((id) => entry.contacts?.find((c) => c.id === id)?.name ?? []);
  if (names.length === 0) return 'nobody yet';
  return names.length > 4
    ? listed([...names.slice(0, 3), counted(names.length - 3, 'other')])
    : listed(names);
}

function rowView(week: Week, review: string, chased: Chased, now: Date) {
  const { contact, answered, links, comment } = chased;
  return {
    id: contact.id,
    name: contact.name,
    jobTitle: contact.jobTitle ?? '',
    href: addresses.diaryOf(review, 'contacts', contact.id),
    answered,
    said: answered ? sayDiary(week, diaryFrom(week, contact.diary)).join(' ') : '',
    comment: comment ?? '',
    holdsUp: holdsUpWords(chased),
    asked: askedWords(week, links, now),
    hasLinks: links.some((l) => l.endsAt > now.toISOString()),
  };
}

const priorityWords = { must: 'must be held', should: 'should be held', could: 'could be held' } as const;

/** `Interview with the director, must be held: 9 places left`. */
function holdsUpWords({ holdsUp, sessions }: Chased): string {
  if (!holdsUp) return 'In no session yet';
  const { session, places } = holdsUp;
  const left =
    places === undefined ? '' : places === 0 ? ': no place left' : `: ${counted(places, 'place')} left`;
  const more = sessions > 1 ? ` (and ${counted(sessions - 1, 'other')})` : '';
  return `${session.title}, ${priorityWords[session.priority]}${left}${more}`;
}

/** `Asked on 12 January 2026, until 1 February 2026; opened`. */
function askedWords(week: Week, links: readonly DiaryLink[], now: Date): string {
  const last = links.at(-1);
  if (!last) return '';
  const day = (instant: string) => instantDay(week, instant);
  const over = last.endsAt <= now.toISOString();
  const answered = links.filter((l) => l.answeredAt).at(-1)?.answeredAt;
  const opened = links.some((l) => l.openedAt);
  const times = links.length > 1 ? `Asked ${links.length} times, last on` : 'Asked on';
  const state = answered
    ? `answered on ${day(answered)}`
    : opened
      ? 'opened, no answer yet'
      : 'not opened yet';
  return `${times} ${day(last.issuedAt)}, ${over ? 'over since' : 'until'} ${day(last.endsAt)}: ${state}`;
}
