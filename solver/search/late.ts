import { oneByOne } from '../../src/check/breaches.ts';
import type { Held } from '../../src/programme/placement.ts';
import type { PlacedPart } from '../../src/rules/rule.ts';
import type { Item, Model } from '../model/model.ts';
import { breaks, type Priced } from '../model/parts.ts';
import { type Choice, heldAt } from './choice.ts';

const sameAspects = (part: PlacedPart, ...aspects: string[]): boolean =>
  part.looksAt.length === aspects.length &&
  aspects.every((a) => (part.looksAt as readonly string[]).includes(a));

const ALLOWED = 1;
const REFUSED = 2;

/** Combinations of aspects that the slots, places and teams already carry. */
const carriedMusts = [
  [],
  ['time'],
  ['place'],
  ['peer'],
  ['peers'],
  ['time', 'place'],
  ['time', 'peer'],
  ['place', 'peer'],
];
const carriedWants = [[], ['time'], ['place'], ['peer'], ['peers']];

/** The musts on one placement that no table of the model holds, asked once of each slot, place and peer. */
export class LateMusts {
  private readonly model: Model;
  private readonly musts: readonly Priced<PlacedPart>[];
  /** By item, then by slot × place × peer. */
  private readonly answers: (Uint8Array | undefined)[] = [];

  constructor(model: Model) {
    this.model = model;
    this.musts = model.parts.placedMusts.filter(
      ({ part }) => !carriedMusts.some((c) => sameAspects(part, ...c)),
    );
    const together = this.musts.find(({ part }) => part.looksAt.includes('peers'));
    if (together)
      throw new Error(`${together.rule.id} looks at all peers and more: the engine asks one at a time.`);
  }

  allow(item: Item, choice: Choice): boolean {
    if (this.musts.length === 0) return true;
    const peers = this.model.review.peers.length;
    this.answers[item.index] ??= new Uint8Array(item.slots.length * item.places.length * peers);
    const answers = this.answers[item.index]!;
    const first = (choice.slot * item.places.length + choice.place) * peers;
    for (const p of item.teams[choice.team]!.members) {
      if (answers[first + p] === 0) answers[first + p] = this.refuse(item, choice, p) ? REFUSED : ALLOWED;
      if (answers[first + p] === REFUSED) return false;
    }
    return true;
  }

  private refuse(item: Item, choice: Choice, peer: number): boolean {
    const { review } = this.model;
    const held = heldAt(item, choice);
    const one: Held = { ...held, placement: { ...held.placement, peers: [review.peers[peer]!.id] } };
    return this.musts.some(({ rule, part }) => breaks(review, rule, part, part.test(review, one)));
  }
}

/** The wants on one placement that no price of the model holds, asked as a session is put. */
export class LateWants {
  private readonly model: Model;
  private readonly wants: readonly Priced<PlacedPart>[];
  /** By session, so that lifting one takes off exactly what putting it added. */
  private readonly paid: Float64Array;

  constructor(model: Model) {
    this.model = model;
    this.wants = model.parts.placedWants.filter(
      ({ part }) => !carriedWants.some((c) => sameAspects(part, ...c)),
    );
    this.paid = new Float64Array(model.items.length);
  }

  /** The points that a session pays where it is put. */
  pay(item: Item, choice: Choice): number {
    if (this.wants.length === 0) return 0;
    const held = heldAt(item, choice);
    let points = 0;
    for (const { part, weight } of this.wants) {
      for (const one of part.looksAt.includes('peer') ? oneByOne('peer', held) : [held]) {
        const breach = part.test(this.model.review, one);
        if (breach) points += (breach.amount ?? 1) * weight;
      }
    }
    this.paid[item.index] = points;
    return points;
  }

  /** The points that it paid, given back as it is lifted. */
  giveBack(item: Item): number {
    const points = this.paid[item.index]!;
    this.paid[item.index] = 0;
    return points;
  }
}
