import type { Work } from '../../../src/actions/kept-work.ts';
import type { Mend } from '../../../src/actions/mends.ts';
import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import { changeName } from '../../../src/programme/changes.ts';
import { costOver } from '../../../src/programme/programme.ts';
import { changeOfCostWords } from '../../../src/publish/elsewhere-words.ts';
import { programmeToJson } from '../../../src/publish/json.ts';
import { counted, listed } from '../../../src/publish/words.ts';
import { nameOf, namesOf } from '../../../src/review/facts.ts';
import { momentName } from '../../../src/time/words.ts';
import type { DraftAddresses } from '../../addresses.ts';
import type { Round } from './around.ts';

function choiceView({ review }: OpenReview, draft: Draft, mend: Mend, n: number) {
  const { disturbed, changes, verdict, programme } = mend;
  const tell = [...new Set(changes.flatMap((c) => c.tell))];
  const moved = [
    counted(disturbed.times, 'session at another time', 'sessions at another time'),
    counted(disturbed.places, 'in another place', 'in another place'),
    counted(disturbed.pairs, 'with other peers', 'with other peers'),
  ];
  return {
    number: String(n + 1),
    title:
      changes.length === 0
        ? 'Nothing has to change'
        : counted(changes.length, 'session changes', 'sessions change'),
    moved: changes.length === 0 ? 'It is in order as it is.' : `${listed(moved)}.`,
    tell: tell.length === 0 ? '' : `${namesOf(review, tell)}`,
    told: disturbed.told === 0 ? '' : `${disturbed.told} of those seen had been told of the time before`,
    cost: changeOfCostWords(costOver(verdict.cost, draft.verdict.cost)),
    broken: verdict.broken.map((f) => f.sentence),
    changes: changes.map((change) => changeName(review, change)),
    programme: programmeToJson(review, programme),
    canBe: changes.length > 0,
  };
}

/** Ways to mend the draft, each with all that it changes, before any is made. */
export function mendView(
  open: OpenReview,
  draft: Draft,
  at: DraftAddresses,
  round: Round,
  work: Work<readonly Mend[], never>,
) {
  const { review } = open;
  const name = round.around === undefined ? '' : nameOf(review, round.around);
  const where = round.to ? ` on ${momentName(review.week, round.to.start)}` : ' where it is';
  return {
    title: name ? `Mend around ${name}` : 'Mend the programme',
    means: name
      ? `${name} stands${where}. All else may give way; what disturbs the fewest people comes first.`
      : 'What the rule book finds broken is put right, and what is left out gets a place where it can; what disturbs the fewest people comes first.',
    back: round.around === undefined ? at.grid() : at.session(round.around),
    working: work.state === 'working',
    again: at.mend({ ...round.asked, wait: 'yes' }),
    failed: work.state === 'failed',
    asked: work.state !== 'not asked',
    begin: at.mend(),
    fields: Object.entries(round.asked).map(([field, value]) => ({ name: field, value })),
    seen: String(draft.version),
    apply: at.applyMend,
    around: round.around ?? '',
    choices: work.state === 'done' ? work.found.map((mend, n) => choiceView(open, draft, mend, n)) : [],
    done: work.state === 'done',
  };
}
