import { describe, expect, it } from 'vitest';
import { personWeek, seenWords } from '../../src/publish/person-week.ts';
import { roomWeek } from '../../src/publish/room-week.ts';
import { weekOnAPage } from '../../src/publish/week-on-a-page.ts';
import { at, overlaps } from '../../src/time/span.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

const review = sampleReview();
const programme = sampleProgramme();
const dayOf = (id: string, day: number) =>
  personWeek(review, programme, id)!
    .days.find((d) => d.day === day)!
    .items.map(
      (i) => `${i.time} ${i.title}${i.team.length > 0 ? ` [${i.team.map((p) => p.initials)}]` : ''}`,
    );

describe('a peer’s week', () => {
  it('has everything in time order: team events, sessions with partner, travel, down time (rule down-time, manual 176)', () => {
    expect(dayOf('health', 3)).toEqual([
      '8.30am to 9.00am Team gathers in the base room',
      '9.00am to 10.15am Down time, 75 minutes',
      '10.15am to 10.40am Travel to General Hospital',
      '10.40am to 12.05pm Accident and emergency [HL]',
      '12.05pm to 12.30pm Travel from General Hospital',
      '12.30pm to 1.30pm Lunch',
      '1.30pm to 2.30pm Designated doctor [JW]',
      '2.30pm to 3.30pm Acute trust chief executive [MO]',
      '3.30pm to 4.30pm Head of midwifery [HL]',
      '4.30pm to 5.00pm Down time, 30 minutes',
      '5.00pm to 6.00pm NHS senior managers [DP]',
      '6.00pm to 7.00pm Team meeting',
    ]);
  });

  it('says how many come to a group of whom only some are named', () => {
    const said = (about: string) =>
      personWeek(review, programme, 'leader')!
        .days.flatMap((d) => d.items)
        .filter((i) => i.about === about)
        .map(seenWords);
    expect(said('case-records')).toEqual([['Dawn Pryce, Team manager', '6 people in all']]);
    expect(said('director')).toEqual([['Priya Shah']]);
  });

  it('calls the free time of one who does not interview what it is', () => {
    expect(dayOf('manager', 4).slice(0, 3)).toEqual([
      '8.30am to 9.00am Team gathers in the base room',
      '9.00am to 10.00am Second debrief with sponsor [MO]',
      '10.00am to 12.00pm No session, 120 minutes',
    ]);
  });

  it('never says down time while there is something, nor in an evening window', () => {
    for (const peer of review.peers) {
      const items = personWeek(review, programme, peer.id)!.days.flatMap((d) => d.items);
      const down = items.filter((i) => i.kind === 'down-time');
      const rest = items.filter((i) => i.kind !== 'down-time');
      expect(down.filter((d) => rest.some((r) => overlaps(d, r)) || d.to > at(d.from / 1440, 19))).toEqual(
        [],
      );
    }
  });
});

describe('a contact’s week', () => {
  it('has their own slots, where and who comes, and no one else’s names', () => {
    const week = personWeek(review, programme, 'ian-forsyth')!;
    expect(
      week.days.flatMap((d) =>
        d.items.map((i) => [d.name, i.time, i.title, i.place, i.team.map((p) => p.name), i.people]),
      ),
    ).toEqual([
      [
        'Wednesday 25 March',
        '9.00am to 10.00am',
        'Debrief with the peer review team',
        'Civic Centre, second floor, High Street, Sampleton SM1 1AA',
        ['Margaret Osei', 'Tom Adeyemi'],
        [],
      ],
      [
        'Thursday 26 March',
        '9.00am to 10.00am',
        'Debrief with the peer review team',
        'Civic Centre, second floor, High Street, Sampleton SM1 1AA',
        ['Margaret Osei', 'Tom Adeyemi'],
        [],
      ],
    ]);
  });

  it('says how their hour is divided (interview-length, manual 1456)', () => {
    const items = personWeek(review, programme, 'priya-shah')!.days.flatMap((d) => d.items);
    expect(items.map((i) => [i.title, i.division])).toEqual([
      ['Council overview and first thoughts presentations', null],
      ['Interview with the peer review team', '45 minutes of interview, 15 for notes and crossover.'],
    ]);
  });

  it('is there for nobody that the review does not know', () => {
    expect(personWeek(review, programme, 'nobody')).toBeUndefined();
  });
});

describe('a room’s week', () => {
  it('has what is held there and how many come', () => {
    const week = roomWeek(review, programme, 'hall')!;
    expect(week.room).toEqual({
      id: 'hall',
      name: 'Council Chamber',
      where: 'Town Hall, Civic Centre',
      capacity: 40,
    });
    expect(week.days.flatMap((d) => d.items.map((i) => [d.day, i.time, i.about, i.people]))).toEqual([
      [1, '11.15am to 1.00pm', 'presentations', 18],
      [2, '10.15am to 12.30pm', 'commissioned', 14],
      [2, '2.30pm to 4.00pm', 'partners', 14],
      [2, '7.30pm to 9.00pm', 'parents', 10],
      [3, '5.00pm to 6.00pm', 'lscb-members', 8],
    ]);
  });

  it('of the base room has the team’s own events, lunch apart', () => {
    const kinds = roomWeek(review, programme, 'base')!.days.flatMap((d) => d.items.map((i) => i.title));
    expect(kinds).toContain('Team gathers in the base room');
    expect(kinds).toContain('Case recording system');
    expect(kinds).not.toContain('Lunch');
  });
});

describe('the week on a page', () => {
  it('has sessions of the same time together, in time order', () => {
    const wednesday = weekOnAPage(review, programme).find((d) => d.day === 3)!;
    expect(
      wednesday.slots.slice(1, 4).map((s) => [s.time, s.sessions.map((x) => `${x.stream} ${x.session}`)]),
    ).toEqual([
      ['9.00am to 10.00am', ['A debrief-1', 'B ad-schools']],
      ['10.15am to 12.30pm', ['B young-carers', 'C case-records']],
      ['10.40am to 12.05pm', ['A hospital']],
    ]);
  });
});
