import { describe, expect, it } from 'vitest';
import type { Held, Placement } from '../../src/programme/placement.ts';
import { roomClose } from '../../src/rules/room-close.ts';
import { aContact, aHeld, aPeer, aReview, aRoom, aSession, aSite } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview({
  sites: [aSite('civic-centre'), aSite('hospital')],
  peers: [aPeer('jo', { name: 'Jo Bell' }), aPeer('sam', { name: 'Sam Field' })],
  rooms: [
    aRoom('base', { baseRoom: true }),
    aRoom('two', { name: 'Room 2' }),
    aRoom('north', { name: 'Room N1', building: 'North Block' }),
    aRoom('ward', { name: 'Ward 4', site: 'hospital', building: 'East Wing' }),
  ],
  contacts: [
    aContact('leader'),
    aContact('head', {
      office: { site: 'civic-centre', name: 'The Annexe office', building: 'Annexe', access: [] },
    }),
  ],
});
const one = aSession('one', { title: 'the first', contacts: ['leader'] });
const two = aSession('two', { title: 'the second', contacts: ['head'] });
const three = aSession('three', { title: 'the third' });
const emergency = aSession('emergency', { kind: 'site-visit' });

const held = (session: typeof one, hour: number, place: Placement['place'], peers = ['jo']): Held =>
  aHeld(session, 2, hour, 0, { place, peers });

describe('room-close (manual 960)', () => {
  describe('kept', () => {
    it.each<[string, Held[]]>([
      [
        'two rooms and an office of the main building',
        [held(two, 9, { room: 'two' }), held(one, 10, { office: true }), held(three, 11, { room: 'base' })],
      ],
      ['lunch lies between', [held(one, 11, { room: 'two' }), held(two, 14, { room: 'north' })]],
      [
        'the change is another peer’s',
        [held(one, 9, { room: 'two' }), held(two, 10, { room: 'north' }, ['sam'])],
      ],
      [
        'another site is a journey, which travel counts',
        [held(one, 9, { room: 'two' }), held(two, 11, { room: 'ward' })],
      ],
      [
        'a visit lies between',
        [
          held(one, 9, { room: 'two' }),
          held(emergency, 10, { site: 'hospital' }),
          held(two, 12, { room: 'north' }),
        ],
      ],
    ])('%s', (_, all) => expect(speaks(roomClose, review, all)).toEqual([]));
  });

  describe('broken', () => {
    it('from the main building to the north block and on to an office in the annexe', () =>
      expect(
        speaks(roomClose, review, [
          held(one, 9, { room: 'two' }),
          held(three, 10, { room: 'north' }),
          held(two, 11, { office: true }),
        ]),
      ).toEqual([
        'Jo Bell goes from Room 2 to Room N1, North Block between the first and the third on Tuesday: another building.',
        'Jo Bell goes from Room N1, North Block to The Annexe office between the third and the second on Tuesday: another building.',
      ]));
    it('a phone call between changes nothing', () =>
      expect(
        speaks(roomClose, review, [
          held(one, 9, { room: 'two' }),
          held(three, 10, { phone: true }),
          held(two, 11, { room: 'north' }),
        ]),
      ).toHaveLength(1));
    it('each of the pair changes', () =>
      expect(
        speaks(roomClose, review, [
          held(one, 9, { room: 'two' }, ['jo', 'sam']),
          held(two, 10, { room: 'north' }, ['sam', 'jo']),
        ]),
      ).toHaveLength(2));
  });
});
