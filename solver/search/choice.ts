import type { Held } from '../../src/programme/placement.ts';
import type { Item } from '../model/model.ts';

/** Where one session is: its slot, place and team by number. */
export interface Choice {
  readonly slot: number;
  readonly place: number;
  readonly team: number;
}

/** A choice as the placement that it stands for, as the rules read it. */
export function heldAt(item: Item, choice: Choice): Held {
  const { placement } = item.slots[choice.slot]!.held;
  const { kept } = item;
  // A visit has several slots at one time, by how far its places are: what was told is the time.
  const told = kept && item.slots[kept.slot]?.held.placement;
  const peers = kept?.team === choice.team ? kept.peers : item.teams[choice.team]!.ids;
  return {
    session: item.session,
    placement: {
      ...placement,
      place: item.places[choice.place]!.place,
      peers,
      ...(kept?.lead !== undefined && peers.includes(kept.lead) && { lead: kept.lead }),
      told: told?.start === placement.start && told.end === placement.end ? kept!.told : false,
    },
  };
}
