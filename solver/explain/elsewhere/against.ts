import { breachesOf } from '../../../src/check/breaches.ts';
import type { Against } from '../../../src/check/elsewhere.ts';
import type { Finding } from '../../../src/check/finding.ts';
import type { Difference } from '../../../src/check/ledger/ledger.ts';
import { awayFor } from '../../../src/programme/away.ts';
import type { Held, Placement } from '../../../src/programme/placement.ts';
import type { Place } from '../../../src/review/places.ts';
import type { Session } from '../../../src/review/session.ts';
import type { Minute } from '../../../src/time/span.ts';
import type { Item, Slot } from '../../model/model.ts';
import { breaks, lookingAt } from '../../model/parts.ts';
import { heldAt } from '../../search/choice.ts';
import { freeAt, placesFree } from './choices.ts';
import type { OpenWeek } from './week.ts';

/** A placement that was put to the checker, and what it said. */
export interface Asked {
  readonly placement: Placement;
  readonly difference: Difference;
}

/**
 * Asks the checker about a session at a start where the engine has found nothing free: in the room and with the pair
 * that it has, or those that come nearest to being free then.
 */
export function ask(week: OpenWeek, item: Item, start: Minute, slots: readonly Slot[]): Asked {
  const placement = likeliest(week, item, start, slots);
  return { placement, difference: week.ledger.differenceOf(new Map([[item.session.id, placement]])) };
}

function likeliest(week: OpenWeek, item: Item, start: Minute, slots: readonly Slot[]): Placement {
  const { state } = week;
  const [slot] = slots;
  const own = item.standing;
  if (!slot) return asIfAllowed(week, item, start);
  const [place = slot.places[0]!] = placesFree(state, item, slot);
  const there = slot.peers & item.places[place]!.peers;
  const free = state.peersFree(item, slot, place);
  const teams = item.teams.filter(
    (t) => (t.mask & ~there) === 0 && !(own?.added.team && t.index === own.team),
  );
  const team =
    [...teams].sort(
      (a, b) =>
        Number((a.mask & ~free) !== 0) - Number((b.mask & ~free) !== 0) ||
        Number(b.index === own?.team) - Number(a.index === own?.team) ||
        a.index - b.index,
    )[0] ?? item.teams[0]!;
  return heldAt(item, { slot: slot.index, place, team: team.index }).placement;
}

/** A placement at a time that the session's own rules refuse: where it is otherwise, or would be. */
function asIfAllowed(
  { review, ledger }: OpenWeek,
  { session, places, teams }: Item,
  start: Minute,
): Placement {
  const here = ledger.placementOf(session.id);
  const place = here?.place ?? places[0]?.place ?? placeAsked(session, review.rooms[0]?.id);
  const time = { from: start, to: start + session.minutes };
  return {
    session: session.id,
    start: time.from,
    end: time.to,
    away: awayFor(review, session, place, time),
    stream: here?.stream ?? 'A',
    place,
    peers: here?.peers ?? teams[0]?.ids ?? session.peers.named,
    told: false,
  };
}

/** The first place that a session asks for, whether it can be had or not. */
function placeAsked({ place }: Session, anyRoom: string | undefined): Place {
  if (place.office) return { office: true };
  if (place.site !== undefined) return { site: place.site };
  if (place.phone) return { phone: true };
  const room = typeof place.room === 'string' ? place.room : anyRoom;
  return room === undefined ? { phone: true } : { room };
}

/**
 * The must that refuses a start whatever else is placed, asked of the session by itself; one that looks at nothing but
 * the time before any other. Undefined where none does.
 */
export function refusal(week: OpenWeek, item: Item, start: Minute): Against | undefined {
  const { review, model } = week;
  const tried = asIfAllowed(week, item, start);
  const held: Held = { session: item.session, placement: tried };
  const musts = model.parts.placedMusts;
  const simplest = lookingAt(musts, 'time');
  for (const { rule, part } of [...simplest, ...musts.filter((m) => !simplest.includes(m))]) {
    for (const breach of breachesOf(review, part, [held], {})) {
      if (breaks(review, rule, part, breach)) return { rule: rule.id, sentence: breach.say(), tried };
    }
  }
  return undefined;
}

/** The rule that says most simply why not: about the session alone if one is, else about the fewest others. */
export function against({ placement, difference }: Asked): Against {
  const [first] = [...difference.breaks].sort((a, b) => others(a, placement) - others(b, placement));
  return { rule: first!.rule, sentence: first!.sentence, tried: placement };
}

const others = (finding: Finding, { session }: Placement): number =>
  finding.sessions.filter((id) => id !== session).length;

/** The other sessions that the checker names, and those that the engine found in the way. */
export function inTheWay(
  week: OpenWeek,
  item: Item,
  slots: readonly Slot[],
  { difference, placement }: Asked,
): readonly string[] {
  const named = difference.breaks.flatMap((f) => f.sessions).filter((id) => id !== placement.session);
  const found = slots.flatMap((slot) => week.state.blockersOf(item, slot));
  return [...new Set([...named, ...found.map((i) => week.model.items[i]!.session.id)])];
}

/** Whether the session could be held at one of the slots if nothing else were. */
export function couldBeAlone({ empty }: OpenWeek, item: Item, slots: readonly Slot[]): boolean {
  const before = empty.broken;
  for (const slot of slots) {
    for (const choice of freeAt(empty, item, slot)) {
      empty.put(item, choice);
      const settled = empty.settle();
      const could = empty.broken <= before;
      empty.lift(item);
      empty.unsettle(settled);
      if (could) return true;
    }
  }
  return false;
}
