import { type DiaryOf, type PlacesLeft, placesLeft, sessionsOf } from '../../../solver/explain/left/left.ts';
import { counted, listed } from '../../../src/publish/words.ts';
import type { Diary } from '../../../src/review/diary.ts';
import { nameOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { withUsualTeam } from '../../../src/review/usual-team.ts';
import { momentName } from '../../../src/time/words.ts';

/** So few places are named one by one. */
const FEW = 3;
/** More sessions than this are not counted at every stroke. */
const MOST = 12;

export interface LeftLine {
  readonly title: string;
  readonly text: string;
  readonly none: boolean;
}

/** What a diary leaves of each session that it decides about, in words; none: it decides about none. */
export function leftLines(entered: Review, of: DiaryOf, diary: Diary): readonly LeftLine[] {
  const review = withUsualTeam(entered);
  if (sessionsOf(review, of).length > MOST) return [];
  return placesLeft(review, of, diary).map((places) => ({
    title: nameOf(review, places.session.id),
    text: wordsOf(review, places),
    none: places.left.length === 0,
  }));
}

/** `9 of 42 places left, 2 of them only if needed`; `1 of 42 places left: Wednesday 2.30pm`. */
function wordsOf(review: Review, { left, most }: PlacesLeft): string {
  if (most === 0) return 'no place, whatever this diary says: others, or where it is held, leave none';
  if (left.length === 0) return `no place left of ${most}: it can’t be held`;
  const pinch = left.filter((t) => t.ifNeeded).length;
  const only =
    pinch === 0 ? '' : pinch === left.length ? ', only if needed' : `, ${pinch} of them only if needed`;
  const named = left.length > FEW ? '' : `: ${listed(left.map(({ from }) => momentName(review.week, from)))}`;
  return `${left.length} of ${counted(most, 'place')} left${only}${named}`;
}
