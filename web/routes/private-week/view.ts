import type { Followed } from '../../../src/actions/follow-link.ts';
import { itemIn } from '../../../src/entry/entry.ts';
import { personWeek } from '../../../src/publish/person-week.ts';
import { versionWords } from '../../../src/publish/words.ts';
import { peerOf } from '../../../src/review/facts.ts';
import { weekday } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { personWeekView } from '../../week-view.ts';

/** Where am I to be, with whom? As it was agreed; for a phone, and for nobody but the one peer. */
export function privateWeekView({ person, line, entry, agreed }: Followed, token: string) {
  const week = agreed && personWeek(agreed.review, agreed.draft.programme, person);
  const name =
    (agreed && peerOf(agreed.review, person)?.name) ??
    (entry && itemIn(entry, 'peers', person)?.name) ??
    'One peer';
  return {
    title: `The week of ${name}`,
    name,
    council: line.council,
    version: agreed ? versionWords(agreed.review) : '',
    days: (week?.days ?? []).map(({ day }) => ({
      href: `#day-${day}`,
      text: day === 0 ? 'Eve' : weekday(agreed!.review.week, day).slice(0, 3),
      name: day === 0 ? 'The evening before' : weekday(agreed!.review.week, day),
    })),
    week: personWeekView(week),
    calendar: addresses.feed(token),
  };
}
