import fc from 'fast-check';
import type { DiaryEntry, ReviewFile, SessionEntry, SpanEntry } from '../../src/review/file.ts';
import { peerRoles } from '../../src/review/people.ts';
import { appendix10 } from '../../src/review/roles.ts';
import { priorities, sessionKinds, visitKinds } from '../../src/review/session.ts';
import { standardThemes } from '../../src/review/themes.ts';

/** Text as people write it, with what is awkward in JSON, CSV and calendars. */
const name = fc
  .array(
    fc.constantFrom('Ann', 'O’Neil', 'Żak', '"the"', 'a,b', 'c;d', '\\', '<b>', '&', '😀', '1', 'السيد'),
    { minLength: 1, maxLength: 4 },
  )
  .map((words) => words.join(' '));

const clock = fc.integer({ min: 0, max: 95 }).map((q) => [q, text(q)] as const);
const text = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

/** Spans on days 1 to 5, where no clock changes; whole days on any. */
const span: fc.Arbitrary<SpanEntry> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), clock, clock)
    .filter(([, [a], [b]]) => a < b)
    .map(([day, [, from], [, to]]) => ({ day, from, to })),
  fc.integer({ min: 0, max: 5 }).map((day) => ({ day })),
  fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 9 })).map(([d, n]) => {
    const date = (day: number) => new Date(Date.UTC(2028, 2, 20 + day)).toISOString().slice(0, 10);
    return { from: date(d % 9), to: date((d % 9) + n) };
  }),
  fc
    .tuple(fc.integer({ min: 27, max: 31 }), clock, clock)
    .filter(([, [a], [b]]) => a < b)
    .map(([d, [, from], [, to]]) => ({
      from: `2028-03-${d}T${from}`,
      to: `2028-03-${d}T${to}`,
    })),
);
const spans = fc.array(span, { maxLength: 3 });
const diary: fc.Arbitrary<DiaryEntry> = fc.record(
  { busy: spans, ifNeeded: spans, preferred: spans },
  { requiredKeys: [] },
);

const some = <T>(of: readonly T[]) => fc.subarray([...of], { maxLength: Math.min(3, of.length) });
const ids = (letter: string, n: number) => Array.from({ length: n }, (_, i) => `${letter}${i}`);
const moment = fc.constantFrom('2028-01-02', '2028-01-02T10:00:00Z', '2028-01-02T10:00:00.123Z');
const themes = [...standardThemes.map((t) => t.id), 'neglect'];
const roles = appendix10.map((r) => r.id);
const words = some(['step-free', 'hearing-loop', 'projector']);

/** Good review files of the week of the clock change of 27 March 2028, any field that may be left out left out at times. */
export const goodFile: fc.Arbitrary<ReviewFile> = fc
  .record({
    peers: fc.integer({ min: 0, max: 5 }),
    contacts: fc.integer({ min: 0, max: 6 }),
    sites: fc.integer({ min: 1, max: 3 }),
    rooms: fc.integer({ min: 0, max: 3 }),
    sessions: fc.integer({ min: 0, max: 6 }),
  })
  .chain((n) => {
    const [peers, contacts, sites, rooms, sessions] = [
      ids('p', n.peers),
      ids('c', n.contacts),
      ids('t', n.sites),
      ids('r', n.rooms),
      ids('s', n.sessions),
    ];
    const each = <T>(list: readonly string[], of: (id: string, i: number) => fc.Arbitrary<T>) =>
      fc.tuple(...list.map(of)) as unknown as fc.Arbitrary<T[]>;
    const pairs = fc.constant(sites.flatMap((a, i) => sites.slice(0, i).map((b) => [a, b] as const)));
    const session = (id: string, i: number): fc.Arbitrary<SessionEntry> =>
      fc
        .record(
          {
            id: fc.constant(id),
            kind: fc.constantFrom(...sessionKinds),
            title: name,
            contacts: some(contacts),
            host: contacts.length > 0 ? fc.constantFrom(...contacts) : fc.constant(undefined),
            headcount: fc.integer({ min: 3, max: 30 }),
            roles: some(roles),
            themes: some(themes),
            priority: fc.constantFrom(...priorities),
            minutes: fc.integer({ min: 1, max: 40 }).map((q) => q * 15),
            place: fc.record(
              {
                site: fc.constantFrom(...sites),
                office: fc.boolean(),
                room:
                  rooms.length > 0 ? fc.constantFrom(true as const, ...rooms) : fc.constant(true as const),
                phone: fc.boolean(),
                atSite: fc.constantFrom(...sites),
                equipment: words,
              },
              { requiredKeys: ['site'] },
            ),
            peers: fc.record(
              { count: fc.integer({ min: 3, max: 5 }), named: some(peers) },
              { requiredKeys: ['count'] },
            ),
            visit: fc.constantFrom(...visitKinds),
            fixed: fc.constantFrom('2028-03-27T14:00', '2028-03-28T09:15'),
            after: some(sessions.slice(0, i)),
            evening: fc.boolean(),
            youngPeople: fc.boolean(),
            caseRecords: fc.boolean(),
          },
          { requiredKeys: ['id', 'kind', 'title', 'priority', 'place'] },
        )
        .map(({ host, fixed, minutes, ...rest }) => ({
          ...rest,
          ...(host !== undefined && { host }),
          // A fixed time takes an hour, so that it fits the default frame.
          ...(fixed !== undefined ? { fixed, minutes: 60 } : minutes !== undefined && { minutes }),
        })) as fc.Arbitrary<SessionEntry>;
    return fc.record(
      {
        peerweek: fc.constant(1 as const),
        review: fc.record(
          {
            id: fc.constant('generated'),
            council: name,
            firstDay: fc.constant('2028-03-27'),
            timeZone: fc.constant('Europe/London'),
            revision: fc.integer({ min: 1, max: 99 }),
            editedAt: fc.constant('2028-01-12T09:30:00Z'),
            streams: fc.integer({ min: 1, max: 3 }),
            moreStreams: fc.record({
              limit: fc.integer({ min: 3, max: 5 }),
              when: fc.constantFrom('never' as const, 'seldom' as const, 'as-needed' as const),
            }),
            options: fc.record(
              {
                caseRecords: fc.boolean(),
                caseRecordingReview: fc.boolean(),
                auditValidation: fc.boolean(),
                intervention: fc.boolean(),
              },
              { requiredKeys: [] },
            ),
            keyLinesOfEnquiry: fc.constant([{ id: 'neglect', title: 'Neglect' }]),
            weights: fc.constant({ 'fair-load': 3, 'diaries/preferred': 0.5 }),
            sharedAt: fc.constant('2028-02-01T10:00:00Z'),
          },
          { requiredKeys: ['id', 'council', 'firstDay', 'editedAt', 'keyLinesOfEnquiry'] },
        ),
        peers: each(peers, (id) =>
          fc.record(
            {
              id: fc.constant(id),
              name,
              role: fc.constantFrom(...peerRoles),
              themes: some(themes),
              interviews: fc.boolean(),
              diary,
              knows: some(contacts),
              relationship: fc.record(
                { what: name, acceptedBy: name, at: moment },
                { requiredKeys: ['what'] },
              ),
              access: words,
              dietary: name,
            },
            { requiredKeys: ['id', 'name', 'role'] },
          ),
        ),
        contacts: each(contacts, (id) =>
          fc.record(
            {
              id: fc.constant(id),
              name,
              jobTitle: name,
              organisation: name,
              roles: some(roles),
              phone: name,
              pa: fc.record({ name, email: fc.constant('pa@example.org') }, { requiredKeys: ['email'] }),
              office: fc.record(
                { site: fc.constantFrom(...sites), name, building: name, access: words },
                { requiredKeys: ['site', 'name'] },
              ),
              diary,
              early: fc.oneof(fc.boolean(), fc.integer({ min: 1, max: 5 })),
              key: fc.boolean(),
              phoneAgreed: fc.boolean(),
              access: words,
              child: fc.boolean(),
              representsCouncil: fc.boolean(),
            },
            { requiredKeys: ['id', 'name', 'organisation'] },
          ),
        ),
        meetings: each(['cabinet', 'scrutiny'], (id) =>
          fc.record({ id: fc.constant(id), title: name, contacts: some(contacts), spans }),
        ),
        declined: fc.array(
          fc.record(
            { role: fc.constantFrom(...roles), because: name, acceptedBy: name, at: moment },
            { requiredKeys: ['role', 'because'] },
          ),
          { maxLength: 2 },
        ),
        sites: each(sites, (id) =>
          fc.record(
            {
              id: fc.constant(id),
              name,
              address: name,
              notes: fc.constant('Two\nlines'),
              access: words,
              diary,
            },
            { requiredKeys: ['id', 'name'] },
          ),
        ),
        travel: pairs.chain((list) =>
          each(
            list.map((_, i) => String(i)),
            (_, i) =>
              fc.record(
                {
                  between: fc.constant(list[i]!),
                  minutes: fc.integer({ min: 0, max: 90 }),
                  access: words,
                  assumed: fc.boolean(),
                },
                { requiredKeys: ['between', 'minutes'] },
              ),
          ),
        ),
        rooms: each(rooms, (id) =>
          fc.record(
            {
              id: fc.constant(id),
              site: fc.constantFrom(...sites),
              building: name,
              name,
              capacity: fc.integer({ min: 1, max: 50 }),
              equipment: words,
              access: words,
              baseRoom: fc.boolean(),
              divides: fc.boolean(),
              diary,
            },
            { requiredKeys: ['id', 'site', 'name', 'capacity'] },
          ),
        ),
        sessions: each(sessions, session),
        locks: each(sessions.slice(0, 2), (id) =>
          fc.record(
            {
              session: fc.constant(id),
              time: fc.constant(true),
              place: fc.boolean(),
              peers: fc.boolean(),
              by: name,
              because: name,
            },
            { requiredKeys: ['session', 'time', 'by', 'because'] },
          ),
        ),
        waivers: each(sessions.slice(0, 1), (id) =>
          fc.record({
            rule: fc.constant('by-phone'),
            about: fc.constant(id),
            by: name,
            at: moment,
            because: name,
          }),
        ),
      },
      { requiredKeys: ['peerweek', 'review', 'peers', 'contacts', 'sites', 'travel', 'rooms', 'sessions'] },
    ) as fc.Arbitrary<ReviewFile>;
  });
