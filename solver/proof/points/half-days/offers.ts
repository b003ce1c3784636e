import type { Model, Team } from '../../../model/model.ts';
import { fewestAlone, NEVER } from '../../tiers/together.ts';
import type { Seat, Stretch } from '../../tiers/week.ts';
import { times, type Worths } from './worths.ts';

/** A session at one of its times, and those who could take it then; what is paid for time and place alone. */
export interface Offer {
  /** Its number in the stretch. */
  readonly index: number;
  readonly seat: Seat;
  readonly teams: readonly Team[];
  readonly points: number;
}

/** An offer taken up by one of its teams, with what it brings. */
export interface Taken {
  readonly offer: Offer;
  readonly team: Team;
  readonly gain: number;
}

/** What a stretch offers, and which two of its offers can run side by side. */
export class Offers {
  readonly all: readonly Offer[];
  /** What was looked at to fill blocks of the stretch: what the work is counted in. */
  looked = 0;
  private readonly model: Model;
  private readonly bySeat = new Map<Seat, Offer>();
  /** By two offers: 0 not known, 1 they can, 2 they can't. */
  private readonly pairs: Uint8Array;

  constructor(model: Model, stretch: Stretch) {
    this.model = model;
    const seats = [...stretch.ends.flatMap((end) => end.seats), ...stretch.spanning];
    const all = seats.map((seat, index) => offerOf(seat, index));
    for (const offer of all) this.bySeat.set(offer.seat, offer);
    this.all = all;
    this.pairs = new Uint8Array(all.length * all.length);
  }

  has(seat: Seat): boolean {
    return this.bySeat.has(seat);
  }

  of(seat: Seat): Offer {
    return this.bySeat.get(seat)!;
  }

  /** Whether two can run side by side just before a moment, as far as contacts, rooms and streams go. */
  beside(a: Offer, b: Offer): boolean {
    const key = Math.min(a.index, b.index) * this.all.length + Math.max(a.index, b.index);
    if (this.pairs[key] === 0) {
      const fits =
        a.seat.item !== b.seat.item &&
        fewestAlone(this.model, [a.seat, b.seat], Math.min(a.seat.to, b.seat.to)) !== NEVER;
      this.pairs[key] = fits ? 1 : 2;
    }
    return this.pairs[key] === 1;
  }

  /** The same of any number. */
  together(some: readonly Offer[], minute: number): boolean {
    return (
      some.length < 3 ||
      fewestAlone(
        this.model,
        some.map((o) => o.seat),
        minute,
      ) !== NEVER
    );
  }
}

function offerOf(seat: Seat, index: number): Offer {
  const { item, slot } = seat;
  const places = slot.places.map((p) => item.places[p]!);
  const teams = item.teams.filter((t) => places.some((p) => (t.mask & ~(slot.peers & p.peers)) === 0));
  const place = places.reduce((least, p) => Math.min(least, p.price.points), Number.POSITIVE_INFINITY);
  return { index, seat, teams, points: slot.price.points + place };
}

/** What an offer brings with each of its teams, those that bring something. */
export function takenUp(offer: Offer, worths: Worths): readonly Taken[] {
  const { item, slot } = offer.seat;
  const own = worths.points * offer.points + times(slot.price.beyond, worths.beyond);
  const worth = worths.of[item.index]!;
  const out: Taken[] = [];
  for (const team of offer.teams) {
    const singles = team.price.singles + slot.price.singles;
    const gain = worth[team.index]! - own - times(singles, worths.single);
    if (gain > 1e-9) out.push({ offer, team, gain });
  }
  return out;
}
