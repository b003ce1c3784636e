import type { Review } from '../../src/review/review.ts';
import type { Scope, WholePart } from '../../src/rules/rule.ts';
import type { Item, Model, Price } from '../model/model.ts';
import { breaks, type Priced } from '../model/parts.ts';
import type { Memo } from './memo.ts';
import type { Placed } from './placed.ts';
import { firsts } from './spots.ts';

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
  private readonly items: readonly Item[];
  /** What the parts asked about pieces of a kind look at, taken together. */
  private readonly looks: Readonly<Record<Over, Looks>>;
  /** By item, the first of its numbers for a spot (its slot, its slot and place, or those and its team). */
  private readonly firstSpot: Int32Array;
  private readonly firstPlace: Int32Array;
  private readonly mostTeams: number;

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
    this.items = model.items;
    const looks = (over: Over) => looksOf([...this.musts[over], ...this.wants[over]]);
    this.looks = {
      'peer-day': looks('peer-day'),
      'contact-day': looks('contact-day'),
      'peer-week': looks('peer-week'),
      day: looks('day'),
      week: looks('week'),
    };
    this.firstSpot = firsts(model.items, (item) => item.slots.length);
    this.mostTeams = Math.max(1, ...model.items.map((item) => item.teams.length));
    this.firstPlace = firsts(model.items, (item) => item.slots.length * item.places.length);
  }

  // Numbers: 0-5 the days, 6 the week, then each peer's six days and week, then each contact's six days.
  ofDay = (day: number): number => day;
  readonly week = 6;
  ofPeerDay = (peer: number, day: number): number => 7 + peer * 7 + day;
  ofPeerWeek = (peer: number): number => 7 + peer * 7 + 6;
  ofContactDay = (contact: number, day: number): number => 7 + this.peers * 7 + contact * 6 + day;

  /** Asks the rules about one piece; four figures: broken, singles, beyond, points. */
  tally(number: number, placed: Placed, into: Float64Array): void {
    const { over, scope } = this.piece(number, placed);
    const { broken, singles, beyond, points } = this.ask(over, scope);
    into[0] = broken;
    into[1] = singles;
    into[2] = beyond;
    into[3] = points;
  }

  /** Tells the memo what is in a piece: where each of its sessions is, as far as the parts asked about it look. */
  spots(number: number, placed: Placed, memo: Memo): void {
    if (number < 6) {
      for (const i of placed.onDay[number]!) memo.add(this.spot(i, placed, this.looks.day));
      return;
    }
    if (number === 6) {
      for (const day of placed.onDay) for (const i of day) memo.add(this.spot(i, placed, this.looks.week));
      return;
    }
    const rest = number - 7;
    if (rest < this.peers * 7) {
      const bit = 1 << Math.floor(rest / 7);
      const day = rest % 7;
      if (day < 6) {
        for (const i of placed.onDay[day]!)
          if (placed.maskOf(i) & bit) memo.add(this.spot(i, placed, this.looks['peer-day']));
        return;
      }
      for (const list of placed.onDay)
        for (const i of list)
          if (placed.maskOf(i) & bit) memo.add(this.spot(i, placed, this.looks['peer-week']));
      return;
    }
    const contact = Math.floor((rest - this.peers * 7) / 6);
    for (const i of placed.onDay[(rest - this.peers * 7) % 6]!)
      if (this.items[i]!.contacts.includes(contact))
        memo.add(this.spot(i, placed, this.looks['contact-day']));
  }

  /** A number for where a session is, the same where nothing that is looked at differs. */
  private spot(i: number, { at }: Placed, looks: Looks): number {
    const { slot, place, team } = at[i]!;
    if (looks === 'time') return this.firstSpot[i]! + slot;
    const item = this.items[i]!;
    const where = this.firstPlace[i]! + slot * item.places.length + place;
    return looks === 'place' ? where : where * this.mostTeams + team;
  }

  private piece(number: number, placed: Placed): { readonly over: Over; readonly scope: Scope } {
    if (number < 6) return { over: 'day', scope: { day: number, held: placed.day(number) } };
    if (number === 6) return { over: 'week', scope: { held: placed.week() } };
    const rest = number - 7;
    if (rest < this.peers * 7) {
      const p = Math.floor(rest / 7);
      const day = rest % 7;
      const peer = this.review.peers[p]!;
      return day === 6
        ? { over: 'peer-week', scope: { peer, held: placed.peerWeek(p) } }
        : { over: 'peer-day', scope: { peer, day, held: placed.peerDay(p, day) } };
    }
    const c = Math.floor((rest - this.peers * 7) / 6);
    const day = (rest - this.peers * 7) % 6;
    const contact = this.review.contacts[c]!;
    return { over: 'contact-day', scope: { contact, day, held: placed.contactDay(c, day) } };
  }

  /** The sessions that one piece's `whole` wants blame for what it pays in tiers 3 and 4. */
  blamed(number: number, placed: Placed): readonly string[] {
    const { over, scope } = this.piece(number, placed);
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

/** How closely parts look at the placements of a piece: at their times; places too; peers too. */
type Looks = 'time' | 'place' | 'all';

function looksOf(parts: readonly Priced<WholePart>[]): Looks {
  if (parts.some(({ part }) => part.looksAt === undefined)) return 'all';
  return parts.some(({ part }) => part.looksAt!.includes('place')) ? 'place' : 'time';
}
