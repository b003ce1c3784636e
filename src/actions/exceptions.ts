import { grantWaiver, withdrawWaiver } from '../entry/waivers.ts';
import { exceptionName } from '../publish/exception-words.ts';
import { contactOf, nameOf, peerOf, sessionOf } from '../review/facts.ts';
import { ruleOf } from '../rules/index.ts';
import { type Changed, changeReview, type Needs } from './change-review.ts';
import type { OpenReview } from './open-review.ts';

/** An exception that is asked for, from what the person saw of the review (`seen`: its version). */
export interface ExceptionAsked {
  readonly rule: string;
  /** The id of a session or a person. */
  readonly about: string;
  readonly because: string;
  readonly seen: number;
}

/** What is missing of it: a rule that may be waived, what it is about, or the reason. */
export type ExceptionWants = 'rule' | 'about' | 'because';

export type Excepted = Changed | { readonly kind: 'wants'; readonly field: ExceptionWants };

function wanting(
  { review }: Pick<OpenReview, 'review'>,
  { rule, about, because }: ExceptionAsked,
): ExceptionWants | undefined {
  if (!ruleOf(rule)?.parts.some((p) => p.waivable)) return 'rule';
  if (!(sessionOf(review, about) ?? contactOf(review, about) ?? peerOf(review, about))) return 'about';
  return because === '' ? 'because' : undefined;
}

/** Grants an exception to a rule, with its reason; over one that was granted before. */
export async function grantException(
  needs: Needs,
  open: Pick<OpenReview, 'review'>,
  asked: ExceptionAsked,
  by: string,
): Promise<Excepted> {
  const field = wanting(open, asked);
  if (field) return { kind: 'wants', field };
  const { seen, ...waiver } = asked;
  const why = `Granted an exception (${exceptionName(asked.rule)}) for ${nameOf(open.review, asked.about)}`;
  const edit = grantWaiver({ ...waiver, by, at: needs.now().toISOString() });
  return changeReview(needs, open.review.id, seen, edit, { by, why });
}

/** Takes an exception back. */
export const withdrawException = (
  needs: Needs,
  { review }: Pick<OpenReview, 'review'>,
  { rule, about, seen }: Omit<ExceptionAsked, 'because'>,
  by: string,
): Promise<Changed> =>
  changeReview(needs, review.id, seen, withdrawWaiver(rule, about), {
    by,
    why: `Withdrew the exception (${exceptionName(rule)}) for ${nameOf(review, about)}`,
  });
