import type { Held } from '../programme/placement.ts';
import { runsAsStream } from '../programme/streams.ts';
import type { Window } from '../review/frame.ts';
import { length, type Minute, overlaps, type Span } from '../time/span.ts';
import { type Limit, limitIn, type Rule } from './rule.ts';

/** What a second interview takes. Minutes. */
const BLOCK: Minute = 60;

const BLOCKS: Limit = {
  name: 'second-interviews/blocks',
  usual: 1,
  says: 'The free hours for second interviews that the week leaves, for each usual stream.',
};

/**
 * How many more interviews of an hour the usual streams of a window have room for: the whole hours of each stretch in
 * which no session runs, for the first stream; of each in which at most one does, for the second; and so on.
 */
function roomIn(window: Window, held: readonly Held[]): number {
  const running = held.map((h) => h.placement.away).filter((away) => overlaps(away, window));
  const edges = [...running.flatMap((r) => [r.from, r.to]), window.from, window.to]
    .filter((edge) => window.from <= edge && edge <= window.to)
    .sort((a, b) => a - b);
  let blocks = 0;
  for (let most = 0; most < window.streams; most++) {
    let from = window.from;
    for (let i = 1; i < edges.length; i++) {
      const piece: Span = { from: edges[i - 1]!, to: edges[i]! };
      if (length(piece) === 0 || running.filter((r) => overlaps(r, piece)).length <= most) continue;
      blocks += Math.floor((piece.from - from) / BLOCK);
      from = piece.to;
    }
    blocks += Math.floor((window.to - from) / BLOCK);
  }
  return blocks;
}

/** Some room is left to see somebody again (manual 840). */
export const secondInterviews: Rule = {
  id: 'second-interviews',
  title: 'Room for second interviews',
  group: 'time',
  manual: ['840'],
  limits: [BLOCKS],
  parts: [
    {
      name: 'rule',
      kind: 'check',
      shape: 'whole',
      over: 'week',
      mendedBy: 'fewer',
      asks: 'The week leaves a free hour a stream for a second interview, where the first over-ran or raised more.',
      test(review, { held }) {
        const each = limitIn(review, BLOCKS);
        const wanted = review.streams * each;
        const sessions = held.filter(runsAsStream);
        let room = 0;
        for (const window of review.frame.windows) if (!window.evening) room += roomIn(window, sessions);
        if (room >= wanted) return [];
        return [
          {
            amount: wanted - room,
            say: () =>
              `The week has room for ${room === 0 ? 'no second interview' : `only ${room} second interview${room === 1 ? '' : 's'}`}: ` +
              `${wanted} free hour${wanted === 1 ? '' : 's'} would be usual, ${each === 1 ? 'one' : each} for each stream.`,
          },
        ];
      },
    },
  ],
};
