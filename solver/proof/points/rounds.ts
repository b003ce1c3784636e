import type { Held } from '../../../src/programme/placement.ts';
import type { Model, Slot } from '../../model/model.ts';
import { breaks } from '../../model/parts.ts';
import type { Caller } from './legs.ts';

/** A set of places that a peer calls at on one leg, and the most of its sessions that the peer can take then. */
export interface Round {
  readonly keys: readonly string[];
  readonly most: number;
}

/** Ways to take some sessions one after the other that are looked at; where there are more, any round may be made. */
const MOST_TRIED = 5000;
/** Places of a leg in that case; with more of them nothing is said of it. */
const MOST_KEYS = 6;

/** A session at one of its times and places, by one peer. */
interface Taken {
  readonly slot: Slot;
  readonly held: Held;
}

const known = new WeakMap<Model, Map<string, readonly Round[]>>();

/** The rounds that some peer can make on a leg: as far as the musts say that are about what one peer takes in a day. */
export function roundsOf(model: Model, callers: readonly Caller[]): readonly Round[] {
  const rounds = known.get(model) ?? new Map<string, readonly Round[]>();
  known.set(model, rounds);
  const name = callers
    .map(({ key, stay: { item, stretch } }) => `${item.index} ${stretch.index} ${key}`)
    .join();
  const own = rounds.get(name) ?? worked(model, callers);
  rounds.set(name, own);
  return own;
}

function worked(model: Model, callers: readonly Caller[]): readonly Round[] {
  const keys = [...new Set(callers.map((c) => c.key))];
  const most = new Map<number, number>();
  let tried = 0;
  const follow = (peer: number, taken: readonly Taken[], used: number, round: number): void => {
    if (taken.length > (most.get(round) ?? 0)) most.set(round, taken.length);
    const last = taken.at(-1)?.slot.awayTo ?? Number.NEGATIVE_INFINITY;
    callers.forEach((caller, c) => {
      if (used & (1 << c)) return;
      for (const one of takenBy(model, caller, peer)) {
        if (one.slot.awayFrom < last) continue;
        if (tried++ > MOST_TRIED) return;
        const all = [...taken, one];
        if (keeps(model, peer, all))
          follow(peer, all, used | (1 << c), round | (1 << keys.indexOf(caller.key)));
      }
    });
  };
  if (callers.length < 31) for (const peer of model.review.peers.keys()) follow(peer, [], 0, 0);
  if (callers.length > 30 || tried > MOST_TRIED) return keys.length > MOST_KEYS ? [] : anyOf(keys, callers);
  most.delete(0);
  return [...most].map(([round, n]) => ({ keys: keys.filter((_, k) => round & (1 << k)), most: n }));
}

function takenBy(model: Model, { stay: { item, slots } }: Caller, peer: number): readonly Taken[] {
  const { id } = model.review.peers[peer]!;
  if (!item.teams.some((t) => t.mask & (1 << peer))) return [];
  return slots.flatMap((slot) =>
    (slot.peers & (1 << peer)) === 0
      ? []
      : item.places.flatMap(({ place, peers }): Taken[] =>
          peers & (1 << peer)
            ? [
                {
                  slot,
                  held: {
                    session: item.session,
                    placement: { ...slot.held.placement, place, peers: [id] },
                  },
                },
              ]
            : [],
        ),
  );
}

/** Whether the last may be taken after the others, which may be taken: by the musts about a peer's sessions of a day. */
function keeps({ review, parts }: Model, peer: number, taken: readonly Taken[]): boolean {
  const last = taken.at(-1)!;
  for (const before of taken.slice(0, -1))
    for (const { rule, part } of parts.pairedMusts)
      if (
        part.looksAt.includes('peer') &&
        breaks(review, rule, part, part.test(review, before.held, last.held))
      )
        return false;
  const scope = { peer: review.peers[peer]!, day: last.slot.day, held: taken.map((t) => t.held) };
  return parts.wholeMusts.every(
    ({ rule, part }) =>
      part.over !== 'peer-day' || part.test(review, scope).every((b) => !breaks(review, rule, part, b)),
  );
}

/** Every set of places, as if all sessions at them could be taken. */
const anyOf = (keys: readonly string[], callers: readonly Caller[]): readonly Round[] =>
  Array.from({ length: 2 ** keys.length - 1 }, (_, n) => {
    const own = keys.filter((_key, k) => (n + 1) & (1 << k));
    return { keys: own, most: callers.filter((c) => own.includes(c.key)).length };
  });
