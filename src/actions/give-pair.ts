import { type PairChoice, pairChoices, takenBy } from '../check/pair-choices.ts';
import type { Move } from '../programme/edit.ts';
import { nameOf, namesOf } from '../review/facts.ts';
import type { OpenReview } from './open-review.ts';

/** A session given to others: the change of the draft, and what the history will say of it. */
export interface PairGiven {
  readonly choice: PairChoice;
  readonly move: Move;
  readonly why: string;
}

/**
 * Gives a session to others, alone or in change with the pair of another: the first choice (the cheapest) that is
 * wanted and that breaks no rule. Undefined where there is none such.
 */
export function pairGiven(
  { review, draft }: OpenReview,
  session: string,
  isWanted: (choice: PairChoice) => boolean,
): PairGiven | undefined {
  if (!draft) return undefined;
  const choice = pairChoices(review, draft.programme, session).find(
    (c) => c.breaks.length === 0 && isWanted(c),
  );
  const [first, ...others] = choice?.taken ?? [];
  if (!choice || !first) return undefined;
  const also = others.map((o) => nameOf(review, o.session)).join(' and ');
  return {
    choice,
    move: (programme) => takenBy(programme, choice.taken),
    why: `Gave ${nameOf(review, session)} to ${namesOf(review, first.peers)}${also && `, who change places with those of ${also}`}`,
  };
}
