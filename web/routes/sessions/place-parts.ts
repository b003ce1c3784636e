import type { Entry } from '../../../src/entry/entry.ts';
import { ANY_ROOM } from '../../../src/intake/form/session-place.ts';
import { equipmentWords } from '../../../src/intake/form/usual-words.ts';
import type { FormView, Part } from '../entering/form-view.ts';
import { siteOptions } from '../people/contact-form.ts';
import { choose } from './options.ts';
import { nameIn, usualPlaceWords } from './words.ts';

/** Where a session may be. */
export function placeParts(entry: Entry, form: FormView): readonly Part[] {
  const rooms = (entry.rooms ?? []).map(({ id, name, capacity, site }) => ({
    value: id,
    text: `${name}, ${nameIn(entry.sites, site)} (holds ${capacity})`,
  }));
  const usual = [usualPlaceWords.interview.toLowerCase(), usualPlaceWords['focus-group'].toLowerCase()];
  return [
    {
      note: `Any one of what is chosen will do. Nothing chosen: an interview is in ${usual[0]}, a group in ${usual[1]}; a visit must say where it goes.`,
    },
    form.tick('placeOffice', 'In the host’s office'),
    form.select('placeRoom', 'In a room', [
      choose('No room'),
      { value: ANY_ROOM, text: 'Any room that fits' },
      ...rooms,
    ]),
    form.select('placeAtSite', 'Only rooms at', siteOptions(entry, 'Any site')),
    form.select('placeSite', 'Out at a site', siteOptions(entry, 'Nowhere out')),
    form.tick('placePhone', 'By phone or video', 'The review manager has to have agreed.'),
    {
      folded: {
        summary: 'What the room must have',
        open: form.has('placeEquipment'),
        parts: form.words('placeEquipment', 'The room must have', equipmentWords(entry)),
      },
    },
  ];
}
