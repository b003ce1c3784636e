import { describe, expect, it } from 'vitest';
import { generateEntry, generatePlan } from '../../fixtures/generate.ts';
import type { PlacementEntry, ProgrammeFile } from '../../src/programme/file.ts';
import type { ContactEntry, PeerEntry, ReviewFile, SessionEntry } from '../../src/review/file.ts';
import { referee } from './referee.ts';
import { rulesIn } from './weeks.ts';

// A generated week that places everything and breaks nothing; each test does one thing to it. Day 1 is 12 October.
const options = { size: 'S', tightness: 'loose', seed: 1 } as const;
const week = generateEntry(options);
const plan = generatePlan(options)!;

const alter = <T>(list: readonly T[] | undefined, is: (t: T) => boolean, over: Partial<T>): readonly T[] =>
  (list ?? []).map((t) => (is(t) ? { ...t, ...over } : t));
const placed = (session: string, over: Partial<PlacementEntry>): ProgrammeFile => ({
  ...plan,
  placements: alter(plan.placements, (p) => p.session === session, over),
});
const without = (session: string): ProgrammeFile => ({
  ...plan,
  placements: plan.placements.filter((p) => p.session !== session),
});
const eventAt = (id: string, start: string, end: string): ProgrammeFile => ({
  ...plan,
  fixedEvents: [{ id, start: `2026-10-${start}`, end: `2026-10-${end}` }],
});
const at = (day: number, from: string, to: string): Partial<PlacementEntry> => ({
  start: `2026-10-${11 + day}T${from}`,
  end: `2026-10-${11 + day}T${to}`,
});
const session = (id: string, over: Partial<SessionEntry>): ReviewFile => ({
  ...week,
  sessions: alter(week.sessions, (s) => s.id === id, over),
});
const contact = (id: string, over: Partial<ContactEntry>): ReviewFile => ({
  ...week,
  contacts: alter(week.contacts, (c) => c.id === id, over),
});
const peer = (id: string, over: Partial<PeerEntry>): ReviewFile => ({
  ...week,
  peers: alter(week.peers, (p) => p.id === id, over),
});
const says = (review: ReviewFile, programme: ProgrammeFile): readonly string[] =>
  rulesIn(referee(JSON.stringify(review), JSON.stringify(programme)));

describe('the referee', () => {
  it('has nothing to say of a good programme', () =>
    expect(referee(JSON.stringify(week), JSON.stringify(plan))).toEqual([]));

  it.each<[string, ProgrammeFile, readonly string[]]>([
    [
      'a session over the end of its window, into the team meeting',
      placed('police-senior', at(1, '17:45', '18:45')),
      ['aligned-ends', 'team-meetings'],
    ],
    [
      'a session before the week’s first window',
      placed('police-senior', at(1, '08:00', '09:00')),
      ['team-meetings'],
    ],
    ['a session late in the evening', placed('police-senior', at(1, '20:00', '21:00')), ['evening-limit']],
    [
      'a session in the afternoon of day 4',
      placed('camhs-head', at(4, '14:00', '15:00')),
      ['presentation-preparation'],
    ],
    [
      'a session that leaves half an hour of lunch',
      placed('scrutiny-chair', at(2, '12:00', '13:00')),
      ['aligned-ends', 'diaries', 'lunch-and-breaks', 'one-place-at-a-time', 'streams'],
    ],
    [
      'before what it is to come after',
      placed('director-childrens-services', at(4, '10:00', '11:00')),
      ['five-day-week', 'one-place-at-a-time', 'streams'],
    ],
    [
      'an interview of 75 minutes',
      placed('camhs-head', at(4, '10:45', '12:00')),
      ['aligned-ends', 'interview-length', 'one-place-at-a-time', 'room', 'streams'],
    ],
    ['a focus group of an hour', placed('lay-people', at(3, '16:45', '17:45')), ['focus-group-length']],
    [
      'one peer at two sessions',
      placed('camhs-head', { peers: ['peer-ebele-mensah'] }),
      ['one-place-at-a-time'],
    ],
    ['nobody', placed('camhs-head', { peers: [] }), ['pair']],
    [
      'the review manager, who does not interview',
      placed('camhs-head', { peers: ['peer-rachel-iqbal'] }),
      ['diaries', 'pair'],
    ],
    ['a debrief without the review manager', placed('debrief-3', { peers: ['peer-zoe-grant'] }), ['pair']],
    [
      'a peer who knows the person',
      placed('head-youth-services', { peers: ['peer-alan-eze'] }),
      ['independence', 'one-place-at-a-time'],
    ],
    ['a room of the team’s own', placed('camhs-head', { place: { room: 'base-room' } }), ['base-room']],
    ['a room that is too small', placed('lay-people', { place: { room: 'small-2' } }), ['room']],
    ['a room that is taken', placed('lead-member', { place: { room: 'small-1' } }), ['room']],
    ['a room where only a site was asked for', placed('duty-desk', { place: { room: 'hall' } }), ['room']],
    [
      'by phone, which nobody agreed',
      placed('lead-member', { place: { phone: true } }),
      ['by-phone', 'room'],
    ],
    [
      'a visit whose time away leaves no time for the way back',
      placed('accident-and-emergency', { away: { from: '2026-10-13T10:35', to: '2026-10-13T12:20' } }),
      ['travel'],
    ],
    [
      'peers who come when it has begun',
      placed('camhs-head', { away: { from: '2026-10-15T11:15', to: '2026-10-15T12:00' } }),
      ['travel'],
    ],
    ['no visit to accident and emergency', without('accident-and-emergency'), ['accident-and-emergency']],
    ['no visit to the duty desk', without('duty-desk'), ['duty-desk']],
    ['one debrief only', without('debrief-3'), ['sponsor-debrief']],
    [
      'presentations after lunch has begun',
      eventAt('presentations', '12T11:45', '12T13:30'),
      ['presentations-before-lunch'],
    ],
    [
      'a conference before the presentation is complete',
      eventAt('conference', '16T10:00', '16T15:00'),
      ['conference'],
    ],
    [
      'a handover before the sessions are over',
      eventAt('handover', '15T08:00', '15T08:30'),
      ['draft-handover', 'one-place-at-a-time'],
    ],
    ['a lunch of half an hour', eventAt('lunch-2', '13T12:30', '13T13:00'), ['lunch-and-breaks']],
    [
      'a team meeting before the last session',
      eventAt('team-meeting-3', '14T16:15', '14T16:45'),
      ['evening-limit', 'team-meetings'],
    ],
    [
      'a preparation that begins in the morning',
      eventAt('preparation-4', '15T11:30', '15T17:30'),
      ['presentation-preparation'],
    ],
  ])('%s', (_, programme, rules) => expect(says(week, programme)).toEqual(rules));

  it.each<[string, ReviewFile, readonly string[]]>([
    [
      'a contact’s diary',
      contact('fiona-osborne', { diary: { busy: [{ from: '2026-10-15T11:45', to: '2026-10-15T13:00' }] } }),
      ['diaries'],
    ],
    [
      'a peer’s diary, on the way to a visit',
      peer('peer-alan-eze', { diary: { busy: [{ day: 2, from: '10:15', to: '10:45' }] } }),
      ['diaries'],
    ],
    [
      'a forbidden pair',
      { ...week, pairings: { forbidden: [['peer-zoe-grant', 'peer-rachel-iqbal']] } },
      ['pairings'],
    ],
    [
      'a fixed pair, split',
      { ...week, pairings: { fixed: [['peer-zoe-grant', 'peer-rachel-iqbal']] } },
      ['pairings'],
    ],
    ['a key person in a group', contact('beth-norris', { key: true }), ['key-people-alone']],
    [
      'a key person in a group, which was waived',
      {
        ...contact('beth-norris', { key: true }),
        waivers: [
          { rule: 'key-people-alone', about: 'practitioners', by: 'x', at: '2026-01-02', because: 'y' },
        ],
      },
      [],
    ],
    ['a child', contact('fiona-osborne', { child: true }), ['children']],
    [
      'a group of young people that nobody agreed to',
      session('lay-people', { youngPeople: true }),
      ['children'],
    ],
    [
      'a substitute whom nobody agreed to',
      session('camhs-head', { substitutes: [{ for: 'fiona-osborne', by: 'Al Day' }] }),
      ['substitutes'],
    ],
    ['a peer whose needs no place meets', peer('peer-rachel-iqbal', { access: ['step-free'] }), ['access']],
    [
      'the recording system’s review, which is missing',
      { ...week, review: { ...week.review, options: { caseRecordingReview: true } } },
      ['case-recording-review'],
    ],
    [
      'staff of the case records in another group',
      {
        ...week,
        review: { ...week.review, options: { caseRecords: true } },
        sessions: alter(week.sessions, (s) => s.id === 'practitioners', {
          caseRecords: true,
          contacts: ['tamsin-gallagher'],
        }),
      },
      ['case-record-staff'],
    ],
    [
      'one stream only',
      { ...week, review: { ...week.review, streams: 1, moreStreams: { limit: 1, when: 'never' } } },
      ['streams'],
    ],
    [
      'an access point twice as far',
      { ...week, travel: (week.travel ?? []).map((t) => ({ ...t, minutes: t.minutes * 2 })) },
      ['travel'],
    ],
  ])('%s', (_, review, rules) => expect(says(review, plan)).toEqual(rules));
});
