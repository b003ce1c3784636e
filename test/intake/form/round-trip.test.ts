import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactFields, readContact } from '../../../src/intake/form/contact.ts';
import { pairingFields, readPairings } from '../../../src/intake/form/pairings.ts';
import { peerFields, readPeer } from '../../../src/intake/form/peer.ts';
import { readRoom, roomFields } from '../../../src/intake/form/room.ts';
import type { FormReading } from '../../../src/intake/form/sent.ts';
import { readSession, sessionFields } from '../../../src/intake/form/session.ts';
import { readSite, siteFields } from '../../../src/intake/form/site.ts';
import { readTravel, travelFields } from '../../../src/intake/form/travel.ts';
import type { ReviewFile } from '../../../src/review/file.ts';
import { goodFile } from '../generated.ts';

const without = ({ id: _, ...rest }: { readonly id: string }): unknown => rest;

/** What reads a form finds in the fields of an item exactly that item. */
function same<T extends { readonly id: string }>(
  items: readonly T[] | undefined,
  read: (item: T) => FormReading<unknown>,
) {
  for (const item of items ?? []) expect(read(item)).toEqual({ ok: true, value: without(item) });
}

describe('a form that is sent as it was shown changes nothing', () => {
  const holds = (what: string, of: (file: ReviewFile) => void) =>
    it(what, () => fc.assert(fc.property(goodFile, of), { numRuns: 150 }));

  holds('of a contact', (file) => same(file.contacts, (c) => readContact(file, contactFields(c), c)));
  holds('of a peer', (file) => same(file.peers, (p) => readPeer(file, peerFields(p), p)));
  holds('of a site', (file) => same(file.sites, (s) => readSite(file, siteFields(s), s)));
  holds('of a room', (file) => same(file.rooms, (r) => readRoom(file, roomFields(r), r)));
  holds('of a session', (file) => same(file.sessions, (s) => readSession(file, sessionFields(s), s)));
  holds('of the pairings', (file) => {
    expect(readPairings(file, pairingFields(file))).toEqual({ ok: true, value: file.pairings ?? {} });
  });
  holds('of the journeys', (file) => {
    // What is assumed is worked out anew at every change, so only a file that has it right stays as it is.
    const timed = { ...file, travel: (file.travel ?? []).map(({ assumed: _, ...t }) => t) };
    const reading = readTravel(timed, travelFields(timed));
    expect(reading.ok && reading.value(timed)).toEqual(timed);
  });
});
