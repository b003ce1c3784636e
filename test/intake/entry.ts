import type { ReviewFile } from '../../src/review/file.ts';

/** A review file in which every field there is is given at least once. Day 1 is Monday 30 March 2026: day 0 has the clock change. */
export const fullEntry: ReviewFile = {
  peerweek: 1,
  $schema: './review.schema.json',
  review: {
    id: 'sampleshire',
    council: 'Sampleshire Council',
    firstDay: '2026-03-30',
    timeZone: 'Europe/London',
    revision: 4,
    editedAt: '2026-01-12T09:30:00Z',
    streams: 2,
    moreStreams: { limit: 3, when: 'seldom' },
    sponsor: 'director',
    organiser: 'organiser',
    options: { caseRecords: true, caseRecordingReview: true, auditValidation: false, intervention: false },
    keyLinesOfEnquiry: [{ id: 'neglect', title: 'Neglect' }],
    weights: { 'diaries/preferred': 6 },
    limits: { 'evening-limit/day': 2 },
    sharedAt: '2026-02-01T10:00:00Z',
    approvedAt: '2026-03-01T10:00:00Z',
    frame: {
      days: [
        {
          day: 0,
          events: [
            { id: 'first-meeting', kind: 'team-meeting', title: 'First', start: '18:00', end: '20:00' },
          ],
        },
        {
          day: 1,
          events: [
            {
              id: 'presentations',
              kind: 'presentations',
              title: 'Presentations',
              start: '11:15',
              end: '13:00',
              peers: 'all',
              contacts: ['director'],
              headcount: 12,
              place: { room: 'committee' },
              equipment: ['projector'],
            },
            {
              id: 'slot',
              kind: 'other',
              title: 'Slot',
              start: '17:30',
              end: '17:45',
              peers: ['manager'],
              place: { site: 'hospital' },
            },
          ],
          windows: [
            { id: 'one', start: '14:00', end: '18:00', streams: 2, limit: 3, evening: false },
            { id: 'late', start: '19:30', end: '21:00', streams: 1, evening: true },
          ],
        },
        { day: 2, windows: [{ id: 'two', start: '09:00', end: '12:30' }] },
      ],
    },
  },
  peers: [
    {
      id: 'leader',
      name: 'Dr Ann Brown',
      role: 'team-leader',
      themes: ['leadership', 'neglect'],
      knows: ['doctor'],
      relationship: { what: 'Worked there', acceptedBy: 'The director', at: '2026-01-02' },
      access: ['step-free'],
      dietary: 'No nuts',
      email: 'ann@example.org',
      diary: {
        busy: [{ from: '2026-03-31T09:00', to: '2026-03-31T11:30' }],
        ifNeeded: [{ day: 2, from: '11:30', to: '12:00' }],
      },
    },
    {
      id: 'analyst',
      name: 'Alan Bell',
      initials: 'AB2',
      role: 'review-analyst',
      interviews: true,
      diary: { busy: [{ day: 3 }] },
    },
    { id: 'manager', name: 'Maya Cole', role: 'review-manager' },
  ],
  pairings: {
    fixed: [['leader', 'analyst']],
    preferred: [['leader', 'manager']],
    forbidden: [['analyst', 'manager']],
  },
  contacts: [
    {
      id: 'director',
      name: 'Dee Hart',
      jobTitle: 'Director',
      organisation: 'Sampleshire council',
      roles: ['director-childrens-services'],
      email: 'dee@sampleshire.gov.uk',
      phone: '01234 567890',
      office: { site: 'civic', name: 'Room 3', building: 'East', access: ['step-free'] },
      diary: {
        busy: [{ from: '2026-03-31', to: '2026-03-31' }],
        ifNeeded: [{ day: 1, from: '14:00' }],
        preferred: [{ day: 1, to: '16:00' }],
      },
      early: 1,
      key: true,
      phoneAgreed: true,
      access: ['hearing-loop'],
      child: false,
      representsCouncil: true,
    },
    { id: 'organiser', name: 'Olu Grant', organisation: 'Sampleshire Council', early: true },
    {
      id: 'doctor',
      name: 'Dan Okoro',
      jobTitle: 'Designated doctor',
      organisation: 'NHS',
      roles: ['designated-doctors'],
    },
    { id: 'young', name: 'The youth MP', organisation: 'Youth parliament', child: true },
  ],
  declined: [
    { role: 'council-leader', because: 'On leave', acceptedBy: 'Maya Cole', at: '2026-02-01T09:00:00Z' },
  ],
  sites: [
    {
      id: 'civic',
      name: 'Civic Centre',
      address: '1 High Street\nSampleton',
      notes: 'Parking behind',
      access: ['step-free'],
    },
    { id: 'hospital', name: 'General Hospital', diary: { busy: [{ day: 1 }] } },
  ],
  travel: [{ between: ['civic', 'hospital'], minutes: 25, access: ['step-free'] }],
  rooms: [
    { id: 'base', site: 'civic', name: 'Base room', capacity: 10, baseRoom: true },
    {
      id: 'committee',
      site: 'civic',
      building: 'East',
      name: 'Committee Room',
      capacity: 20,
      equipment: ['projector'],
      access: ['step-free'],
      divides: true,
      diary: { busy: [{ day: 4, from: '09:00', to: '10:00' }] },
    },
  ],
  sessions: [
    {
      id: 'see-director',
      kind: 'interview',
      title: 'The director',
      contacts: ['director'],
      priority: 'must',
      fixed: '2026-03-30T14:00',
    },
    {
      id: 'see-doctor',
      kind: 'interview',
      title: 'The doctor',
      contacts: ['doctor'],
      host: 'doctor',
      headcount: 2,
      themes: ['neglect'],
      priority: 'should',
      minutes: 60,
      place: { office: true, phone: true },
      peers: { count: 1, named: ['leader'] },
      earliestDay: 1,
      latestDay: 2,
      after: ['see-director'],
      evening: true,
      substitutes: [
        { for: 'doctor', by: 'A deputy', agreedBy: 'Maya Cole', at: '2026-03-01', because: 'Leave' },
      ],
    },
    {
      id: 'practitioners',
      kind: 'focus-group',
      title: 'Practitioners',
      roles: ['practitioners'],
      headcount: 8,
      priority: 'must',
      place: { room: true, atSite: 'civic', equipment: ['projector'] },
      caseRecords: true,
    },
    {
      id: 'youth',
      kind: 'focus-group',
      title: 'Youth',
      contacts: ['young'],
      priority: 'could',
      youngPeople: true,
      place: { room: 'committee' },
    },
    {
      id: 'emergency',
      kind: 'site-visit',
      title: 'Accident and emergency',
      priority: 'must',
      minutes: 120,
      place: { site: 'hospital' },
      visit: 'accident-and-emergency',
      includes: ['see-nurse'],
    },
    { id: 'see-nurse', kind: 'interview', title: 'The nurse', priority: 'could' },
    { id: 'records', kind: 'record-review', title: 'The recording system', priority: 'should' },
  ],
  locks: [{ session: 'see-director', time: true, by: 'Maya Cole', because: 'Agreed' }],
  waivers: [{ rule: 'by-phone', about: 'see-doctor', by: 'Maya Cole', at: '2026-03-02', because: 'Abroad' }],
};

/** A fresh copy of the full entry with other things at some paths (`contacts[3].name`); `undefined`: nothing there. */
export function spoilt(...changes: readonly Readonly<Record<string, unknown>>[]): unknown {
  const entry: unknown = structuredClone(fullEntry);
  for (const change of changes) {
    for (const [path, now] of Object.entries(change)) {
      const steps = [...path.matchAll(/'([^']+)'|([^.[\]']+)/g)].map((m) => m[1] ?? m[2]!);
      const last = steps.pop()!;
      const holder = steps.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], entry);
      if (now !== undefined) (holder as Record<string, unknown>)[last] = structuredClone(now);
      else if (Array.isArray(holder)) holder.splice(Number(last), 1);
      else delete (holder as Record<string, unknown>)[last];
    }
  }
  return entry;
}
