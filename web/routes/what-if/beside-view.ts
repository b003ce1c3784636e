import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import { changesBetween } from '../../../src/programme/changes.ts';
import { costOver } from '../../../src/programme/programme.ts';
import { changeOfCostWords, seatWords } from '../../../src/publish/elsewhere-words.ts';
import { counted } from '../../../src/publish/words.ts';
import { namesOf } from '../../../src/review/facts.ts';
import type { Scenario } from '../../../src/store/scenarios-port.ts';
import { spanName } from '../../../src/time/words.ts';
import { addresses, draftAddresses } from '../../addresses.ts';
import { besideOf, figureRows } from '../../figures-view.ts';

interface Column {
  readonly title: string;
  readonly draft: Draft;
  readonly scenario?: Scenario;
}

/** Where a session is in one of the columns. */
function seatIn({ review }: OpenReview, { draft }: Column, session: string) {
  const placement = draft.programme.placements.find((p) => p.session === session);
  return placement
    ? {
        when: spanName(review.week, { from: placement.start, to: placement.end }),
        more: seatWords(review, placement),
      }
    : { when: 'No place', more: '' };
}

/** The programme and what-ifs, in figures, and every session that is not alike in all of them. */
export function besideView(
  open: OpenReview,
  draft: Draft,
  found: readonly { readonly scenario: Scenario; readonly draft: Draft }[],
  unreadable: number,
) {
  const { review } = open;
  const columns: readonly Column[] = [
    { title: 'The programme', draft },
    ...found.map(({ scenario, draft: its }) => ({ title: scenario.name, draft: its, scenario })),
  ];
  const changed = columns.map((column) => changesBetween(review, draft.programme, column.draft.programme));
  const differing = new Set(changed.flatMap((changes) => changes.map((c) => c.session)));
  const titles = columns.map((column, n) => ({ title: column.title, number: String(n + 1) }));
  return {
    back: addresses.whatIfs(review.id),
    programme: addresses.programme(review.id),
    alone: found.length === 0,
    unreadable:
      unreadable === 0
        ? ''
        : `${counted(unreadable, 'what-if is', 'what-ifs are')} not shown: the review has changed too much since.`,
    columns: titles,
    rows: figureRows(
      review,
      columns.map((column) => besideOf(review, open.today, column.draft.programme)),
    ),
    whatIfs: columns.flatMap(({ title, scenario, draft: its }, n) => {
      const changes = changed[n] ?? [];
      const tell = [...new Set(changes.flatMap((c) => c.tell))];
      return scenario
        ? [
            {
              title,
              number: String(n + 1),
              cost: changeOfCostWords(costOver(its.verdict.cost, draft.verdict.cost)),
              changes: counted(changes.length, 'session'),
              tell: tell.length === 0 ? '' : namesOf(review, tell),
              broken: its.verdict.broken.map((f) => f.sentence),
              edit: draftAddresses(review.id, scenario.id).grid(),
              whole: addresses.whatIf(review.id, scenario.id),
              take: addresses.takeWhatIf(review.id, scenario.id),
            },
          ]
        : [];
    }),
    sessions: review.sessions
      .filter((session) => differing.has(session.id))
      .map((session) => {
        const seats = columns.map((column) => seatIn(open, column, session.id));
        const [first] = seats;
        return {
          title: session.title,
          cells: seats.map((seat, n) => ({
            ...seat,
            number: String(n + 1),
            as: n > 0 && seat.when === first?.when && seat.more === first.more ? 'As in the programme' : '',
          })),
        };
      }),
  };
}
