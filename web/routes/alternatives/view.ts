import type { Comparison } from '../../../src/actions/comparisons.ts';
import type { OpenReview } from '../../../src/actions/open-review.ts';
import type { Alternative, Alternatives } from '../../../src/programme/alternatives.ts';
import { costWords } from '../../../src/publish/proof-words.ts';
import { counted } from '../../../src/publish/words.ts';
import { sessionsToPlace } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { addresses } from '../../addresses.ts';
import { figureRows } from '../../figures-view.ts';

function programmeView(
  review: Review,
  { id, title, means, gains, costs, cost, programme }: Alternative,
  n: number,
) {
  const all = sessionsToPlace(review).length;
  const words = costWords(cost);
  return {
    id,
    number: String(n + 1),
    title,
    means,
    held: `${programme.placements.length} of ${counted(all, 'session')} placed.`,
    cost: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
    gains,
    costs,
    isFirst: n === 0,
  };
}

function foundView(review: Review, { programmes, asides }: Alternatives) {
  return {
    programmes: programmes.map((p, n) => programmeView(review, p, n)),
    rows: figureRows(review, programmes),
    asides,
    alone: programmes.length === 1,
  };
}

/** The programme as it stands and others that differ, side by side; or how far the search for them is. */
export function alternativesView({ review, draft }: OpenReview, comparison: Comparison, late: boolean) {
  const working = comparison.state === 'working' ? comparison : undefined;
  return {
    isBuilt: draft !== undefined,
    behind: draft?.behind ?? false,
    late,
    failed: comparison.state === 'failed',
    outdated: comparison.state === 'not asked' && comparison.outdated === true && !late,
    begin: addresses.alternatives(review.id),
    use: addresses.useAlternative(review.id),
    programme: addresses.programme(review.id),
    working: working
      ? {
          far:
            working.tried === undefined
              ? 'It has only just begun.'
              : `${working.tried.tried} of ${working.tried.all} tried so far.`,
          again: addresses.alternatives(review.id, { wait: 'yes' }),
        }
      : null,
    found: comparison.state === 'done' && draft ? foundView(review, comparison.found) : null,
  };
}
