import { addresses } from '../../addresses.ts';
import type { ListState } from '../entering/handlers.ts';
import { type Trouble, troubleView } from '../entering/trouble.ts';
import type { AboutEntry } from '../with-entry.ts';
import { roomsView } from './rooms-view.ts';
import { sitesView } from './sites-view.ts';
import { travelView } from './travel-view.ts';

export interface PlacesState extends ListState {
  /** Which of the two lists a search, and a form that was not taken, is about. */
  readonly of?: 'sites' | 'rooms';
  readonly travelTrouble?: Trouble;
}

/** The id of the box of a field, in the form of which something is wrong. */
const boxOf =
  ({ of, edit }: PlacesState) =>
  (field: string): string => {
    if (edit) return `${edit}-${field}`;
    return of ? `new-${of}-${field}` : field;
  };

/** What one list is shown as: what the other is asked is none of its business. */
const stateFor = (state: PlacesState, of: 'sites' | 'rooms'): ListState =>
  state.of === undefined || state.of === of
    ? { ...state, add: state.add === (of === 'sites' ? 'site' : 'room') ? 'yes' : undefined }
    : { sort: state.sort };

export function placesView(given: AboutEntry, state: PlacesState) {
  const { entry, line, seen } = given;
  return {
    trouble: troubleView(state.trouble ?? state.travelTrouble, boxOf(state)),
    bringIn: addresses.bringIn(line.id),
    sites: sitesView(given, stateFor(state, 'sites')),
    rooms: roomsView(given, stateFor(state, 'rooms')),
    travel: travelView(entry, line.id, state.travelTrouble?.seen ?? seen, state.travelTrouble),
  };
}
