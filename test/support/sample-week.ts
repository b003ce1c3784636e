import type { Placement } from '../../src/programme/placement.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { appendix11Frame } from '../../src/review/frame.ts';
import type { Contact, Peer, PeerRole } from '../../src/review/people.ts';
import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session, SessionKind } from '../../src/review/session.ts';
import { at, type Minute } from '../../src/time/span.ts';
import { aContact, aPeer, aPlacement, aProgramme, aReview, aRoom, aSession, aSite } from './cast.ts';

/** A full week made by hand, for what is published: invented people, every kind of session, three columns on two days. */
const peer = (id: string, name: string, initials: string, role: PeerRole, over: Partial<Peer> = {}): Peer =>
  aPeer(id, { name, initials, role, themes: ['leadership'], ...over });

const peers: readonly Peer[] = [
  peer('leader', 'Margaret Osei', 'MO', 'team-leader'),
  peer('member', 'Cllr David Prior', 'DP', 'member-peer'),
  peer('operations', 'Harriet Lindqvist', 'HL', 'operational-manager-peer'),
  peer('health', 'Dr Samir Patel', 'SP', 'nhs-peer'),
  peer('analyst', 'Joanne Whitby', 'JW', 'review-analyst'),
  peer('manager', 'Tom Adeyemi', 'TA', 'review-manager', { interviews: false }),
];

type Row = readonly [
  id: string,
  title: string,
  who: readonly (readonly [name: string, job: string])[],
  day: number,
  hour: number,
  minute: number,
  stream: string,
  place: Place,
  pair: readonly string[],
  over?: Partial<Session> & { readonly length?: Minute },
];

const office = { office: true } as const;
const room = (id: string): Place => ({ room: id });
const group = { kind: 'focus-group' as SessionKind, minutes: 90, headcount: 8 };
const visit = (minutes: number, site: string): Partial<Session> => ({
  kind: 'site-visit',
  minutes,
  place: { site, equipment: [] },
});

const rows: readonly Row[] = [
  [
    'director',
    'Director of children’s services',
    [['Priya Shah', 'Director of children’s services']],
    1,
    14,
    0,
    'A',
    office,
    ['leader', 'analyst'],
  ],
  [
    'governors',
    'Chair of school governors',
    [['Martin Bell', 'Chair of governors, Elm Park School']],
    1,
    14,
    0,
    'B',
    room('committee-1'),
    ['member', 'operations'],
  ],
  [
    'improvement',
    'Children’s improvement adviser',
    [['Ruth Okafor', 'Improvement adviser']],
    1,
    15,
    0,
    'A',
    room('committee-1'),
    ['operations', 'health'],
  ],
  [
    'council-leader',
    'Council leader',
    [['Cllr Anthony Marsh', 'Leader of the council']],
    1,
    15,
    0,
    'B',
    office,
    ['leader', 'member'],
  ],
  [
    'lead-member',
    'Lead member for children’s services',
    [['Cllr Jane Tully', 'Lead member for children’s services']],
    1,
    16,
    30,
    'A',
    office,
    ['member', 'analyst'],
  ],
  [
    'designated-nurse',
    'Designated nurses',
    [
      ['Grace Mbeki', 'Designated nurse for safeguarding'],
      ['Alison Hart', 'Designated nurse for looked-after children'],
    ],
    1,
    16,
    15,
    'B',
    room('committee-2'),
    ['health', 'operations'],
    { minutes: 75 },
  ],
  [
    'camhs',
    'Head of child and adolescent mental health',
    [['Dr Lena Fischer', 'Head of child and adolescent mental health services']],
    1,
    17,
    30,
    'A',
    room('committee-1'),
    ['health', 'analyst'],
  ],
  [
    'police-dv',
    'Police domestic violence lead',
    [['DI Sean Corrigan', 'Domestic abuse lead']],
    1,
    17,
    30,
    'B',
    room('committee-2'),
    ['leader', 'member'],
  ],

  [
    'lscb-chair',
    'Safeguarding board chair',
    [['Sir Colin Rudd', 'Independent chair']],
    2,
    9,
    0,
    'A',
    room('committee-1'),
    ['leader', 'member'],
  ],
  [
    'nhs-manager',
    'NHS senior manager',
    [['Wendy Adams', 'Director of commissioning']],
    2,
    9,
    0,
    'B',
    room('committee-2'),
    ['health', 'analyst'],
  ],
  [
    'duty-desk',
    'Duty desk and frontline access point',
    [['Karen Blythe', 'Access team manager']],
    2,
    10,
    30,
    'B',
    { site: 'duty-office' },
    ['operations', 'analyst'],
    { ...visit(105, 'duty-office'), visit: 'duty-desk' },
  ],
  [
    'commissioned',
    'Commissioned services and voluntary sector',
    [['Paul Sweeney', 'Chief officer, Sampleshire Voluntary Action']],
    2,
    10,
    15,
    'A',
    room('hall'),
    ['leader', 'health'],
    { ...group, minutes: 135, headcount: 12 },
  ],
  [
    'ad-safeguarding',
    'Assistant director, safeguarding',
    [['Nadia Rahman', 'Assistant director, safeguarding']],
    2,
    13,
    30,
    'A',
    office,
    ['operations', 'leader'],
  ],
  [
    'ad-business',
    'Assistant director, business support',
    [['Keith Lowe', 'Assistant director, business support']],
    2,
    13,
    30,
    'B',
    office,
    ['member', 'health'],
  ],
  [
    'recording',
    'Case recording system',
    [['Fiona Grant', 'Systems manager']],
    2,
    13,
    30,
    'C',
    room('base'),
    ['analyst'],
    { kind: 'record-review', peers: { count: 1, named: [] } },
  ],
  [
    'partners',
    'Council and partners’ focus group',
    [['Hugh Dacre', 'Partnerships manager']],
    2,
    14,
    30,
    'A',
    room('hall'),
    ['leader', 'analyst'],
    { ...group, headcount: 12 },
  ],
  [
    'carers',
    'Foster carers’ focus group',
    [['Sue Hollis', 'Fostering manager']],
    2,
    14,
    30,
    'B',
    room('committee-1'),
    ['operations', 'member'],
    group,
  ],
  [
    'social-worker',
    'Principal social worker',
    [['Amara Diallo', 'Principal social worker']],
    2,
    16,
    15,
    'A',
    room('committee-1'),
    ['operations', 'member'],
  ],
  [
    'trust-safeguarding',
    'Mental health trust safeguarding lead',
    [['Peter Nash', 'Trust safeguarding lead']],
    2,
    16,
    15,
    'B',
    { phone: true },
    ['health'],
  ],
  [
    'youth',
    'Head of youth services',
    [['Lewis Grant', 'Head of youth services']],
    2,
    17,
    15,
    'A',
    room('committee-1'),
    ['member', 'analyst'],
  ],
  [
    'adults',
    'Director of adult services',
    [['Helen Marchetti', 'Director of adult services']],
    2,
    17,
    15,
    'B',
    office,
    ['leader', 'operations'],
  ],
  [
    'parents',
    'Parents’ evening group',
    [['Bea Holloway', 'Family support manager']],
    2,
    19,
    30,
    'A',
    room('hall'),
    ['operations', 'member'],
    { ...group, evening: true },
  ],

  [
    'debrief-1',
    'Debrief with sponsor',
    [['Ian Forsyth', 'Deputy chief executive']],
    3,
    9,
    0,
    'A',
    office,
    ['leader', 'manager'],
    { kind: 'debrief' },
  ],
  [
    'ad-schools',
    'Assistant director, school improvement',
    [['Rosa Whitaker', 'Assistant director, school improvement']],
    3,
    9,
    0,
    'B',
    office,
    ['member', 'analyst'],
  ],
  [
    'hospital',
    'Accident and emergency',
    [
      ['Dr Neil Baxter', 'Consultant in emergency medicine'],
      ['Sister Joy Abara', 'Paediatric liaison'],
    ],
    3,
    10,
    40,
    'A',
    { site: 'general-hospital' },
    ['health', 'operations'],
    { ...visit(85, 'general-hospital'), visit: 'accident-and-emergency' },
  ],
  [
    'young-carers',
    'Young carers’ service',
    [['Mei Lin Chow', 'Service manager']],
    3,
    10,
    15,
    'B',
    room('committee-2'),
    ['member', 'analyst'],
    { ...group, minutes: 135 },
  ],
  [
    'case-records',
    'Case record review group',
    [['Dawn Pryce', 'Team manager']],
    3,
    10,
    15,
    'C',
    room('committee-1'),
    ['leader', 'manager'],
    { ...group, minutes: 135, headcount: 6 },
  ],
  [
    'designated-doctor',
    'Designated doctor',
    [['Dr Oluwaseun Bakare', 'Designated doctor for safeguarding']],
    3,
    13,
    30,
    'A',
    room('committee-1'),
    ['health', 'analyst'],
  ],
  [
    'chief-executive',
    'Council chief executive',
    [['Rebecca Stone', 'Chief executive']],
    3,
    13,
    30,
    'B',
    office,
    ['leader', 'member'],
  ],
  [
    'acute-trust',
    'Acute trust chief executive',
    [['Graham Pike', 'Chief executive, Sampleshire Hospitals']],
    3,
    14,
    30,
    'A',
    room('committee-1'),
    ['health', 'leader'],
  ],
  [
    'police',
    'Senior police officer',
    [['Ch Supt Maria Vance', 'Borough commander']],
    3,
    14,
    30,
    'B',
    room('committee-2'),
    ['operations', 'member'],
  ],
  [
    'teacher',
    'Designated teachers',
    [
      ['Owen Price', 'Designated teacher'],
      ['Cath Levy', 'Designated teacher'],
      ['Ali Demir', 'Virtual school head'],
    ],
    3,
    15,
    30,
    'A',
    room('committee-1'),
    ['analyst', 'member'],
  ],
  [
    'midwifery',
    'Head of midwifery',
    [['Tessa Quinn', 'Head of midwifery']],
    3,
    15,
    30,
    'B',
    room('committee-2'),
    ['health', 'operations'],
  ],
  [
    'lscb-members',
    'Safeguarding board members',
    [
      ['Joan Petrie', 'Board manager'],
      ['Vikram Sethi', 'Probation'],
      ['Anne Doyle', 'Housing'],
      ['Rob Stacey', 'Youth justice'],
    ],
    3,
    17,
    0,
    'A',
    room('hall'),
    ['leader', 'analyst'],
    { headcount: 6 },
  ],
  [
    'nhs-managers',
    'NHS senior managers',
    [['Lorna Fitch', 'Chief nurse']],
    3,
    17,
    0,
    'B',
    room('committee-2'),
    ['health', 'member'],
  ],

  [
    'debrief-2',
    'Second debrief with sponsor',
    [['Ian Forsyth', 'Deputy chief executive']],
    4,
    9,
    0,
    'A',
    office,
    ['leader', 'manager'],
    { kind: 'debrief' },
  ],
  [
    'lscb-manager',
    'Safeguarding board manager',
    [['Joan Petrie', 'Board manager']],
    4,
    9,
    0,
    'B',
    room('committee-1'),
    ['operations', 'analyst'],
  ],
  [
    'scrutiny',
    'Chair of children’s scrutiny',
    [['Cllr Femi Balogun', 'Chair of children’s scrutiny']],
    4,
    10,
    0,
    'A',
    office,
    ['member', 'health'],
  ],
  [
    'opposition',
    'Opposition spokesperson',
    [['Cllr Edith Crane', 'Leader of the opposition']],
    4,
    11,
    0,
    'B',
    room('committee-1'),
    ['member', 'leader'],
  ],
];

const contactId = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, '-');

const contacts: readonly Contact[] = [
  ...new Map(rows.flatMap((r) => r[2]).map(([name, job]) => [contactId(name), [name, job] as const])),
].map(([id, [name, jobTitle]]) =>
  aContact(id, {
    name,
    jobTitle,
    office: { site: 'civic-centre', name: 'Civic Centre, second floor', access: [] },
    ...(id === 'peter-nash' && { phoneAgreed: true, phone: '01632 960 555' }),
  }),
);

const sessions: readonly Session[] = rows.map(([id, title, who, , , , , , , over]) => {
  const { length: _, ...rest } = over ?? {};
  return aSession(id, {
    title,
    contacts: who.map(([name]) => contactId(name)),
    themes: ['leadership'],
    ...rest,
  });
});

const away: Readonly<Record<string, readonly [Minute, Minute]>> = {
  'duty-desk': [at(2, 10, 15), at(2, 12, 30)],
  hospital: [at(3, 10, 15), at(3, 12, 30)],
};

const placements: readonly Placement[] = rows.map(([id, , , day, hour, minute, stream, place, pair], i) => {
  const placed = aPlacement(sessions[i]!, day, hour, minute, { stream, place, peers: pair });
  const out = away[id];
  return out ? { ...placed, away: { from: out[0], to: out[1] } } : placed;
});

const frame = appendix11Frame(2, 3);

/** The review of the sample week; its first day and all else can be changed. */
export const sampleReview = (over: Partial<Review> = {}): Review =>
  aReview({
    revision: 3,
    council: 'Sampleshire Council',
    moreStreams: { limit: 3, when: 'seldom' },
    frame: {
      events: frame.events.map((e) =>
        e.id === 'presentations' ? { ...e, room: 'hall', headcount: 12, contacts: ['priya-shah'] } : e,
      ),
      windows: [
        ...frame.windows,
        {
          id: 'day-2-evening',
          day: 2,
          from: at(2, 19, 30),
          to: at(2, 21),
          streams: 1,
          limit: 2,
          evening: true,
        },
      ],
    },
    peers,
    contacts: contacts.map((c) =>
      c.id === 'graham-pike'
        ? { ...c, diary: { busy: [], preferred: [], ifNeeded: [{ from: at(3, 14), to: at(3, 16) }] } }
        : c,
    ),
    sites: [
      aSite('civic-centre', { name: 'Civic Centre', address: 'High Street, Sampleton SM1 1AA' }),
      aSite('general-hospital', {
        name: 'General Hospital',
        address: 'Hospital Road, Sampleton SM4 4HH',
        notes: 'Park in car park C; ask at the desk for a day ticket.',
      }),
      aSite('duty-office', { name: 'Duty Office', address: 'Mill Lane, Sampleton SM2 2DD' }),
    ],
    travel: [
      { between: ['civic-centre', 'general-hospital'], minutes: 25 },
      { between: ['civic-centre', 'duty-office'], minutes: 15 },
      { between: ['duty-office', 'general-hospital'], minutes: 20 },
    ],
    rooms: [
      aRoom('base', { name: 'Room 2.14', building: 'Civic Centre', baseRoom: true }),
      aRoom('committee-1', { name: 'Committee Room A', building: 'Civic Centre' }),
      aRoom('committee-2', { name: 'Committee Room B', building: 'Civic Centre' }),
      aRoom('hall', { name: 'Council Chamber', building: 'Town Hall', capacity: 40, divides: true }),
    ],
    sessions,
    locks: [
      {
        session: 'director',
        time: true,
        place: false,
        peers: false,
        by: 'Tom Adeyemi',
        because: 'Only time she has',
      },
      {
        session: 'debrief-1',
        time: true,
        place: true,
        peers: true,
        by: 'Tom Adeyemi',
        because: 'Agreed with the sponsor',
      },
    ],
    waivers: [
      {
        rule: 'focus-group-length',
        about: 'commissioned',
        by: 'Tom Adeyemi',
        at: '2026-01-10T10:00:00Z',
        because: 'Two groups in one sitting, with a pause between',
      },
    ],
    ...over,
  });

/** The sample's programme: 39 placements. */
export const sampleProgramme = (over: Partial<Programme> = {}): Programme =>
  aProgramme(placements, { revision: 3, ...over });

/** As a person might type it: 5.15 to 6.16, into the team meeting; a session in the lunch hour; odd minutes. */
export const offGridProgramme = (): Programme =>
  sampleProgramme({
    placements: placements.map((p) => {
      switch (p.session) {
        case 'youth':
        case 'adults':
          return { ...p, end: p.end + 1, away: { from: p.start, to: p.end + 1 } };
        case 'debrief-2':
          return { ...p, end: at(4, 9, 53), away: { from: p.start, to: at(4, 9, 53) } };
        case 'opposition':
          return { ...p, end: at(4, 12, 20), away: { from: p.start, to: at(4, 12, 20) } };
        case 'designated-doctor':
          return { ...p, start: at(3, 13, 10), away: { from: at(3, 13, 10), to: p.end } };
        default:
          return p;
      }
    }),
  });
