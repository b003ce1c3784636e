import type { Review } from '../../src/review/review.ts';
import type { Store } from '../../src/store/ports.ts';
import { dateOfInstant } from '../../src/time/week.ts';
import { instantDay } from '../../src/time/words.ts';
import { addresses } from '../addresses.ts';
import { approvalWords } from './agree/approval-words.ts';

/** What the clock is read from: a review that is whole, or as much of one as is entered. */
interface Timed extends Pick<Review, 'id' | 'week' | 'limits' | 'approvedAt'> {
  /** The version of its draft, where there is one. */
  readonly draft: number | undefined;
}

/** The two weeks' clock as it stands above every page of a review, and the page on which the programme is agreed. */
export async function clockOf(
  { agreements }: Pick<Store, 'agreements'>,
  { id, draft, ...review }: Timed,
  now: Date,
): Promise<{ readonly text: string; readonly href: string }> {
  const href = addresses.agree(id);
  if (review.approvedAt === undefined) {
    const today = dateOfInstant(review.week, now.toISOString());
    return { text: `To be approved by ${approvalWords({ review, today })}`, href };
  }
  const { programmeVersion = 0, stage } = await agreements.of(id);
  const changed = stage !== 'approved' || (draft ?? programmeVersion) > programmeVersion;
  const when = `Approved ${instantDay(review.week, review.approvedAt)}`;
  return {
    text: changed && programmeVersion > 0 ? `${when}; changed since, to be approved again` : when,
    href,
  };
}
