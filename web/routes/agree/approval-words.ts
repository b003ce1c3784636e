import { counted } from '../../../src/publish/words.ts';
import type { Review } from '../../../src/review/review.ts';
import { limitIn } from '../../../src/rules/rule.ts';
import { approvalDays } from '../../../src/rules/two-weeks-before.ts';
import { daysUntil } from '../../../src/time/week.ts';
import { dayAndYear } from '../../../src/time/words.ts';

/** How the two weeks' clock stands (rule `two-weeks-before`): late is said, and still allowed. */
export function approvalWords({
  review,
  today,
}: {
  readonly review: Pick<Review, 'week' | 'limits' | 'approvedAt'>;
  readonly today: string;
}): string {
  const due = limitIn(review, approvalDays);
  const on = dayAndYear(review.week, 1 - due);
  const toGo = daysUntil(review.week, today);
  if (toGo < -4) return `${on}. The on-site week is over.`;
  if (toGo <= 0) return `${on}. The on-site week has begun.`;
  if (review.approvedAt !== undefined) return `${on}. It is approved.`;
  const left = toGo - due;
  if (left > 0) return `${on}: ${counted(left, 'day')} from today`;
  return left === 0 ? `${on}: today` : `${on}: ${counted(-left, 'day')} ago. Late, and still allowed.`;
}
