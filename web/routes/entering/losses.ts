import type { Naming } from '../../../src/entry/named-by.ts';

/** What becomes of those that name something that is removed; before their names. */
const headings: Readonly<Record<Naming['how'], string>> = {
  'seen-in': 'Goes on without them',
  'only-one-seen-in': 'Left with nobody to see',
  'host-of': 'Left without its host',
  'replaced-in': 'No longer says who comes instead of them',
  'named-for': 'No longer asks for them by name',
  'place-of': 'Can no longer be held there',
  'only-place-of': 'Left without a place',
  'rooms-of': 'No longer asks for a room there',
  'room-of': 'May then be in any room that fits',
  before: 'Need no longer wait for it',
  includes: 'No longer includes it',
  'at-event': 'No longer names them',
  'event-at': 'Goes back to the base room',
  sponsor: 'The review is left without a sponsor',
  organiser: 'The review is left without an organiser at the council',
  knows: 'No longer said to know them',
  'paired-with': 'What was said about working together is forgotten',
  'holds-room': 'Rooms that go with it',
  'office-of': 'Left without an office',
  journeys: 'Journeys that somebody timed',
  locks: 'Locks on it',
  waivers: 'Waivers about it',
};

/** What goes with something that is removed: a line for each thing that happens, with all to whom it does. */
export function lossLines(namings: readonly Naming[]): readonly string[] {
  const names = new Map<Naming['how'], Set<string>>();
  for (const { how, what } of namings) names.set(how, (names.get(how) ?? new Set()).add(what));
  return [...names].map(([how, whats]) => {
    const list = [...whats].filter(Boolean).join('; ');
    return list ? `${headings[how]}: ${list}` : headings[how];
  });
}
