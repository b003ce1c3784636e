import type { Held } from '../programme/placement.ts';
import { timeOf } from '../programme/placement.ts';
import { mayTake, namesOf, peerOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import { spanName } from '../time/words.ts';
import type { Breach, Rule } from './rule.ts';

/** What a review asks for where nothing else is said. */
const PAIR = 2;

const count = (n: number): string => (n === 0 ? 'no peer' : n === 1 ? 'one peer' : `${n} peers`);

function breach(review: Review, { session, placement }: Held, who: readonly string[], why: string): Breach {
  return {
    who,
    sessions: [session.id],
    when: timeOf(placement),
    say: () => `${session.title} on ${spanName(review.week, timeOf(placement))} ${why}.`,
  };
}

/**
 * Sessions are taken by a pair; one peer is the exception, none is too few (manual 819, 1450). A session that asks
 * for another number (a record review takes one) has exactly that.
 */
export const pair: Rule = {
  id: 'pair',
  title: 'A pair takes each session',
  group: 'people',
  manual: ['819', '1450'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'placed',
      looksAt: ['peers'],
      alike: (_review, { peers }) => `${peers.count}`,
      asks: 'At least one peer takes each session, and no more than two; where a session asks for another number, exactly that many.',
      test(review, held) {
        const asked = held.session.peers.count;
        const has = held.placement.peers.length;
        if (asked === PAIR ? has >= 1 && has <= PAIR : has === asked) return undefined;
        const wanted =
          asked === PAIR ? (has === 0 ? 'give it two' : 'take all but two off it') : `it asks for ${asked}`;
        return breach(review, held, held.placement.peers, `has ${count(has)}: ${wanted}`);
      },
    },
    {
      name: 'may-take',
      kind: 'must',
      shape: 'placed',
      looksAt: ['peer'],
      asks: 'Only peers who interview take sessions, debriefs and sessions that name a peer aside.',
      test(review, held) {
        // Asked for one peer at a time.
        const peer = peerOf(review, held.placement.peers[0] ?? '');
        if (!peer || mayTake(peer, held.session)) return undefined;
        return breach(
          review,
          held,
          [peer.id],
          `is given to ${peer.name}, who does not interview: give it to a peer who does, or name ${peer.name} for it`,
        );
      },
    },
    {
      name: 'named',
      kind: 'must',
      shape: 'placed',
      looksAt: ['peers'],
      alike: (_review, { peers }) => peers.named.join(' '),
      asks: 'The peers whom a session names take it.',
      test(review, held) {
        const who = held.session.peers.named.filter((id) => !held.placement.peers.includes(id));
        if (who.length === 0) return undefined;
        return breach(review, held, who, `is without ${namesOf(review, who)}, whom it names`);
      },
    },
    {
      name: 'two',
      kind: 'want',
      tier: 3,
      // Agreed to, it is shown as agreed; it counts all the same, for two are better.
      waivable: true,
      shape: 'placed',
      looksAt: ['peers'],
      alike: (_review, { peers }) => `${peers.count}`,
      asks: 'Two peers take a session wherever possible; one is the exception.',
      test(review, held) {
        if (held.session.peers.count !== PAIR || held.placement.peers.length !== 1) return undefined;
        return breach(
          review,
          held,
          held.placement.peers,
          `is taken by ${namesOf(review, held.placement.peers)} alone`,
        );
      },
    },
  ],
};
