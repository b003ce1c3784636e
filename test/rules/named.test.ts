import { describe, expect, it } from 'vitest';
import type { PlaceNeed } from '../../src/review/places.ts';
import type { Session } from '../../src/review/session.ts';
import { named } from '../../src/rules/named.ts';
import { aContact, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const { office: _office, ...homeless } = aContact('finn', { name: 'Finn Hall' });
const contacts = [
  aContact('dee', { name: 'Dee Okoro' }),
  homeless,
  aContact('blank', { name: ' ', jobTitle: 'Designated doctor' }),
  aContact('untitled', { name: 'Uma Vale', jobTitle: '' }),
  aContact('neither', { name: '', jobTitle: '' }),
];
const says = (...sessions: Session[]) =>
  named.parts.map((part) => speaks(named, aReview({ contacts, sessions }), [], part.name));
const need = (over: Partial<PlaceNeed>): PlaceNeed => ({ equipment: [], ...over });
const of = (id: string, over: Partial<Session> = {}) =>
  aSession(id, { title: `the ${id}`, contacts: [id], ...over });

describe('named (manual 1565)', () => {
  describe('kept', () => {
    it.each([
      ['a contact in an office with a name', of('dee', { place: need({ office: true }) })],
      ['a contact without an office, in a room', of('finn', { place: need({ room: true }) })],
      [
        'an office or a room, where there is no office',
        of('finn', { place: need({ office: true, room: true }) }),
      ],
      ['out at a site', of('dee', { place: need({ site: 'civic-centre' }) })],
      ['by phone', of('finn', { place: need({ phone: true }) })],
      [
        'a group whose names are not known yet, with its host and headcount',
        of('group', { kind: 'focus-group', contacts: [], host: 'dee', headcount: 8 }),
      ],
      ['a record review, of a system', of('records', { kind: 'record-review', contacts: [] })],
    ])('%s', (_, session) => expect(says(session)).toEqual([[], [], [], []]));
    it('a contact in no session, whatever is missing', () => expect(says()).toEqual([[], [], [], []]));
    it('a session is where the visit that includes it is, and a visit names whom it includes', () => {
      expect(
        says(
          of('visit', {
            kind: 'site-visit',
            contacts: [],
            includes: ['inner'],
            place: need({ site: 'civic-centre' }),
          }),
          aSession('inner', { contacts: ['dee'], place: need({}) }),
        ),
      ).toEqual([[], [], [], []]);
    });
  });

  describe('broken, and blocks approval', () => {
    it.each(named.parts)('$name blocks', (part) => expect(part.blocksApproval).toBe(true));
    it('names and job titles, each once however many sessions a person is in', () => {
      expect(
        says(of('blank'), of('untitled'), of('neither'), of('again', { contacts: ['untitled'] }))[0],
      ).toEqual([
        'the blank has a contact without a name (Designated doctor): give the name.',
        'Uma Vale, in the untitled, has no job title: give the job title.',
        'the neither has a contact without a name (neither): give the name.',
        'neither, in the neither, has no job title: give the job title.',
      ]);
    });
    it('a host without a name', () => {
      expect(says(of('dee', { kind: 'focus-group', host: 'blank' }))[0]).toEqual([
        'the dee has a contact without a name (Designated doctor): give the name.',
      ]);
    });
    it('nobody to see, and no host', () => {
      expect(
        says(
          of('leader', { contacts: [] }),
          of('group', { kind: 'focus-group', contacts: [], headcount: 8 }),
        ),
      ).toEqual([
        [],
        ['the leader names nobody: say who is seen.', 'the group has no host: say who hosts the group.'],
        [],
        [],
      ]);
    });
    it('a group without a headcount', () => {
      expect(says(of('dee', { kind: 'focus-group', headcount: 0 }))[2]).toEqual([
        'the dee has no headcount: say how many people come.',
      ]);
    });
    it('no location', () => {
      expect(says(of('dee', { place: need({}) }), of('finn', { place: need({ office: true }) }))[3]).toEqual([
        'the dee has no location: give it an office, a room, a site, or say that it is by phone.',
        'the finn is in an office that has no name: give the office of Finn Hall, or let it have a room.',
      ]);
    });
  });
});
