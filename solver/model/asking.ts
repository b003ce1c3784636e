import type { Held } from '../../src/programme/placement.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import type { PlacedPart } from '../../src/rules/rule.ts';
import type { Price } from './model.ts';
import { breaks, type Priced } from './parts.ts';
import type { Refusal, Refusals } from './refusals.ts';
import { isRefused, nothing, pay } from './trial.ts';

/** Parts that answer for many sessions alike, and those that must be asked about each. */
interface Sorted {
  readonly common: readonly Priced<PlacedPart>[];
  readonly own: readonly Priced<PlacedPart>[];
}

/** What the common parts said of sessions of one likeness, by time and peers. */
interface Likeness {
  readonly refused: Map<number | string, boolean>;
  readonly prices: Map<number | string, Price>;
  readonly masks: Map<number | string, number>;
}

/**
 * Puts the placed parts to trial placements. What a part says of all sessions that are alike (its `alike`) is asked
 * once: most of the time of a session is refused by rules that don't mind which session it is.
 */
export class Asking {
  private readonly review: Review;
  /** Where given, every refusal is asked for anew and noted. */
  private readonly notes: Refusals | undefined;
  private readonly sorted = new Map<readonly Priced<PlacedPart>[], Sorted>();
  private readonly likenesses = new Map<readonly Priced<PlacedPart>[], Map<string, Likeness>>();
  private readonly ofSession = new Map<readonly Priced<PlacedPart>[], Map<Session, Likeness>>();

  constructor(review: Review, notes?: Refusals) {
    this.review = review;
    this.notes = notes;
  }

  /** One more time that a session could start. */
  tried(): void {
    if (this.notes) this.notes.tried++;
  }

  /** Whether a must refuses the placement. `key` says at what time, and with which peers, as far as the parts look. */
  isRefused(
    musts: readonly Priced<PlacedPart>[],
    held: Held,
    what: Refusal['what'],
    key: number | string,
  ): boolean {
    const { review, notes } = this;
    if (notes) return isRefused(review, musts, held, what, notes);
    const { common, own } = this.sort(musts);
    if (common.length > 0) {
      const { refused } = this.likeness(musts, held.session);
      let answer = refused.get(key);
      if (answer === undefined) {
        answer = refuses(review, common, held);
        refused.set(key, answer);
      }
      if (answer) return true;
    }
    return refuses(review, own, held);
  }

  /** The peers, as bits, for whom no must that is asked of one peer at a time refuses the placement. */
  peersAllowed(musts: readonly Priced<PlacedPart>[], held: Held, key: number | string): number {
    const { review, notes } = this;
    const { common, own } = this.sort(musts);
    const ask = (parts: readonly Priced<PlacedPart>[]): number => {
      let mask = 0;
      review.peers.forEach((peer, p) => {
        const one: Held = { session: held.session, placement: { ...held.placement, peers: [peer.id] } };
        const refused = notes ? isRefused(review, parts, one, 'peer', notes) : refuses(review, parts, one);
        if (!refused) mask |= 1 << p;
      });
      return mask;
    };
    if (notes || common.length === 0) return ask(musts);
    const { masks } = this.likeness(musts, held.session);
    let mask = masks.get(key);
    if (mask === undefined) {
      mask = ask(common);
      masks.set(key, mask);
    }
    return own.length > 0 ? mask & ask(own) : mask;
  }

  /** Adds what wants ask for the placement to a price. */
  pay(wants: readonly Priced<PlacedPart>[], held: Held, price: Price, key: number | string): void {
    const { review } = this;
    const { common, own } = this.sort(wants);
    if (common.length > 0) {
      const { prices } = this.likeness(wants, held.session);
      let asked = prices.get(key);
      if (!asked) {
        asked = nothing();
        pay(review, common, held, asked);
        prices.set(key, asked);
      }
      price.singles += asked.singles;
      price.beyond += asked.beyond;
      price.points += asked.points;
    }
    if (own.length > 0) pay(review, own, held, price);
  }

  private sort(parts: readonly Priced<PlacedPart>[]): Sorted {
    let sorted = this.sorted.get(parts);
    if (!sorted) {
      // A waiver is about one session or person, so a waived rule answers for nobody else.
      const waived = new Set(this.review.waivers.map((w) => w.rule));
      const isCommon = ({ rule, part }: Priced<PlacedPart>) =>
        part.alike !== undefined && !waived.has(rule.id);
      sorted = { common: parts.filter(isCommon), own: parts.filter((p) => !isCommon(p)) };
      this.sorted.set(parts, sorted);
    }
    return sorted;
  }

  private likeness(parts: readonly Priced<PlacedPart>[], session: Session): Likeness {
    const ofSession = inMap(this.ofSession, parts, () => new Map<Session, Likeness>());
    let found = ofSession.get(session);
    if (!found) {
      const { common } = this.sort(parts);
      const key = `${session.minutes} ${common.map(({ part }) => part.alike!(this.review, session)).join('|')}`;
      const alike = inMap(this.likenesses, parts, () => new Map<string, Likeness>());
      found = inMap(alike, key, () => ({ refused: new Map(), prices: new Map(), masks: new Map() }));
      ofSession.set(session, found);
    }
    return found;
  }
}

/** What a map holds under a key, made where it holds nothing yet. */
function inMap<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let found = map.get(key);
  if (found === undefined) {
    found = make();
    map.set(key, found);
  }
  return found;
}

function refuses(review: Review, musts: readonly Priced<PlacedPart>[], held: Held): boolean {
  for (const { rule, part } of musts) {
    if (breaks(review, rule, part, part.test(review, held))) return true;
  }
  return false;
}
