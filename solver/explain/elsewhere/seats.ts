import type { Seat, Seats, Way } from '../../../src/check/elsewhere.ts';
import type { Placement } from '../../../src/programme/placement.ts';
import type { Minute } from '../../../src/time/span.ts';
import type { Item, Slot } from '../../model/model.ts';
import type { Choice } from '../../search/choice.ts';
import { cheapest, costWith, freeAt, type Tried } from './choices.ts';
import type { OpenWeek } from './week.ts';

/** Rooms and pairs that are put to the checker and told. */
const MOST_TOLD = 12;

/** The rooms and the pairs that a session could have at a start with nobody else moved; none where it is not free. */
export function seatsIn(week: OpenWeek, id: string, start: Minute): Seats {
  return (
    lifted(week, id, (item, most) => {
      const tried = triedAt(week, item, start, most);
      return {
        rooms: told(
          week,
          item,
          bestOfEach(tried, ({ place }) => placeKey(item.places[place]!.place)),
        ),
        pairs: told(
          week,
          item,
          bestOfEach(tried, ({ team }) => teamKey(item.teams[team]!.ids)),
        ),
      };
    }) ?? { rooms: [], pairs: [] }
  );
}

/** The way to one seat; undefined where it can't be had. */
export function seatIn(week: OpenWeek, id: string, seat: Seat): Way | undefined {
  return lifted(week, id, (item, most) => {
    const [place, team] = [placeKey(seat.place), teamKey(seat.peers)];
    const there = triedAt(week, item, seat.start, most).filter(
      ({ choice }) =>
        placeKey(item.places[choice.place]!.place) === place &&
        teamKey(item.teams[choice.team]!.ids) === team,
    );
    return told(week, item, [...there].sort(cheapest).slice(0, 1))[0];
  });
}

/** Asks with the session lifted out of the week, and puts it back. `most`: as many musts as are broken with it where it is. */
function lifted<T>(week: OpenWeek, id: string, ask: (item: Item, most: number) => T): T | undefined {
  const item = week.itemOf(id);
  if (!item) return undefined;
  const { state, ledger } = week;
  const isHeld = ledger.placementOf(id) !== undefined;
  const most = state.broken;
  if (isHeld) state.lift(item);
  state.settle();
  const answer = ask(item, most);
  if (isHeld) state.put(item, item.standing!);
  state.settle();
  return answer;
}

/** Everything that nothing in the engine refuses at a start, with what the programme then costs. */
function triedAt(week: OpenWeek, item: Item, start: Minute, most: number): readonly Tried[] {
  const { state } = week;
  return item.slots
    .filter((slot: Slot) => slot.start === start)
    .flatMap((slot) => [...freeAt(state, item, slot)])
    .flatMap((choice) => {
      const cost = costWith(state, item, choice, most);
      return cost ? [{ choice, cost }] : [];
    });
}

/** The cheapest of those alike, cheapest first. */
function bestOfEach(tried: readonly Tried[], key: (choice: Choice) => string): readonly Tried[] {
  const best = new Map<string, Tried>();
  for (const one of [...tried].sort(cheapest)) {
    const of = key(one.choice);
    if (!best.has(of)) best.set(of, one);
  }
  return [...best.values()].slice(0, MOST_TOLD);
}

const told = (week: OpenWeek, item: Item, tried: readonly Tried[]): readonly Way[] =>
  tried.flatMap(({ choice }) => week.way(new Map([[item, choice]])) ?? []);

const placeKey = (place: Placement['place']): string => JSON.stringify(place);
const teamKey = (peers: readonly string[]): string => [...peers].sort().join();
