import type { OpenReview } from '../../../src/actions/open-review.ts';
import { changeName, changesBetween } from '../../../src/programme/changes.ts';
import { disturbedBy } from '../../../src/programme/disturbed.ts';
import { costOver } from '../../../src/programme/programme.ts';
import { changeOfCostWords } from '../../../src/publish/elsewhere-words.ts';
import { counted } from '../../../src/publish/words.ts';
import { namesOf } from '../../../src/review/facts.ts';
import type { Scenario } from '../../../src/store/scenarios-port.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses, draftAddresses } from '../../addresses.ts';
import { besideOf, figureRows } from '../../figures-view.ts';

/** The what-ifs of a review, and the form that begins another. */
export function whatIfsView(
  { review, draft }: OpenReview,
  scenarios: readonly Scenario[],
  sent: { readonly name: string; readonly trouble: string },
) {
  return {
    isBuilt: draft !== undefined,
    programme: addresses.programme(review.id),
    begin: addresses.whatIfs(review.id),
    beside: scenarios.length > 1 ? addresses.whatIfsBeside(review.id) : '',
    ...sent,
    scenarios: scenarios.map((s, n) => ({
      id: s.id,
      name: s.name,
      ticked: n >= scenarios.length - 2,
      href: addresses.whatIf(review.id, s.id),
      edit: draftAddresses(review.id, s.id).grid(),
      by: s.by,
      when: instantMoment(review.week, s.at),
    })),
  };
}

/** One what-if held against the draft as it is now: what it changes, for whom, and what that costs. */
export function whatIfView(
  { review, draft, today }: OpenReview,
  scenario: Scenario,
  its: OpenReview['draft'],
  late: boolean,
) {
  const changes = draft && its ? changesBetween(review, draft.programme, its.programme) : [];
  const disturbed = draft && its ? disturbedBy(review, draft.programme, its.programme) : undefined;
  const tell = [...new Set(changes.flatMap((c) => c.tell))];
  return {
    name: scenario.name,
    late,
    readable: its !== undefined,
    back: addresses.whatIfs(review.id),
    edit: draftAddresses(review.id, scenario.id).grid(),
    take: addresses.takeWhatIf(review.id, scenario.id),
    throwAway: addresses.throwAwayWhatIf(review.id, scenario.id),
    begun: `Begun by ${scenario.by}, ${instantMoment(review.week, scenario.at)}.`,
    same: changes.length === 0,
    cost: draft && its ? changeOfCostWords(costOver(its.verdict.cost, draft.verdict.cost)) : '',
    moved: disturbed
      ? `${counted(disturbed.times, 'session is', 'sessions are')} at another time, ${disturbed.places} in another place, ${disturbed.pairs} with other peers.`
      : '',
    columns: [
      { number: '1', title: 'The programme' },
      { number: '2', title: 'What if' },
    ],
    rows:
      draft && its
        ? figureRows(
            review,
            [draft, its].map((one) => besideOf(review, today, one.programme)),
          )
        : [],
    tell: tell.length === 0 ? '' : namesOf(review, tell),
    changes: changes.map((change) => changeName(review, change)),
  };
}
