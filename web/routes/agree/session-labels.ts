import type { Programme } from '../../../src/programme/programme.ts';
import { namesOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { momentName } from '../../../src/time/words.ts';

/**
 * What each session is called in a list of them, by its id: its title; where another has the same, also when it is held
 * or, without a place, who is seen, so that the two are told apart.
 */
export function sessionLabels(
  review: Review,
  programme: Pick<Programme, 'placements'> | undefined,
): ReadonlyMap<string, string> {
  const titles = new Map<string, number>();
  for (const { title } of review.sessions) titles.set(title, (titles.get(title) ?? 0) + 1);
  return new Map(
    review.sessions.map(({ id, title, contacts }) => {
      if (titles.get(title) === 1) return [id, title];
      const placed = programme?.placements.find((p) => p.session === id);
      const apart = placed
        ? momentName(review.week, placed.start)
        : [...(contacts.length > 0 ? [namesOf(review, contacts)] : []), 'not placed'].join(', ');
      return [id, `${title} (${apart})`];
    }),
  );
}
