import type { Change } from '../../programme/changes.ts';
import type { Placement } from '../../programme/placement.ts';
import { placeName } from '../../programme/programme.ts';
import { nameOf, namesOf, sessionOf } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import { spanName } from '../../time/words.ts';
import { headerView } from '../page/sheet.ts';
import type { Stamp } from '../stamp.ts';
import { counted } from '../words.ts';
import { cell, type Paper, plainLines, row, sheet } from './paper.ts';

/** Two releases, and what changed from the one to the other; of one person (`who`) or for all. */
export interface Compared {
  /** As the later of the two has it. */
  readonly review: Review;
  readonly changes: readonly Change[];
  /** What the two are called: `Release 1`. */
  readonly before: string;
  readonly after: string;
  /** Of the later one. */
  readonly stamp: Stamp;
  readonly who?: string | undefined;
}

function seatLines(review: Review, placement: Placement | undefined): readonly string[] {
  if (!placement) return ['Not held'];
  const session = sessionOf(review, placement.session);
  return [
    spanName(review.week, { from: placement.start, to: placement.end }),
    session ? placeName(review, { session, placement }) : '',
    placement.peers.length === 0 ? '' : `With ${namesOf(review, placement.peers)}`,
    placement.lead === undefined ? '' : `${nameOf(review, placement.lead)} leads`,
  ];
}

/** What changed from one release to another, a row a session: how it was, how it is now, and who is to be told. */
export function comparisonPaper({ review, changes, before, after, stamp, who }: Compared): Paper {
  const subject = `what changed from ${before.toLowerCase()} to ${after.toLowerCase()}`;
  const whose = who === undefined ? '' : `, for ${nameOf(review, who)}`;
  const touched = new Set(changes.flatMap((change) => change.tell)).size;
  return {
    title: `${review.council}: ${subject}${whose}`,
    header: headerView(review, `${subject}${whose}`, stamp),
    at: stamp.at,
    sheets: [
      sheet({
        name: 'What changed',
        landscape: true,
        title: `From ${before.toLowerCase()} to ${after.toLowerCase()}${whose}`,
        lead:
          changes.length === 0
            ? 'Nothing has changed.'
            : `${counted(changes.length, 'session')} ${changes.length === 1 ? 'is' : 'are'} other than before${who === undefined ? `, which ${counted(touched, 'person has', 'people have')} to be told` : ''}. All else stands.`,
        tables:
          changes.length === 0
            ? []
            : [
                {
                  caption: '',
                  corner: 'Session',
                  headWidth: 12,
                  columns: [
                    { heading: before, share: 1 },
                    { heading: after, share: 1 },
                    ...(who === undefined ? [{ heading: 'To tell', share: 1 }] : []),
                  ],
                  rows: changes.map((change) =>
                    row(
                      nameOf(review, change.session),
                      cell(...plainLines(seatLines(review, change.before))),
                      cell(...plainLines(seatLines(review, change.after))),
                      ...(who === undefined ? [namesOf(review, change.tell)] : []),
                    ),
                  ),
                },
              ],
      }),
    ],
  };
}
