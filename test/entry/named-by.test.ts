import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, lists } from '../../src/entry/entry.ts';
import { namedBy } from '../../src/entry/named-by.ts';
import { remove } from '../../src/entry/remove.ts';
import { goodFile } from '../intake/generated.ts';

const entry: Entry = {
  peerweek: 1,
  review: {
    id: 'r',
    council: 'C',
    firstDay: '2026-03-23',
    editedAt: '2026-01-12T09:30:00Z',
    sponsor: 'ann',
    frame: {
      days: [
        {
          day: 1,
          events: [
            {
              id: 'e',
              kind: 'presentations',
              title: 'Presentations',
              start: '11:00',
              end: '12:00',
              contacts: ['ann'],
              place: { room: 'hall' },
            },
          ],
        },
      ],
    },
  },
  contacts: [
    { id: 'ann', name: 'Ann', organisation: 'C', office: { site: 'civic', name: '1' } },
    { id: 'bo', name: 'Bo', organisation: 'C' },
  ],
  peers: [
    { id: 'jo', name: 'Jo', role: 'other', knows: ['ann'] },
    { id: 'sam', name: 'Sam', role: 'other' },
  ],
  pairings: { fixed: [['jo', 'sam']] },
  sites: [
    { id: 'civic', name: 'Civic' },
    { id: 'clinic', name: 'Clinic' },
  ],
  travel: [{ between: ['civic', 'clinic'], minutes: 5 }],
  rooms: [{ id: 'hall', site: 'civic', name: 'Hall', capacity: 9 }],
  sessions: [
    { id: 'one', kind: 'interview', title: 'One', priority: 'must', contacts: ['ann'] },
    {
      id: 'two',
      kind: 'focus-group',
      title: 'Two',
      priority: 'must',
      contacts: ['ann', 'bo'],
      after: ['one'],
      place: { room: 'hall' },
      peers: { named: ['jo'] },
    },
    {
      id: 'out',
      kind: 'site-visit',
      title: 'Out',
      priority: 'must',
      place: { site: 'clinic' },
      includes: ['one'],
    },
  ],
};
const said = (...args: Parameters<typeof namedBy> extends [unknown, ...infer R] ? R : never) =>
  namedBy(entry, ...args).map(({ how, what }) => `${how} ${what}`.trim());

describe('what names something that is to be removed', () => {
  it('a person: sessions, alone and with others, events, the review, peers', () =>
    expect(said('contacts', 'ann')).toEqual([
      'only-one-seen-in One',
      'seen-in Two',
      'at-event Presentations',
      'sponsor',
      'knows Jo',
    ]));
  it('a peer: sessions that ask for them, and pairings', () =>
    expect(said('peers', 'jo')).toEqual(['named-for Two', 'paired-with Sam']));
  it('a site: its rooms with what is in them, offices, visits, journeys that were timed', () => {
    expect(said('sites', 'civic')).toEqual([
      'holds-room Hall',
      'room-of Two',
      'event-at Presentations',
      'office-of Ann',
      'journeys 1',
    ]);
    expect(said('sites', 'clinic')).toEqual(['only-place-of Out', 'journeys 1']);
  });
  it('a session: what waits for it and what includes it', () =>
    expect(said('sessions', 'one')).toEqual(['before Two', 'includes Out']));

  it('is all that removing changes, and nothing else is', () => {
    fc.assert(
      fc.property(goodFile, (file) => {
        // What nothing names is taken out of its list and nothing else changes; what something names changes that too.
        // Journeys that are only assumed are nobody's loss.
        const timed = { ...file, travel: (file.travel ?? []).filter((t) => !t.assumed) };
        for (const list of lists)
          for (const { id } of timed[list] ?? []) {
            const alone = {
              ...timed,
              [list]: (timed[list] as readonly { id: string }[]).filter((item) => item.id !== id),
            };
            const nothingElse = JSON.stringify(remove(list, id)(timed)) === JSON.stringify(alone);
            expect([list, id, namedBy(timed, list, id).length === 0]).toEqual([list, id, nothingElse]);
          }
      }),
      { numRuns: 150 },
    );
  });
});
