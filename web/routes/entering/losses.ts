import type { Naming } from '../../../src/entry/named-by.ts';

/** What becomes of what names something that is removed. */
const sentences: Readonly<Record<Naming['how'], (what: string) => string>> = {
  'seen-in': (what) => `${what} goes on without them.`,
  'only-one-seen-in': (what) => `${what} is left with nobody to see.`,
  'host-of': (what) => `${what} loses its host.`,
  'replaced-in': (what) => `Who comes instead of them in ${what} is forgotten.`,
  'named-for': (what) => `${what} no longer names a peer for it.`,
  'place-of': (what) => `${what} can no longer be held there.`,
  'only-place-of': (what) => `${what} is left without a place.`,
  'rooms-of': (what) => `${what} may then be in rooms anywhere.`,
  'room-of': (what) => `${what} may then be in any room that fits.`,
  before: (what) => `${what} need no longer wait for it.`,
  includes: (what) => `${what} no longer includes it.`,
  'at-event': (what) => `${what} no longer names them.`,
  'event-at': (what) => `${what} goes back to the base room.`,
  sponsor: () => 'The review is left without a sponsor.',
  organiser: () => 'The review is left without an organiser at the council.',
  knows: (what) => `That ${what} knows them is forgotten.`,
  'paired-with': (what) => `What was said about pairing them with ${what} is forgotten.`,
  'holds-room': (what) => `The room ${what} goes with it.`,
  'office-of': (what) => `${what} is left without an office.`,
  journeys: (what) =>
    `${what === '1' ? 'A journey' : `${what} journeys`} that somebody timed go${what === '1' ? 'es' : ''} with it.`,
  locks: (what) => `${what === '1' ? 'A lock' : `${what} locks`} on it go${what === '1' ? 'es' : ''} too.`,
  waivers: (what) =>
    `${what === '1' ? 'A waiver' : `${what} waivers`} about it go${what === '1' ? 'es' : ''} too.`,
};

/** What goes with something that is removed, a sentence each. */
export const lossLines = (namings: readonly Naming[]): readonly string[] => [
  ...new Set(namings.map(({ how, what }) => sentences[how](what))),
];
