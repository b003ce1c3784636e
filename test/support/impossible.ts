import { generateReview } from '../../fixtures/generate.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { openDiary } from '../../src/review/diary.ts';
import type { Review } from '../../src/review/review.ts';
import { at, type Span } from '../../src/time/span.ts';
import { aContact, aPeer, aPlacement, aProgramme, aReview, aRoom, aSession, aSite } from './cast.ts';
import { aWindow } from './frames.ts';

/** A diary that says no to all but these spans of days 1 to 4. */
export const freeOnly = (...free: readonly Span[]) => {
  const busy: Span[] = [];
  let from = at(1, 0);
  for (const span of [...free].sort((a, b) => a.from - b.from)) {
    if (span.from > from) busy.push({ from, to: span.from });
    from = span.to;
  }
  busy.push({ from, to: at(5, 0) });
  return { ...openDiary, busy };
};

const hour = (day: number, from: number, minutes = 60): Span => ({
  from: at(day, from),
  to: at(day, from) + minutes,
});

const team = [
  aPeer('ann', { name: 'Ann Ash', role: 'team-leader' }),
  aPeer('ben', { name: 'Ben Bay', role: 'member-peer' }),
  aPeer('cat', { name: 'Cat Cox', role: 'nhs-peer' }),
  aPeer('dev', { name: 'Dev Day' }),
];

/** A morning of day 2 and one of day 3, four peers, a small room and a large one. */
const base = (over: Partial<Review>): Review =>
  aReview({
    frame: { events: [], windows: [aWindow(2, 9, 12), aWindow(3, 9, 12)] },
    peers: team,
    rooms: [
      aRoom('base', { name: 'Base Room', baseRoom: true }),
      aRoom('small', { name: 'Small Room', capacity: 6 }),
      aRoom('large', { name: 'Large Room', capacity: 20 }),
    ],
    ...over,
  });

/** A review that has no complete programme, the reason and what would mend it. */
export interface Impossible {
  readonly review: Review;
  readonly keep?: Programme;
  readonly sentence: string;
  readonly sessions: readonly string[];
  readonly because: readonly string[];
  readonly mends: readonly string[];
}

const office = { office: true, equipment: [] };
const anyRoom = { room: true as const, equipment: [] };

const group = (id: string, contact: string) =>
  aSession(id, {
    kind: 'focus-group',
    title: `Group ${id}`,
    contacts: [contact],
    headcount: 12,
    place: anyRoom,
  });

export const impossibles: Readonly<Record<string, Impossible>> = {
  'one room that is large enough': {
    review: base({
      contacts: [
        aContact('lay', { name: 'Lay Host', diary: freeOnly({ from: at(2, 9), to: at(2, 10, 30) }) }),
        aContact('par', { name: 'Partner Host', diary: freeOnly({ from: at(2, 9), to: at(2, 10, 30) }) }),
      ],
      sessions: [group('lay', 'lay'), group('partners', 'par')],
    }),
    sessions: ['lay', 'partners'],
    sentence:
      'Group lay and Group partners can each be held only on Tuesday 9.00am to 10.30am, and only one room holds 14 then, Large Room.',
    because: [
      'Lay Host and Partner Host can’t be had on Tuesday 10.30am to Friday 12.00am.',
      'No other room holds 14 on Tuesday.',
    ],
    mends: [
      'They can both be held if there is another room that holds 14 on Tuesday, 9.00am to 10.30am.',
      'They can both be held if Lay Host can be had on Tuesday 10.30am to Friday 12.00am after all, say on Tuesday, 10.30am to 12.00pm.',
      'They can both be held if Partner Host can be had on Tuesday 10.30am to Friday 12.00am after all, say on Tuesday, 10.30am to 12.00pm.',
      'If any one of them need not be held, the rest can be.',
    ],
  },
  'the only NHS peer': {
    review: base({
      peers: team.map((p) => (p.id === 'cat' ? { ...p, diary: freeOnly(hour(3, 9)) } : p)),
      contacts: [aContact('doctor', { name: 'Dr Dow' }), aContact('nurse', { name: 'Nurse Nye' })],
      sessions: [
        aSession('doctor', {
          title: 'Designated doctor',
          contacts: ['doctor'],
          place: office,
          peers: { count: 2, named: ['cat'] },
        }),
        aSession('nurse', {
          title: 'Designated nurse',
          contacts: ['nurse'],
          place: office,
          peers: { count: 2, named: ['cat'] },
        }),
      ],
    }),
    sessions: ['doctor', 'nurse'],
    sentence:
      'Designated doctor and Designated nurse can each be held only on Wednesday 9.00am to 10.00am, and Designated doctor needs Cat Cox, whom it names, and Designated nurse needs Cat Cox, whom it names, and Cat Cox can’t be had on Monday 12.00am to Wednesday 9.00am; Wednesday 10.00am to Friday 12.00am.',
    because: [
      'Designated doctor needs Cat Cox, whom it names.',
      'Designated nurse needs Cat Cox, whom it names.',
      'Cat Cox can’t be had on Monday 12.00am to Wednesday 9.00am; Wednesday 10.00am to Friday 12.00am.',
    ],
    mends: [
      'They can both be held if Designated doctor may be taken by other peers than Cat Cox.',
      'They can both be held if Designated nurse may be taken by other peers than Cat Cox.',
      'They can both be held if Cat Cox can be had on Wednesday 10.00am to Friday 12.00am after all, say on Wednesday, 10.00am to 11.00am.',
      'They can both be held if Cat Cox can be had on Monday 12.00am to Wednesday 9.00am after all.',
      'If any one of them need not be held, the rest can be.',
    ],
  },
  'a forbidden pair that is named': {
    review: base({
      contacts: [aContact('chair', { name: 'Chair Chi' })],
      sessions: [
        aSession('chair', {
          title: 'Board chair',
          contacts: ['chair'],
          place: office,
          peers: { count: 2, named: ['ann', 'ben'] },
        }),
      ],
      pairings: { fixed: [], preferred: [], forbidden: [['ann', 'ben']] },
    }),
    sessions: ['chair'],
    sentence:
      'Board chair can’t be held: Board chair needs Ann Ash and Ben Bay, whom it names; Ann Ash and Ben Bay are not to be paired.',
    because: [
      'Board chair needs Ann Ash and Ben Bay, whom it names.',
      'Ann Ash and Ben Bay are not to be paired.',
    ],
    mends: [
      'It can be held if Board chair may be taken by other peers than Ann Ash and Ben Bay.',
      'It can be held if Ann Ash and Ben Bay may be paired after all.',
    ],
  },
  'a lock against a diary': {
    review: base({
      contacts: [
        aContact('head', { name: 'Head Hay', diary: freeOnly(hour(2, 9, 120)) }),
        aContact('aide', { name: 'Aide Alm', diary: freeOnly(hour(2, 10)) }),
      ],
      sessions: [
        aSession('head', { title: 'Head alone', contacts: ['head'], place: office }),
        aSession('both', { title: 'Head and aide', contacts: ['head', 'aide'], place: office }),
      ],
      locks: [{ session: 'head', time: true, place: false, peers: false, by: 'Olga', because: 'agreed' }],
    }),
    keep: aProgramme([
      aPlacement(aSession('head', { contacts: ['head'] }), 2, 10, 0, { peers: ['ann', 'ben'] }),
    ]),
    sessions: ['head', 'both'],
    sentence:
      'Head alone and Head and aide can each be held only on Tuesday 10.00am to 11.00am, and Head alone is locked where it is by Olga (agreed), and Head Hay is in both.',
    because: [
      'Head alone is locked where it is by Olga (agreed).',
      'Head Hay can’t be had on Tuesday 11.00am to Friday 12.00am.',
      'Aide Alm can’t be had on Monday 12.00am to Tuesday 10.00am.',
    ],
    mends: [
      'They can both be held if Head alone is no longer locked where it is.',
      'They can both be held if Aide Alm can be had on Monday 12.00am to Tuesday 10.00am after all, say on Tuesday, 9.00am to 10.00am.',
      'If any one of them need not be held, the rest can be.',
    ],
  },
  'a given time outside the half-days': {
    review: base({
      contacts: [aContact('late', { name: 'Late Lee' })],
      sessions: [
        aSession('late', { title: 'Late call', contacts: ['late'], place: office, fixed: at(2, 14) }),
      ],
    }),
    sessions: ['late'],
    sentence: 'Late call can’t be held: Late call is to start on Tuesday 2.00pm.',
    because: ['Late call is to start on Tuesday 2.00pm.'],
    mends: ['It can be held if Late call need not start at the time given for it.'],
  },
  'a journey longer than the half-day': {
    review: base({
      sites: [aSite('civic-centre'), aSite('far', { name: 'Far Farm' })],
      travel: [{ between: ['civic-centre', 'far'], minutes: 60 }],
      contacts: [aContact('farmer', { name: 'Farmer Fay' })],
      sessions: [
        aSession('farm', {
          kind: 'site-visit',
          title: 'Visit to Far Farm',
          contacts: ['farmer'],
          minutes: 90,
          visit: 'other',
          place: { site: 'far', equipment: [] },
        }),
      ],
    }),
    sessions: ['farm'],
    sentence:
      'Visit to Far Farm can’t be held, and no one diary, room or choice is to blame. Every time is refused, such as this: Visit to Far Farm on Tuesday, 8.00am to 11.30am is not within a time for sessions: that day, 9.00am to 12.00pm.',
    because: [],
    mends: [
      'It can be held if Visit to Far Farm takes 60 minutes rather than 90.',
      'It can be held if Visit to Far Farm takes 45 minutes rather than 90.',
    ],
  },
  'more than a morning holds': {
    review: base({
      peers: [...team, aPeer('eve', { name: 'Eve Elm' })],
      contacts: [1, 2, 3, 4, 5, 6, 7].map((n) =>
        aContact(`m${n}`, { name: `Manager ${n}`, diary: freeOnly(hour(3, 9, 180)) }),
      ),
      sessions: [1, 2, 3, 4, 5, 6, 7].map((n) =>
        aSession(`m${n}`, { title: `Manager ${n}`, contacts: [`m${n}`], place: office }),
      ),
    }),
    sessions: ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'],
    sentence:
      'Manager 1, Manager 2, Manager 3, Manager 4, Manager 5, Manager 6 and Manager 7 can each be held only on Wednesday between 9.00am and 12.00pm, and no more than 2 sessions may run at once on Wednesday, 9.00am to 12.00pm; 6 of the 7 can be held, not all.',
    because: [
      'Manager 1, Manager 2, Manager 3, Manager 4, Manager 5, Manager 6 and Manager 7 can’t be had on Monday 12.00am to Wednesday 9.00am.',
      'No more than 2 sessions may run at once on Wednesday, 9.00am to 12.00pm.',
    ],
    mends: [
      'All 7 can be held if Manager 1 can be had on Monday 12.00am to Wednesday 9.00am after all, say on Tuesday, 9.00am to 10.00am.',
      'All 7 can be held if Manager 2 can be had on Monday 12.00am to Wednesday 9.00am after all, say on Tuesday, 9.00am to 10.00am.',
      'All 7 can be held if Manager 3 can be had on Monday 12.00am to Wednesday 9.00am after all, say on Tuesday, 9.00am to 10.00am.',
      'All 7 can be held if 4 sessions may run at once on Wednesday, 9.00am to 12.00pm.',
      'If any one of them need not be held, the rest can be.',
    ],
  },
  'an order that the diaries turn round': {
    review: base({
      contacts: [
        aContact('first', { name: 'First Fox', diary: freeOnly(hour(3, 9)) }),
        aContact('then', { name: 'Then Tay', diary: freeOnly(hour(2, 9)) }),
      ],
      sessions: [
        aSession('first', { title: 'Overview', contacts: ['first'], place: office }),
        aSession('then', { title: 'Detail', contacts: ['then'], place: office, after: ['first'] }),
      ],
    }),
    sessions: ['first', 'then'],
    sentence:
      'Overview and Detail can’t both be held: Overview can be held only on Wednesday 9.00am to 10.00am; Detail can be held only on Tuesday 9.00am to 10.00am; Detail is to come after Overview.',
    because: [
      'Detail is to come after Overview.',
      'Then Tay can’t be had on Tuesday 10.00am to Friday 12.00am.',
    ],
    mends: [
      'They can both be held if Detail need not come after Overview.',
      'They can both be held if Then Tay can be had on Tuesday 10.00am to Friday 12.00am after all, say on Wednesday, 10.00am to 11.00am.',
      'If any one of them need not be held, the rest can be.',
    ],
  },
  'a key person in a group': {
    review: base({
      contacts: [
        aContact('chief', { name: 'Chief Cho', key: true }),
        aContact('other', { name: 'Other Orr' }),
      ],
      sessions: [
        aSession('mixed', {
          kind: 'focus-group',
          title: 'Mixed group',
          contacts: ['chief', 'other'],
          headcount: 6,
          place: anyRoom,
        }),
      ],
    }),
    sessions: ['mixed'],
    sentence:
      'Mixed group can’t be held: the review manager has granted Mixed group no exception to the rule “Key people are seen individually”.',
    because: [
      'The review manager has granted Mixed group no exception to the rule “Key people are seen individually”.',
    ],
    mends: [
      'It can be held if the review manager grants Mixed group an exception to the rule “Key people are seen individually”.',
    ],
  },
};

/** Ten conflicts that have nothing to do with each other, in a week of 45 sessions that is loose otherwise. */
export function tenConflicts(): {
  readonly review: Review;
  readonly sessions: readonly (readonly string[])[];
} {
  const week = generateReview({ size: 'M', tightness: 'loose', seed: 1 });
  const [small] = week.rooms.filter((r) => !r.baseRoom);
  const peer = week.peers.find((p) => p.interviews)!;
  const contacts: ReturnType<typeof aContact>[] = [];
  const sessions: ReturnType<typeof aSession>[] = [];
  const add = (id: string, over: Parameters<typeof aSession>[1], diary = openDiary): void => {
    contacts.push(aContact(`c-${id}`, { name: `Contact of ${id}`, organisation: week.council, diary }));
    sessions.push(aSession(id, { title: `Talk ${id}`, contacts: [`c-${id}`], place: anyRoom, ...over }));
  };
  // Three whose diary says no all week; two given a time in a lunch hour; one asked for after its last day.
  for (const n of [1, 2, 3]) add(`busy-${n}`, {}, freeOnly());
  for (const day of [2, 3]) add(`lunch-${day}`, { fixed: at(day, 12, 15) });
  add('days', { earliestDay: 4, latestDay: 3 });
  // One that needs a peer when that peer is gone, one in a room that is closed, one that names two who are kept apart.
  add('peer', { peers: { count: 2, named: [peer.id] } }, freeOnly({ from: at(2, 9), to: at(2, 10) }));
  add('room', { place: { room: 'closed', equipment: [] } });
  const apart = [week.peers[1]!.id, week.peers[2]!.id] as const;
  add('apart', { peers: { count: 2, named: [...apart] } });
  // Two with the same person at the same time.
  add('twice', {}, freeOnly({ from: at(4, 9), to: at(4, 10) }));
  sessions.push(aSession('again', { title: 'Talk again', contacts: ['c-twice'], place: anyRoom }));
  return {
    review: {
      ...week,
      pairings: { ...week.pairings, forbidden: [...week.pairings.forbidden, apart] },
      contacts: [...week.contacts, ...contacts],
      sessions: [...week.sessions, ...sessions],
      peers: week.peers.map((p) =>
        p === peer
          ? { ...p, diary: { ...p.diary, busy: [...p.diary.busy, { from: at(2, 8), to: at(2, 10) }] } }
          : p,
      ),
      rooms: [...week.rooms, { ...small!, id: 'closed', name: 'Closed Room', diary: freeOnly() }],
    },
    sessions: [
      ['busy-1'],
      ['busy-2'],
      ['busy-3'],
      ['lunch-2'],
      ['lunch-3'],
      ['days'],
      ['peer'],
      ['room'],
      ['apart'],
      ['twice', 'again'],
    ],
  };
}
