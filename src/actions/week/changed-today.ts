import { type Change, changesBetween } from '../../programme/changes.ts';
import { knownToBoth } from '../../review/known-to-both.ts';
import type { Store } from '../../store/ports.ts';
import { dayOf } from '../../time/span.ts';
import { minuteAt } from '../../time/week.ts';
import { type OpenRelease, openRelease } from '../amendments.ts';
import type { Moment } from './moment.ts';

/** What a release of today changed of today and the days to come. */
export interface ChangedToday {
  readonly release: OpenRelease;
  readonly changes: readonly Change[];
}

/** What was approved on the day of the moment, after the first release, and what it changed; the newest first. */
export async function changedToday(
  store: Pick<Store, 'releases'>,
  last: OpenRelease,
  moment: Moment,
): Promise<readonly ChangedToday[]> {
  const { review } = last;
  const day = (at: string) => dayOf(Math.floor(minuteAt(review.week, Date.parse(at))));
  const today = (await store.releases.of(review.id)).filter(
    (line) => line.number > 1 && day(line.at) === moment.day,
  );
  const found: ChangedToday[] = [];
  for (const line of today.toReversed()) {
    const after = openRelease(await store.releases.find(review.id, line.number));
    const before = openRelease(await store.releases.find(review.id, line.number - 1));
    if (!after || !before) continue;
    const known = knownToBoth(before.review, after.review);
    const changes = changesBetween(known, before.programme, after.programme);
    found.push({ release: { ...after, review: known }, changes });
  }
  return found;
}
