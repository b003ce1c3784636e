import type { Followed } from '../../../src/actions/follow-link.ts';
import { personWeek } from '../../../src/publish/person-week.ts';
import { versionWords } from '../../../src/publish/words.ts';
import { nameOf } from '../../../src/review/facts.ts';
import { weekday } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { personWeekView } from '../../week-view.ts';

/** Where am I to be, with whom? For a phone, and for nobody but the one peer. */
export function privateWeekView({ person, open: { review, draft } }: Followed, token: string) {
  const week = draft && personWeek(review, draft.programme, person);
  return {
    title: `The week of ${nameOf(review, person)}`,
    name: nameOf(review, person),
    council: review.council,
    version: versionWords(review),
    isBuilt: draft !== undefined,
    days: (week?.days ?? []).map(({ day }) => ({
      href: `#day-${day}`,
      text: day === 0 ? 'Eve' : weekday(review.week, day).slice(0, 3),
      name: day === 0 ? 'The evening before' : weekday(review.week, day),
    })),
    week: personWeekView(week),
    calendar: addresses.feed(token),
  };
}
