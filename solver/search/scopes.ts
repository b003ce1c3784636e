import type { Held } from '../../src/programme/placement.ts';
import type { Review } from '../../src/review/review.ts';
import type { Scope, WholePart } from '../../src/rules/rule.ts';
import type { Model, Price } from '../model/model.ts';
import { breaks, type Priced } from '../model/parts.ts';

/** What one piece of the programme (a peer's day, a day, the week) breaks and pays by the `whole` rules. */
export interface Tally extends Price {
  broken: number;
}

type Over = Exclude<WholePart['over'], 'frame'>;

/**
 * The pieces of a programme by number, and what the `whole` rules say of each. A move touches a few pieces, and only
 * those are asked again.
 */
export class Scopes {
  readonly count: number;
  private readonly review: Review;
  private readonly musts: Readonly<Record<Over, readonly Priced<WholePart>[]>>;
  private readonly wants: Readonly<Record<Over, readonly Priced<WholePart>[]>>;
  private readonly peers: number;
  private readonly contacts: number;
  /** Whether any part asks about pieces of a kind at all. */
  readonly asks: Readonly<Record<Over, boolean>>;

  constructor(model: Model) {
    this.review = model.review;
    this.peers = model.review.peers.length;
    this.contacts = model.review.contacts.length;
    const by = (parts: readonly Priced<WholePart>[]) => {
      // What says of itself what it counts is kept up by counters and never asked.
      const of = (over: Over) => parts.filter((p) => p.part.over === over && !p.part.counts);
      return {
        'peer-day': of('peer-day'),
        'contact-day': of('contact-day'),
        'peer-week': of('peer-week'),
        day: of('day'),
        week: of('week'),
      };
    };
    this.musts = by(model.parts.wholeMusts);
    this.wants = by(model.parts.wholeWants);
    const any = (over: Over) => this.musts[over].length + this.wants[over].length > 0;
    this.asks = {
      'peer-day': any('peer-day'),
      'contact-day': any('contact-day'),
      'peer-week': any('peer-week'),
      day: any('day'),
      week: any('week'),
    };
    this.count = 7 + this.peers * 7 + this.contacts * 6;
  }

  // Numbers: 0-5 the days, 6 the week, then each peer's six days and week, then each contact's six days.
  ofDay = (day: number): number => day;
  readonly week = 6;
  ofPeerDay = (peer: number, day: number): number => 7 + peer * 7 + day;
  ofPeerWeek = (peer: number): number => 7 + peer * 7 + 6;
  ofContactDay = (contact: number, day: number): number => 7 + this.peers * 7 + contact * 6 + day;

  /** Asks the rules about one piece. */
  tally(number: number, heldIn: HeldIn): Tally {
    const { over, scope } = this.piece(number, heldIn);
    return this.ask(over, scope);
  }

  private piece(number: number, heldIn: HeldIn): { readonly over: Over; readonly scope: Scope } {
    if (number < 6) return { over: 'day', scope: { day: number, held: heldIn.day(number) } };
    if (number === 6) return { over: 'week', scope: { held: heldIn.week() } };
    const rest = number - 7;
    if (rest < this.peers * 7) {
      const p = Math.floor(rest / 7);
      const day = rest % 7;
      const peer = this.review.peers[p]!;
      return day === 6
        ? { over: 'peer-week', scope: { peer, held: heldIn.peerWeek(p) } }
        : { over: 'peer-day', scope: { peer, day, held: heldIn.peerDay(p, day) } };
    }
    const c = Math.floor((rest - this.peers * 7) / 6);
    const day = (rest - this.peers * 7) % 6;
    const contact = this.review.contacts[c]!;
    return { over: 'contact-day', scope: { contact, day, held: heldIn.contactDay(c, day) } };
  }

  /** The sessions that one piece's `whole` wants blame for what it pays in tiers 3 and 4. */
  blamed(number: number, heldIn: HeldIn): readonly string[] {
    const { over, scope } = this.piece(number, heldIn);
    return this.wants[over].flatMap(({ part }) =>
      part.tier === undefined ? [] : part.test(this.review, scope).flatMap((breach) => breach.sessions ?? []),
    );
  }

  private ask(over: Over, scope: Scope): Tally {
    const tally: Tally = { broken: 0, singles: 0, beyond: 0, points: 0 };
    for (const { rule, part } of this.musts[over]) {
      for (const breach of part.test(this.review, scope)) {
        if (breaks(this.review, rule, part, breach)) tally.broken++;
      }
    }
    for (const { part, weight } of this.wants[over]) {
      for (const breach of part.test(this.review, scope)) {
        const amount = breach.amount ?? 1;
        if (part.tier === 3) tally.singles += amount;
        else if (part.tier === 4) tally.beyond += amount;
        else tally.points += amount * weight;
      }
    }
    return tally;
  }
}

/** Who holds the placements of each piece, in time order. */
export interface HeldIn {
  day(day: number): readonly Held[];
  week(): readonly Held[];
  peerDay(peer: number, day: number): readonly Held[];
  peerWeek(peer: number): readonly Held[];
  contactDay(contact: number, day: number): readonly Held[];
}
