import type { Draft } from '../src/actions/open-review.ts';
import { proofWords } from '../src/publish/proof-words.ts';

/** What is proven about a draft, as the review stands. */
export function provenOf({ verdict: { cost }, programme: { bound }, answer, behind }: Draft): string {
  if (behind) return 'The review has changed since this programme was built, so nothing is proven about it.';
  return proofWords(answer && bound && { status: answer.status, cost, bound });
}
