import type { Programme } from '../programme/programme.ts';
import type { Review } from '../review/review.ts';
import { dayOf } from '../time/span.ts';
import { dayName } from '../time/words.ts';
import { personWeek, seenWords, type WeekItem } from './person-week.ts';
import { partnerWords } from './who.ts';
import { listed } from './words.ts';

/** One thing in somebody's week that is other than they were told; both texts where it moved. */
export interface OwnChange {
  /** The session's or event's id. */
  readonly about: string;
  readonly title: string;
  /** `Tuesday 24 March, 9.00am to 10.00am, Committee Room A`, as they were told. */
  readonly before?: string;
  readonly after?: string;
  /** Who comes, for a contact; with whom and whom they see, for a peer: as it is now. */
  readonly with: string;
}

interface Agreed {
  readonly review: Review;
  readonly programme: Programme;
}

interface Own {
  readonly title: string;
  readonly slot: string;
  readonly with: string;
  /** What of it somebody has to be told when it changes. */
  readonly matters: string;
}

const withWords = (item: WeekItem, isPeer: boolean): string =>
  isPeer
    ? [listed(item.team.map(partnerWords)), ...seenWords(item)].filter(Boolean).join('; ')
    : listed(item.team.map((p) => `${p.name} (${p.role})`));

/** What somebody has, by what it is: journeys and free time come with it, and are no news of their own. */
function ownIn({ review, programme }: Agreed, person: string): ReadonlyMap<string, Own> {
  const week = personWeek(review, programme, person);
  const items = (week?.days ?? []).flatMap((day) => day.items);
  return new Map(
    items
      .filter((item) => item.about !== null && (item.kind === 'session' || item.kind === 'event'))
      .map((item) => {
        const slot = [dayName(review.week, dayOf(item.from)), item.time, item.place]
          .filter(Boolean)
          .join(', ');
        const team = withWords(item, week?.isPeer === true);
        // The team may change between themselves whom they send: a contact need not hear of that.
        const matters = week?.isPeer
          ? `${slot} ${team} ${review.week.firstDay}`
          : `${slot} ${review.week.firstDay}`;
        return [`${item.kind} ${item.about}`, { title: item.title, slot, with: team, matters }];
      }),
  );
}

/**
 * What is other in somebody's own week than it was when they were told of it, in the order of the week; what is no longer
 * there comes last. Everything, where they were told of nothing yet. Nothing of anybody else's.
 */
export function ownChanges(before: Agreed | undefined, after: Agreed, person: string): readonly OwnChange[] {
  const [was, is] = [before ? ownIn(before, person) : new Map<string, Own>(), ownIn(after, person)];
  const idOf = (key: string): string => key.slice(key.indexOf(' ') + 1);
  const changed = [...is].flatMap(([key, now]): readonly OwnChange[] => {
    const then = was.get(key);
    if (then?.matters === now.matters) return [];
    return [
      {
        about: idOf(key),
        title: now.title,
        ...(then && { before: then.slot }),
        after: now.slot,
        with: now.with,
      },
    ];
  });
  const gone = [...was]
    .filter(([key]) => !is.has(key))
    .map(
      ([key, then]): OwnChange => ({
        about: idOf(key),
        title: then.title,
        before: then.slot,
        with: then.with,
      }),
    );
  return [...changed, ...gone];
}
