import type { Programme } from '../../../src/programme/programme.ts';
import type { Place } from '../../../src/review/places.ts';
import type { Model } from '../../model/model.ts';
import type { Plan } from '../../search/search.ts';

const samePlace = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A programme as the choices of a model; undefined for a session that it does not place, or not as the model offers. */
export function planOf(model: Model, { placements }: Pick<Programme, 'placements'>): Plan {
  const of = new Map(placements.map((p) => [p.session, p]));
  return model.items.map((item) => {
    const placement = of.get(item.session.id);
    if (!placement) return undefined;
    const place = item.places.findIndex((p) => samePlace(p.place, placement.place));
    const slot = item.slots.findIndex(
      (s) => s.start === placement.start && s.end === placement.end && s.places.includes(place),
    );
    const team = item.teams.findIndex(
      (t) => t.ids.length === placement.peers.length && t.ids.every((id) => placement.peers.includes(id)),
    );
    return slot < 0 || place < 0 || team < 0 ? undefined : { slot, place, team };
  });
}
