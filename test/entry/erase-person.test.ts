import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry/entry.ts';
import { mentionsOf } from '../../src/entry/person/about.ts';
import { erasePerson } from '../../src/entry/person/erase.ts';
import { eraser } from '../../src/entry/person/terms.ts';

const known = {
  id: 'priya-shah',
  newId: 'e1',
  names: ['Dr Priya Shah'],
  reachedAt: ['p.shah@nhs.example', '01234 567 890'],
};

describe('a text without somebody', () => {
  it.each([
    ['Interview with Dr Priya Shah', 'Interview with Erased person'],
    ['DR  PRIYA\nSHAH', 'Erased person'],
    ['Shah, Dr Priya (chair)', 'Erased person (chair)'],
    ['Removed Dr Priya Shah from the people', 'Removed Erased person from the people'],
    ['Write to P.Shah@nhs.example', 'Write to erased'],
    ['01234 567  890', 'erased'],
    ['priya-shah', 'e1'],
    ['interview-dr-priya-shah-2', 'interview-e1-2'],
    ['/people/priya-shah/diary', '/people/e1/diary'],
  ])('%j becomes %j', (text, without) => expect(eraser(known)(text)).toBe(without));

  it.each(['Dr Priya Shahid', 'Ann Shah', 'xp.shah@nhs.example.org', 'priya-shahid', 'Shah', ''])(
    '%j is about somebody else, or too little to go by, and stays',
    (text) => expect(eraser(known)(text)).toBe(text),
  );

  it('keeps an id that says nothing of its person, and what else is called so', () => {
    const lead = eraser({ id: 'health', newId: 'e2', names: ['Ann Patel'], reachedAt: [] });
    expect(['health', 'the health visitors', 'Ann Patel'].map(lead)).toEqual([
      'health',
      'the health visitors',
      'Erased person',
    ]);
  });

  it('has nothing of a special character of a name', () => {
    const odd = eraser({ id: 'x', newId: 'e', names: ['A. (Bob) O’Neil+'], reachedAt: [] });
    expect(odd('Ask A. (Bob) O’Neil+ today')).toBe('Ask Erased person today');
  });
});

const entry: Entry = {
  peerweek: 1,
  review: {
    id: 'sample',
    council: 'Sampleshire',
    firstDay: '2026-03-23',
    editedAt: '2026-01-12T09:00:00Z',
    sponsor: 'priya-shah',
  },
  contacts: [
    {
      id: 'priya-shah',
      name: 'Dr Priya Shah',
      jobTitle: 'Designated doctor',
      organisation: 'Hospital trust',
      roles: ['designated-doctor'],
      email: 'p.shah@nhs.example',
      phone: '01234 567 890',
      diary: { busy: [{ day: 1 }] },
      access: ['step-free'],
    },
    { id: 'ann-shah', name: 'Ann Shah', organisation: 'Sampleshire' },
  ],
  peers: [{ id: 'lead', name: 'Lee', role: 'team-leader', knows: ['priya-shah'] }],
  sessions: [
    {
      id: 'interview-dr-priya-shah',
      kind: 'interview',
      title: 'Dr Priya Shah',
      contacts: ['priya-shah'],
      priority: 'must',
    },
  ],
  locks: [
    { session: 'interview-dr-priya-shah', by: 'Ada', because: 'Priya asked; Dr Priya Shah is on leave' },
  ],
} as Entry;

describe('an entry without somebody', () => {
  it('keeps what others stand on, and nothing else of them', () => {
    expect(erasePerson(entry, known)).toEqual({
      peerweek: 1,
      review: { ...entry.review, sponsor: 'e1' },
      contacts: [
        { id: 'e1', name: 'Erased person', organisation: 'Hospital trust', roles: ['designated-doctor'] },
        { id: 'ann-shah', name: 'Ann Shah', organisation: 'Sampleshire' },
      ],
      peers: [{ id: 'lead', name: 'Lee', role: 'team-leader', knows: ['e1'] }],
      sessions: [
        { id: 'interview-e1', kind: 'interview', title: 'Erased person', contacts: ['e1'], priority: 'must' },
      ],
      locks: [{ session: 'interview-e1', by: 'Ada', because: 'Priya asked; Erased person is on leave' }],
    });
  });

  it('tells where only a part of their name stands, which somebody has to look at', () => {
    const after = erasePerson(entry, known);
    expect(mentionsOf(after, 'e1', known.names)).toEqual([
      { where: 'contacts › ann-shah › id', text: 'ann-shah' },
      { where: 'contacts › ann-shah › name', text: 'Ann Shah' },
      { where: 'locks › 1 › because', text: 'Priya asked; Erased person is on leave' },
    ]);
  });
});
