import { describe, expect, it } from 'vitest';
import { problemLine, readProgramme, readReview } from '../../src/intake/index.ts';
import type { Review } from '../../src/review/review.ts';
import { at } from '../../src/time/span.ts';
import { fullEntry } from './entry.ts';

const review: Review = (() => {
  const reading = readReview(JSON.stringify(fullEntry));
  if (!reading.ok) throw new Error('The entry is a good one');
  return reading.value;
})();

const director = {
  session: 'see-director',
  start: '2026-03-30T14:00',
  end: '2026-03-30T15:00',
  place: { office: true },
};
const read = (...placements: readonly object[]) => readWith({ placements });
const readWith = (more: object) =>
  readProgramme(
    JSON.stringify({ peerweek: 1, review: 'sampleshire', revision: 4, placements: [director], ...more }),
    review,
  );
const lines = (reading: ReturnType<typeof read>) => (reading.ok ? [] : reading.problems.map(problemLine));

describe('a programme from a file', () => {
  it('may be made by hand: to the minute, anywhere, whatever rules it breaks', () => {
    const reading = read(
      {
        ...director,
        start: '2026-03-29T23:07',
        end: '2026-03-30T01:10',
        place: { room: 'base' },
        peers: ['manager'],
        lead: 'manager',
        stream: 'C',
      },
      {
        session: 'youth',
        start: '2026-03-30T14:00',
        end: '2026-03-30T15:00',
        place: { phone: true },
        told: true,
      },
    );
    expect(lines(reading)).toEqual([]);
    expect(reading.ok && reading.value.placements).toEqual([
      {
        session: 'see-director',
        start: at(0, 23, 7),
        end: at(1, 1, 10),
        away: { from: at(0, 23, 7), to: at(1, 1, 10) },
        stream: 'C',
        place: { room: 'base' },
        peers: ['manager'],
        lead: 'manager',
        told: false,
      },
      {
        session: 'youth',
        start: at(1, 14),
        end: at(1, 15),
        away: { from: at(1, 14), to: at(1, 15) },
        stream: 'A',
        place: { phone: true },
        peers: [],
        told: true,
      },
    ]);
  });

  it('gives streams to placements that have none, a visit its travel, and says what is not placed', () => {
    const visit = {
      session: 'emergency',
      start: '2026-03-30T14:30',
      end: '2026-03-30T16:30',
      place: { site: 'hospital' },
    };
    const reading = read(director, visit);
    if (!reading.ok) throw new Error(lines(reading).join('\n'));
    expect(reading.value.placements.map((p) => p.stream)).toEqual(['A', 'B']);
    expect(reading.value.placements[1]!.away).toEqual({ from: at(1, 14, 5), to: at(1, 17) });
    expect(reading.value.unplaced).toEqual(
      ['see-doctor', 'practitioners', 'youth', 'records'].map((session) => ({ session, because: [] })),
    );
  });

  it('keeps what it says is not placed, times of fixed events, and its cost', () => {
    const reading = readWith({
      unplaced: [{ session: 'youth', because: ['No room.'] }],
      fixedEvents: [{ id: 'slot', start: '2026-03-30T18:05', end: '2026-03-30T18:20' }],
      cost: [0, 1, 0, 0, 2, 12.5],
      bound: [0, 0, 0, 0, 0, 3],
      seed: 7,
    });
    if (!reading.ok) throw new Error(lines(reading).join('\n'));
    const { placements: _, ...rest } = reading.value;
    expect(rest).toEqual({
      review: 'sampleshire',
      revision: 4,
      unplaced: [{ session: 'youth', because: ['No room.'] }],
      fixedEvents: [{ id: 'slot', start: at(1, 18, 5), end: at(1, 18, 20) }],
      cost: [0, 1, 0, 0, 2, 12.5],
      bound: [0, 0, 0, 0, 0, 3],
      seed: 7,
    });
    expect(Object.isFrozen(reading.value.placements[0]!.away)).toBe(true);
  });
});

describe('what can’t be understood gets its line', () => {
  it.each([
    [
      'another review',
      readWith({ review: 'elsewhere' }),
      ['review: is "elsewhere", and the review given is "sampleshire". Give the programme of this review.'],
    ],
    [
      'an unknown session',
      read({ ...director, session: 'see-directer' }),
      ['placements[0].session: "see-directer" is not a session of the review. Did you mean “see-director”?'],
    ],
    [
      'an unknown peer',
      read({ ...director, peers: ['nobody'] }),
      ['placements[0].peers[0]: "nobody" is not a peer of the review. Give the id of one.'],
    ],
    [
      'an unknown room',
      read({ ...director, place: { room: 'comittee' } }),
      ['placements[0].place.room: "comittee" is not a room of the review. Did you mean “committee”?'],
    ],
    [
      'an unknown site',
      read({ ...director, place: { site: 'x' } }),
      ['placements[0].place.site: "x" is not a site of the review. Give the id of one.'],
    ],
    [
      'a place of no sort',
      read({ ...director, place: { garden: true } }),
      [
        'placements[0].place: is a group of fields { … }, which is not known here. Give one of { "office": true }, { "room": "…" }, { "site": "…" } and { "phone": true }.',
      ],
    ],
    [
      'a session placed twice',
      read(director, director),
      [
        'placements[1].session: "see-director" is named by placements[0].session already. Keep one of the two.',
      ],
    ],
    [
      'a session placed and left out',
      readWith({ unplaced: [{ session: 'see-director' }] }),
      ['unplaced[0].session: "see-director" is named by placements[0].session already. Keep one of the two.'],
    ],
    [
      'a peer twice',
      read({ ...director, peers: ['leader', 'leader'] }),
      ['placements[0].peers[1]: "leader" is named by placements[0].peers[0] already. Keep one of the two.'],
    ],
    [
      'what a visit includes',
      read({ ...director, session: 'see-nurse' }),
      ['placements[0].session: "see-nurse" is held in the course of "emergency". Take this placement out.'],
    ],
    [
      'backwards',
      read({ ...director, end: '2026-03-30T14:00' }),
      ['placements[0].end: is not after the start. Give an end after the start.'],
    ],
    [
      'away backwards',
      read({ ...director, away: { from: '2026-03-30T15:00', to: '2026-03-30T14:00' } }),
      ['placements[0].away.to: is not after the start. Give an end after the start.'],
    ],
    [
      'another week',
      read({ ...director, start: '2026-03-23T14:00', end: '2026-03-23T15:00' }),
      [
        'placements[0].start: 2026-03-23T14:00 is outside the on-site week. Day 1 is 2026-03-30.',
        'placements[0].end: 2026-03-23T15:00 is outside the on-site week. Day 1 is 2026-03-30.',
      ],
    ],
    [
      'a skipped time',
      read({ ...director, start: '2026-03-29T01:07' }),
      [
        'placements[0].start: 2026-03-29T01:07 does not exist, the clocks go forward then. Give a time from 02:00.',
      ],
    ],
    [
      'an unknown event',
      readWith({ fixedEvents: [{ id: 'slots', start: '2026-03-30T14:00', end: '2026-03-30T15:00' }] }),
      ['fixedEvents[0].id: "slots" is not a fixed event of the review’s frame. Did you mean “slot”?'],
    ],
    [
      'five tiers',
      readWith({ cost: [0, 0, 0, 0, 0] }),
      ['cost: holds 5 things. Give six numbers, one for each tier.'],
    ],
    [
      'all at once',
      read({ ...director, session: 'x', peers: [7], told: 'no' }),
      [
        'placements[0].peers[0]: is 7, not a text in quotes. Give the id of a peer.',
        'placements[0].told: is "no", not true or false. Give true or false, without quotes.',
        'placements[0].session: "x" is not a session of the review. Give the id of one.',
      ],
    ],
    [
      'a review’s file',
      readProgramme(JSON.stringify(fullEntry), review),
      ['This is the file of a review, not of a programme. Give the programme’s file.'],
    ],
    [
      'no JSON',
      readProgramme('{', review),
      [
        'line 1, column 2: The file ends too early. The bracket opened on line 1 is not closed. Give the whole file.',
      ],
    ],
  ])('%s', (_, reading, expected) => expect(lines(reading)).toEqual(expected));
});
