import { describe, expect, it } from 'vitest';
import { readReview } from '../../src/intake/index.ts';
import { appendix11Frame } from '../../src/review/frame.ts';
import type { Review } from '../../src/review/review.ts';
import { at } from '../../src/time/span.ts';
import { fullEntry } from './entry.ts';

const read = (entry: object): Review => {
  const reading = readReview(JSON.stringify(entry));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
};
const full = read(fullEntry);
const least = {
  peerweek: 1,
  review: { id: 'least', council: 'Leastshire', firstDay: '2026-03-23', editedAt: '2026-01-12T09:30:00Z' },
};

describe('a review from a file', () => {
  it('needs only its id, the council, the first day and when it was edited; the rest is filled in', () => {
    expect(read(least)).toEqual({
      id: 'least',
      council: 'Leastshire',
      week: { firstDay: '2026-03-23', zone: 'Europe/London' },
      revision: 1,
      editedAt: '2026-01-12T09:30:00Z',
      streams: 2,
      moreStreams: { limit: 2, when: 'never' },
      options: {
        caseRecords: false,
        caseRecordingReview: false,
        auditValidation: false,
        intervention: false,
      },
      keyLinesOfEnquiry: [],
      weights: {},
      limits: {},
      frame: appendix11Frame(2, 2),
      peers: [],
      pairings: { fixed: [], preferred: [], forbidden: [] },
      contacts: [],
      declined: [],
      sites: [],
      travel: [],
      rooms: [],
      sessions: [],
      locks: [],
      waivers: [],
    });
  });

  it('takes the default frame’s streams from the review', () => {
    const review = read({
      ...least,
      review: { ...least.review, streams: 3, moreStreams: { limit: 4, when: 'seldom' } },
    });
    expect(review.frame).toEqual(appendix11Frame(3, 4));
  });

  it('reads every kind of span into minutes of the week, a date’s last day included', () => {
    const [leader, analyst] = full.peers;
    const [director] = full.contacts;
    expect(leader!.diary).toEqual({
      busy: [{ from: at(2, 9), to: at(2, 11, 30) }],
      ifNeeded: [{ from: at(2, 11, 30), to: at(2, 12) }],
      preferred: [],
    });
    expect(analyst!.diary.busy).toEqual([{ from: at(3, 0), to: at(4, 0) }]);
    expect(director!.diary).toEqual({
      busy: [{ from: at(2, 0), to: at(3, 0) }],
      ifNeeded: [{ from: at(1, 14), to: at(2, 0) }],
      preferred: [{ from: at(1, 0), to: at(1, 16) }],
    });
  });

  it('keeps off what lies outside days 0 to 5, and clips what reaches in', () => {
    const peer = {
      id: 'a',
      name: 'Ann Brown',
      role: 'other',
      diary: {
        busy: [
          { from: '2026-01-01', to: '2026-01-31' },
          { from: '2026-03-20T09:00', to: '2026-03-23T10:00' },
          { from: '2026-03-27T17:00', to: '2026-04-10' },
          { from: '2027-03-24T09:00', to: '2027-03-24T10:00' },
        ],
      },
    };
    expect(read({ ...least, peers: [peer] }).peers[0]!.diary.busy).toEqual([
      { from: 0, to: at(1, 10) },
      { from: at(5, 17), to: at(6, 0) },
    ]);
  });

  it('gives everybody interviews but the review manager, and initials of their own', () => {
    expect(full.peers.map((p) => [p.interviews, p.initials])).toEqual([
      [true, 'AB'],
      [true, 'AB2'],
      [false, 'MC'],
    ]);
  });

  it('makes initials unique in the team', () => {
    const names = [
      'Ann Brown',
      'Alan Bell',
      'Abe Burns',
      'Cllr Jo O’Neil-Smith',
      'Cher',
      'Cherie',
      'Dr',
      'Li',
      'Łukasz Żak',
    ];
    const peers = names.map((name, i) => ({ id: `p${i}`, name, role: 'other' }));
    expect(read({ ...least, peers }).peers.map((p) => p.initials)).toEqual([
      'AB',
      'ABE',
      'ABU',
      'JOS',
      'CH',
      'CHE',
      'DR',
      'LI',
      'ŁŻ',
    ]);
  });

  it('takes those of the council’s organisation to speak for it', () => {
    expect(full.contacts.map((c) => c.representsCouncil)).toEqual([true, true, false, false]);
  });

  it('fills in what is usual for a session of its kind', () => {
    const { sessions } = full;
    expect(
      sessions.map((s) => [s.id, s.minutes, s.headcount, s.place, s.peers.count, s.earliestDay, s.latestDay]),
    ).toEqual([
      ['see-director', 60, 1, { office: true, room: true, equipment: [] }, 2, 1, 2],
      ['see-doctor', 60, 2, { office: true, phone: true, equipment: [] }, 1, 1, 2],
      ['practitioners', 90, 8, { room: true, atSite: 'civic', equipment: ['projector'] }, 2, 1, 2],
      ['youth', 90, 1, { room: 'committee', equipment: [] }, 2, 1, 2],
      ['emergency', 120, 1, { site: 'hospital', equipment: [] }, 2, 1, 2],
      ['see-nurse', 60, 1, { office: true, room: true, equipment: [] }, 2, 1, 2],
      ['records', 60, 1, { room: true, equipment: [] }, 1, 1, 2],
    ]);
    expect(sessions[0]!.fixed).toBe(at(1, 14));
  });

  it('adds what a place asks to the usual one, and takes from it what it refuses', () => {
    const session = { id: 's', kind: 'interview', title: 'S', priority: 'must' };
    const place = (given: object) =>
      read({ ...least, sessions: [{ ...session, place: given }] }).sessions[0]!.place;
    expect(place({ equipment: ['screen'] })).toEqual({ office: true, room: true, equipment: ['screen'] });
    expect(place({ office: false })).toEqual({ office: false, room: true, equipment: [] });
  });

  it('puts windows and events in time order, and gives a window the review’s streams', () => {
    expect(full.frame.windows).toEqual([
      { id: 'one', day: 1, from: at(1, 14), to: at(1, 18), streams: 2, limit: 3, evening: false },
      { id: 'late', day: 1, from: at(1, 19, 30), to: at(1, 21), streams: 1, limit: 3, evening: true },
      { id: 'two', day: 2, from: at(2, 9), to: at(2, 12, 30), streams: 2, limit: 3, evening: false },
    ]);
    expect(full.frame.events.map((e) => [e.id, e.from, e.room, e.site])).toEqual([
      ['first-meeting', at(0, 18), undefined, undefined],
      ['presentations', at(1, 11, 15), 'committee', undefined],
      ['slot', at(1, 17, 30), undefined, 'hospital'],
    ]);
  });

  it('is frozen through and through', () => {
    const thaw = (value: unknown): boolean =>
      typeof value === 'object' &&
      value !== null &&
      (!Object.isFrozen(value) || Object.values(value).some(thaw));
    expect(thaw(full)).toBe(false);
  });

  it('is not bothered by a byte order mark or Windows line ends', () => {
    const text = `\ufeff${JSON.stringify(fullEntry, null, 2).replaceAll('\n', '\r\n')}\r\n`;
    expect(readReview(text)).toEqual({ ok: true, value: full });
  });

  it('says nothing of people on the Appendix 10 list who are missing: a rule does', () => {
    expect(readReview(JSON.stringify(least)).ok).toBe(true);
  });
});

describe('a week in which the clocks change', () => {
  // Europe/London: forward at 01:00 on 26 March 2028, back at 02:00 on 29 October 2028; both are day 0.
  const lines = (firstDay: string, span: object) => {
    const contact = { id: 'c', name: 'C', organisation: 'O', diary: { busy: [span] } };
    const reading = readReview(
      JSON.stringify({ ...least, review: { ...least.review, firstDay }, contacts: [contact] }),
    );
    return reading.ok
      ? reading.value.contacts[0]!.diary.busy
      : reading.problems.map((p) => `${p.path}: ${p.what} ${p.mend}`);
  };

  it('refuses times in the hour that does not exist', () => {
    expect(lines('2028-03-27', { from: '2028-03-26T01:00', to: '2028-03-26T01:45' })).toEqual([
      'contacts[0].diary.busy[0].from: 2028-03-26T01:00 does not exist, the clocks go forward then. Give a time from 02:00.',
      'contacts[0].diary.busy[0].to: 2028-03-26T01:45 does not exist, the clocks go forward then. Give a time from 02:00.',
    ]);
    expect(lines('2028-03-27', { day: 0, from: '01:30', to: '03:00' })).toEqual([
      'contacts[0].diary.busy[0].from: 2028-03-26T01:30 does not exist, the clocks go forward then. Give a time from 02:00.',
    ]);
  });

  it('accepts the times around it, and the whole of that day', () => {
    expect(lines('2028-03-27', { from: '2028-03-26T00:45', to: '2028-03-26T02:00' })).toEqual([
      { from: 45, to: 120 },
    ]);
    expect(lines('2028-03-27', { day: 0 })).toEqual([{ from: 0, to: 1440 }]);
  });

  it('accepts times in the hour that comes twice', () => {
    expect(lines('2028-10-30', { from: '2028-10-29T01:00', to: '2028-10-29T01:45' })).toEqual([
      { from: 60, to: 105 },
    ]);
  });

  it('keeps hours on the grid as hours whatever the clocks did', () => {
    const span = { from: '2028-10-28', to: '2028-10-30T10:00' };
    expect(lines('2028-10-30', span)).toEqual([{ from: 0, to: at(1, 10) }]);
  });
});
