import { putIfFree } from '../insert.ts';
import type { Workings } from '../workings.ts';
import { anyPlaced } from './any.ts';

/** Gives a session another place, at its time and with its pair. */
export function moveHouse(workings: Workings): boolean {
  const { journal, random } = workings;
  const item = anyPlaced(workings, workings.movable.places);
  if (!item) return false;
  const was = journal.lift(item);
  const { places } = item.slots[was.slot]!;
  const place = places[random.below(places.length)]!;
  return place !== was.place && putIfFree(workings, item, { ...was, place });
}
