import { type Change, changeName } from '../../src/programme/changes.ts';
import type { Placement } from '../../src/programme/placement.ts';
import type { Review } from '../../src/review/review.ts';
import { writeLocal } from '../../src/time/week.ts';

const seatObject = ({ week }: Review, { start, end, stream, place, peers, lead }: Placement): object => ({
  start: writeLocal(week, start),
  end: writeLocal(week, end),
  stream,
  place,
  peers,
  ...(lead !== undefined && { lead }),
});

/** What became of a session between two programmes, as a program reads it. */
export const changeObject = (review: Review, change: Change): object => ({
  session: change.session,
  moved: change.moved,
  ...(change.before && { before: seatObject(review, change.before) }),
  ...(change.after && { after: seatObject(review, change.after) }),
  tell: change.tell,
  says: changeName(review, change),
});
