import { describe, expect, it } from 'vitest';
import type { Held } from '../../src/programme/placement.ts';
import { appendix11Frame, type FixedEvent } from '../../src/review/frame.ts';
import type { Review } from '../../src/review/review.ts';
import { travel } from '../../src/rules/travel.ts';
import { at } from '../../src/time/span.ts';
import { aContact, aHeld, aPeer, aReview, aRoom, aSession, aSite } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

// Civic Centre is the base; General Hospital is 25 minutes away, the police 40, and 20 from the hospital.
const sites = [
  aSite('civic-centre', { name: 'Civic Centre' }),
  aSite('hospital', { name: 'General Hospital' }),
  aSite('police', { name: 'Police HQ' }),
];
const ways = [
  { between: ['civic-centre', 'hospital'] as const, minutes: 25 },
  { between: ['police', 'civic-centre'] as const, minutes: 40 },
  { between: ['hospital', 'police'] as const, minutes: 20 },
];
const contacts = [
  aContact('doctor', { name: 'Dr Osei', office: { site: 'hospital', name: 'Ward 4', access: [] } }),
  aContact('commander', { name: 'Cdr Hale', office: { site: 'police', name: 'Top floor', access: [] } }),
  aContact('leader', { name: 'Cllr Vane' }),
];
const frame = appendix11Frame(2, 2);
const reviewOf = (over: Partial<Review> = {}): Review =>
  aReview({
    sites,
    travel: ways,
    contacts,
    peers: [aPeer('jo', { name: 'Jo Bell' }), aPeer('sam', { name: 'Sam Field' })],
    rooms: [aRoom('base', { baseRoom: true }), aRoom('ward', { site: 'hospital' })],
    ...over,
  });
const withEvents = (...events: Partial<FixedEvent>[]): Review =>
  reviewOf({
    frame: {
      windows: frame.windows,
      events: [
        ...frame.events,
        ...events.map((over) => ({ ...frame.events[0]!, id: 'extra', title: 'Extra', ...over })),
      ].sort((a, b) => a.from - b.from),
    },
  });
const review = reviewOf();

const emergency = aSession('emergency', { kind: 'site-visit', title: 'Accident and emergency', minutes: 85 });
const doctor = aSession('doctor-session', { title: 'the designated doctor', contacts: ['doctor'] });
const commander = aSession('commander-session', {
  title: 'the borough commander',
  contacts: ['commander'],
});
const leader = aSession('leader-session', { title: 'the council leader', contacts: ['leader'] });
const board = aSession('board', { title: 'the safeguarding board', contacts: ['leader', 'doctor'] });

const jo = { peers: ['jo'] };
const visit = (from: number, to: number): Held =>
  aHeld(emergency, 3, 10, 40, {
    ...jo,
    place: { site: 'hospital' },
    away: { from: at(3, 10, from), to: at(3, 12, to) },
  });

describe('travel (manual 1460, 1464, 1474)', () => {
  describe('rule: a visit’s time away', () => {
    it('kept: it holds the journeys', () =>
      expect(speaks(travel, review, [visit(15, 30)], 'rule')).toEqual([]));
    it('kept: at base there is no journey', () =>
      expect(
        speaks(travel, review, [aHeld(emergency, 3, 10, 15, { place: { site: 'civic-centre' } })], 'rule'),
      ).toEqual([]));
    it('broken: ten minutes short on the way back', () =>
      expect(speaks(travel, review, [visit(15, 20)], 'rule')).toEqual([
        'Accident and emergency on Wednesday, 10.40am to 12.05pm leaves 25 minutes to get to General Hospital and 15 to get back: the way takes 25.',
      ]));
    it('broken: on the way out', () =>
      expect(speaks(travel, review, [visit(16, 30)], 'rule')).toHaveLength(1));
    it('kept: an interview off the base, whose peers’ time is its own', () =>
      expect(speaks(travel, review, [aHeld(doctor, 2, 10, 0, jo)], 'rule')).toEqual([]));
    it.each([
      ['kept: an interview’s own time', { from: at(2, 9), to: at(2, 10) }, []],
      ['kept: more than that', { from: at(2, 8, 45), to: at(2, 10, 15) }, []],
      [
        'broken: peers who come when it has begun',
        { from: at(2, 9, 1), to: at(2, 10) },
        [
          'the council leader is on Tuesday, 9.00am to 10.00am, and its peers’ time, Tuesday, 9.01am to 10.00am, does not hold it.',
        ],
      ],
      [
        'broken: peers who go before it has ended',
        { from: at(2, 9), to: at(2, 9, 59) },
        [
          'the council leader is on Tuesday, 9.00am to 10.00am, and its peers’ time, Tuesday, 9.00am to 9.59am, does not hold it.',
        ],
      ],
    ])('%s', (_, away, said) =>
      expect(speaks(travel, review, [aHeld(leader, 2, 9, 0, { ...jo, away })], 'rule')).toEqual(said),
    );
  });

  describe('peers: from one session to the next', () => {
    const says = (...held: Held[]) => speaks(travel, review, held, 'peers');
    it('kept: exactly the time it takes', () => {
      expect(says(aHeld(leader, 2, 9, 0, jo), aHeld(doctor, 2, 10, 25, jo))).toEqual([]);
      expect(says(aHeld(doctor, 2, 9, 0, jo), aHeld(leader, 2, 10, 25, jo))).toEqual([]);
    });
    it('kept: another peer goes there', () =>
      expect(says(aHeld(leader, 2, 9, 0, jo), aHeld(doctor, 2, 10, 0, { peers: ['sam'] }))).toEqual([]));
    it('broken: one of the two goes on to the next, whoever they go with', () =>
      expect(
        says(
          aHeld(leader, 2, 9, 0, { peers: ['jo', 'sam'] }),
          aHeld(doctor, 2, 10, 0, { peers: ['sam', 'kim'] }),
        ).length,
      ).toBe(1));
    it('kept: crossover covers the walk within a site', () =>
      expect(
        says(aHeld(doctor, 2, 9, 0, jo), aHeld(leader, 2, 10, 0, { ...jo, place: { room: 'ward' } })),
      ).toEqual([]));
    it('kept: a phone call is made from anywhere', () =>
      expect(
        says(aHeld(leader, 2, 9, 0, jo), aHeld(doctor, 2, 10, 0, { ...jo, place: { phone: true } })),
      ).toEqual([]));
    it('kept: a visit’s way back is in its time away', () =>
      expect(says(visit(15, 30), aHeld(leader, 3, 12, 30, jo))).toEqual([]));
    it('kept: at once in two places is for one-place-at-a-time to say', () =>
      expect(says(aHeld(leader, 2, 9, 0, jo), aHeld(doctor, 2, 9, 30, jo))).toEqual([]));
    it('broken: a minute short', () =>
      expect(says(aHeld(leader, 2, 9, 0, jo), aHeld(doctor, 2, 10, 24, jo))).toEqual([
        'On Tuesday Jo Bell has 24 minutes from the council leader at Civic Centre, which ends at 10.00am, to the designated doctor at General Hospital: the way takes 25.',
      ]));
    it('broken: between two sites, neither of them base', () =>
      expect(
        says(
          aHeld(doctor, 2, 9, 0, { peers: ['jo', 'sam'] }),
          aHeld(commander, 2, 10, 0, { peers: ['sam', 'jo'] }),
        ),
      ).toEqual([
        'On Tuesday Jo Bell and Sam Field have 0 minutes from the designated doctor at General Hospital, which ends at 10.00am, to the borough commander at Police HQ: the way takes 20.',
      ]));
  });

  describe('contacts: from one session to the next', () => {
    const says = (...held: Held[]) => speaks(travel, review, held, 'contacts');
    it('kept: in time, whoever the peers are', () =>
      expect(says(aHeld(doctor, 2, 9, 0), aHeld(board, 2, 10, 25))).toEqual([]));
    it('kept: a peer’s haste is not a contact’s', () =>
      expect(says(aHeld(leader, 2, 9, 0, jo), aHeld(doctor, 2, 10, 0, jo))).toEqual([]));
    it('broken: the doctor is expected at the hospital and then at the Civic Centre', () =>
      expect(says(aHeld(doctor, 2, 9, 0), aHeld(board, 2, 10, 15))).toEqual([
        'On Tuesday Dr Osei has 15 minutes from the designated doctor at General Hospital, which ends at 10.00am, to the safeguarding board at Civic Centre: the way takes 25.',
      ]));
  });

  it('contacts broken: one of those on the board has to be at the hospital next', () =>
    expect(speaks(travel, review, [aHeld(board, 2, 9, 0), aHeld(doctor, 2, 10, 15)], 'contacts').length).toBe(
      1,
    ));

  describe('team-events: what the whole team does', () => {
    const says = (held: Held, r = review) => speaks(travel, r, [held], 'team-events');
    it('kept: in time after the gathering, which ends at 9.00am', () =>
      expect(says(aHeld(doctor, 2, 9, 25))).toEqual([]));
    it('kept: fifteen minutes of an hour’s lunch go on the way', () =>
      expect(says(aHeld(doctor, 2, 11, 20))).toEqual([]));
    it('kept: at base, or by phone, right up to lunch', () => {
      expect(says(aHeld(leader, 2, 11, 30))).toEqual([]);
      expect(says(aHeld(doctor, 2, 11, 30, { place: { phone: true } }))).toEqual([]);
    });
    it('kept: a break is wherever the team is', () =>
      expect(
        says(
          aHeld(doctor, 2, 9, 30),
          withEvents({ kind: 'break', day: 2, from: at(2, 10, 30), to: at(2, 10, 45) }),
        ),
      ).toEqual([]));
    it('kept: an event at the same site', () =>
      expect(
        says(
          aHeld(doctor, 2, 9, 30),
          withEvents({ kind: 'other', day: 2, from: at(2, 10, 30), to: at(2, 11), room: 'ward' }),
        ),
      ).toEqual([]));
    it('broken: too soon after the gathering', () =>
      expect(says(aHeld(doctor, 2, 9, 15))).toEqual([
        'the designated doctor on Tuesday, 9.15am to 10.15am leaves the team 15 minutes after Team gathers in the base room at Civic Centre: the way takes 25.',
      ]));
    it('broken: too near lunch for its spare quarter of an hour', () =>
      expect(says(aHeld(doctor, 2, 11, 25))).toEqual([
        'the designated doctor on Tuesday, 11.25am to 12.25pm leaves the team 20 minutes before Lunch at Civic Centre: the way takes 25.',
      ]));
    it('broken: an event at another site than base, with the session at base', () =>
      expect(
        says(
          aHeld(leader, 2, 9, 30),
          withEvents({ kind: 'other', day: 2, from: at(2, 10, 30), to: at(2, 11), site: 'police' }),
        ),
      ).toEqual([
        'the council leader on Tuesday, 9.30am to 10.30am leaves the team 0 minutes before Extra at Police HQ: the way takes 40.',
      ]));
  });

  describe('peer-events, contact-events: what some of them do', () => {
    const clinic = withEvents({
      day: 2,
      from: at(2, 10, 30),
      to: at(2, 11),
      peers: ['jo'],
      contacts: ['doctor'],
    });
    it('kept: the peer is not named for it', () =>
      expect(speaks(travel, clinic, [aHeld(doctor, 2, 9, 30, { peers: ['sam'] })], 'peer-events')).toEqual(
        [],
      ));
    it('kept: there is time', () => {
      expect(speaks(travel, clinic, [aHeld(doctor, 2, 11, 25, jo)], 'peer-events')).toEqual([]);
      expect(speaks(travel, clinic, [aHeld(doctor, 2, 11, 25, jo)], 'contact-events')).toEqual([]);
    });
    it('broken: for the peer', () =>
      expect(
        speaks(travel, clinic, [aHeld(doctor, 2, 9, 30, { peers: ['sam', 'jo'] })], 'peer-events'),
      ).toEqual([
        'the designated doctor on Tuesday, 9.30am to 10.30am leaves Jo Bell 0 minutes before Extra at Civic Centre: the way takes 25.',
      ]));
    it('broken: for the contact', () =>
      expect(speaks(travel, clinic, [aHeld(doctor, 2, 11, 15)], 'contact-events')).toEqual([
        'the designated doctor on Tuesday, 11.15am to 12.15pm leaves Dr Osei 15 minutes after Extra at Civic Centre: the way takes 25.',
      ]));
  });

  describe('lunch: travelled to and from', () => {
    const says = (...held: Held[]) => speaks(travel, review, held, 'lunch');
    it('kept: 45 minutes of it are left', () =>
      expect(says(aHeld(doctor, 2, 11, 20, jo), aHeld(doctor, 2, 13, 55, jo))).toEqual([]));
    it('kept: two peers, each travelling once', () =>
      expect(says(aHeld(doctor, 2, 11, 20, jo), aHeld(doctor, 2, 13, 40, { peers: ['sam'] }))).toEqual([]));
    it('broken: both ways take their quarter of an hour', () =>
      expect(says(aHeld(doctor, 2, 11, 20, jo), aHeld(commander, 2, 13, 55, jo))).toEqual([
        'On Tuesday the ways from the designated doctor to Lunch and on to the borough commander take Jo Bell 65 minutes of the 95 between, which leaves 30 minutes for lunch: it should be 45.',
      ]));
  });

  describe('journeys: 3 for each; journey-minutes: 1 for every 15 minutes', () => {
    const says = (...held: Held[]) =>
      ['journeys', 'journey-minutes'].flatMap((part) => speaks(travel, review, held, part));
    const points = (day: number, ...held: Held[]) =>
      travel.parts.flatMap((part) =>
        part.kind === 'want' && part.shape === 'whole'
          ? part
              .test(review, { peer: review.peers[0]!, day, held })
              .map((breach) => breach.amount! * part.weight!)
          : [],
      );
    it('kept: a day at base, with a visit and a phone call', () =>
      expect(
        says(
          visit(15, 30),
          aHeld(leader, 3, 9, 0, jo),
          aHeld(commander, 3, 14, 0, { ...jo, place: { phone: true } }),
        ),
      ).toEqual([]));
    it('broken: out to the doctor and back for lunch', () => {
      expect(says(aHeld(doctor, 2, 11, 0, jo), aHeld(leader, 2, 13, 30, jo))).toEqual([
        'Jo Bell makes 2 journeys beyond the visits’ own on Tuesday.',
        'Jo Bell spends 50 minutes on journeys beyond the visits’ own on Tuesday.',
      ]);
      // 2 journeys × 3, and 50 minutes / 15
      expect(points(2, aHeld(doctor, 2, 11, 0, jo))).toEqual([6, 50 / 15]);
    });
    it('broken: one round of three journeys, 25 + 20 + 40 minutes, cheaper than out and back twice', () => {
      expect(points(2, aHeld(doctor, 2, 13, 55, jo), aHeld(commander, 2, 15, 15, jo))).toEqual([9, 85 / 15]);
      expect(points(2, aHeld(doctor, 2, 11, 0, jo), aHeld(commander, 2, 14, 30, jo))).toEqual([12, 130 / 15]);
    });
    it('broken: each of the pair makes them', () =>
      expect(speaks(travel, review, [aHeld(doctor, 2, 14, 0, { peers: ['jo', 'sam'] })], 'journeys')).toEqual(
        [
          'Jo Bell makes 2 journeys beyond the visits’ own on Tuesday.',
          'Sam Field makes 2 journeys beyond the visits’ own on Tuesday.',
        ],
      ));
    it('broken: a visit and, from base again, an interview at the same hospital', () =>
      expect(points(3, visit(15, 30), aHeld(doctor, 3, 14, 0, jo))).toEqual([6, 50 / 15]));
  });

  describe('sites, frame: said of the review', () => {
    it('kept: every way is known, and the team stays at base', () => {
      expect(speaks(travel, review, [], 'sites')).toEqual([]);
      expect(speaks(travel, review, [], 'frame')).toEqual([]);
    });
    it('kept: lunch lends its spare minutes', () => {
      const away = { kind: 'other' as const, day: 2, site: 'hospital', to: at(2, 12, 20), from: at(2, 12) };
      expect(speaks(travel, withEvents(away), [], 'frame')).toEqual([]);
    });
    it('broken: a way that nobody gave', () =>
      expect(speaks(travel, reviewOf({ travel: ways.slice(0, 2) }), [], 'sites')).toEqual([
        'No travel time is given between General Hospital and Police HQ, so it counts as none: say how many minutes it is from door to door.',
      ]));
    it('broken: a way that nobody timed, so that the usual minutes are taken', () =>
      expect(
        speaks(
          travel,
          reviewOf({
            travel: ways.map((way, i) => (i === 2 ? { ...way, minutes: 30, assumed: true } : way)),
          }),
          [],
          'sites',
        ),
      ).toEqual([
        'Nobody has timed the way between General Hospital and Police HQ, so 30 minutes are taken: say how many minutes it is from door to door.',
      ]));
    it('broken: the conference follows the preparation at once, at another site', () =>
      expect(
        speaks(
          travel,
          reviewOf({
            frame: {
              ...frame,
              events: frame.events.map((e) => (e.kind === 'conference' ? { ...e, site: 'police' } : e)),
            },
          }),
          [],
          'frame',
        ),
      ).toEqual([
        'On Friday the team has 0 minutes from Team completes the presentation at Civic Centre to Final presentation and prioritisation conference at Police HQ: the way takes 40.',
      ]));
  });
});
