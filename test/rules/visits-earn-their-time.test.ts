import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/review/session.ts';
import { visitsEarnTheirTime } from '../../src/rules/visits-earn-their-time.ts';
import { aContact, aReview, aRoom, aSession, aSite } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const trust = aContact('trust', { office: { site: 'hospital', name: 'Trust HQ', access: [] } });
const emergency = aSession('emergency', {
  kind: 'site-visit',
  title: 'Accident and emergency',
  place: { site: 'hospital', equipment: [] },
});
const chief = aSession('chief', {
  title: 'the acute trust chief executive',
  contacts: ['trust'],
  place: { office: true, equipment: [] },
});
const midwives = aSession('midwives', {
  kind: 'focus-group',
  title: 'the midwives',
  place: { room: true, atSite: 'hospital', equipment: [] },
});
const reviewOf = (...sessions: Session[]) =>
  aReview({
    sites: [aSite('civic-centre'), aSite('hospital', { name: 'the General Hospital' })],
    contacts: [trust],
    rooms: [aRoom('base', { baseRoom: true }), aRoom('committee'), aRoom('ward', { site: 'hospital' })],
    sessions,
  });
const says = (part: string, ...sessions: Session[]) =>
  speaks(visitsEarnTheirTime, reviewOf(...sessions), [], part);

describe('visits-earn-their-time (manual 1462, 1554)', () => {
  describe('kept', () => {
    it.each<[string, Session[]]>([
      ['a visit alone at its site', [emergency]],
      [
        'a visit that takes in what else is there',
        [{ ...emergency, includes: ['chief', 'midwives'] }, chief, midwives],
      ],
      ['two interviews at a site that nobody visits', [chief, midwives]],
      [
        'an interview that may as well be at the council',
        [emergency, { ...chief, place: { office: true, room: true, equipment: [] } }],
      ],
      [
        'an interview that may be by phone',
        [emergency, { ...chief, place: { office: true, phone: true, equipment: [] } }],
      ],
      [
        'a visit to the duty desk at base, where all the interviews are',
        [
          aSession('desk', { kind: 'site-visit', place: { site: 'civic-centre', equipment: [] } }),
          aSession('leader', { place: { room: 'committee', equipment: [] } }),
        ],
      ],
    ])('%s', (_, sessions) => expect(says('combined', ...sessions)).toEqual([]));
    it('four visits', () =>
      expect(says('few', ...['a', 'b', 'c', 'd'].map((id) => aSession(id, { kind: 'site-visit' })))).toEqual(
        [],
      ));
  });

  describe('broken', () => {
    it('an interview and a focus group apart from the visit to the same hospital', () =>
      expect(says('combined', chief, emergency, midwives)).toEqual([
        'Accident and emergency could take in the acute trust chief executive and the midwives: all are at the General Hospital, and one visit saves the journeys between.',
      ]));
    it('an interview in a room of that hospital by name', () =>
      expect(
        says('combined', emergency, { ...midwives, place: { room: 'ward', equipment: [] } }),
      ).toHaveLength(1));
    it('two visits to one site, said once', () =>
      expect(says('combined', emergency, { ...emergency, id: 'again', title: 'the wards' })).toEqual([
        'Accident and emergency could take in the wards: all are at the General Hospital, and one visit saves the journeys between.',
      ]));
    it('five visits', () =>
      expect(
        says(
          'few',
          ...['a', 'b', 'c', 'd', 'e'].map((id) => aSession(id, { kind: 'site-visit', title: id })),
        ),
      ).toEqual(['There are 5 visits, more than 4: a, b, c, d, e. Keep those the team learns most from.']));
  });
});
