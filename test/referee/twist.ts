import type { ReviewFile, SessionEntry } from '../../src/review/file.ts';

/** What can be made of a review, by name, so that rules which its own week keeps have something to say. */
export type Twist = (file: ReviewFile, n: readonly number[]) => ReviewFile;

const pick = <T>(list: readonly T[] | undefined, n: number): T | undefined =>
  list && list.length > 0 ? list[n % list.length] : undefined;

/** A list with one of its things made another. */
const alter = <T>(list: readonly T[] | undefined, n: number, change: (thing: T) => T): readonly T[] => {
  const which = pick(list, n);
  return (list ?? []).map((thing) => (thing === which ? change(thing) : thing));
};

const session = (file: ReviewFile, n: number, change: (s: SessionEntry) => SessionEntry): ReviewFile => ({
  ...file,
  sessions: alter(file.sessions, n, change),
});

const busyHours = (n: readonly number[]) => {
  const hour = 9 + (n[2]! % 8);
  const clock = (h: number) => `${String(h).padStart(2, '0')}:00`;
  return { day: 1 + (n[1]! % 4), from: clock(hour), to: clock(hour + 2) };
};

const withBusy = <T extends { readonly diary?: { readonly busy?: readonly unknown[] } }>(
  thing: T,
  n: readonly number[],
): T => ({ ...thing, diary: { ...thing.diary, busy: [...(thing.diary?.busy ?? []), busyHours(n)] } });

const NEED = 'step-free';

export const twists: Readonly<Record<string, Twist>> = {
  busyContact: (f, n) => ({ ...f, contacts: alter(f.contacts, n[0]!, (c) => withBusy(c, n)) }),
  busyPeer: (f, n) => ({ ...f, peers: alter(f.peers, n[0]!, (p) => withBusy(p, n)) }),
  busyRoom: (f, n) => ({ ...f, rooms: alter(f.rooms, n[0]!, (r) => withBusy(r, n)) }),
  busySite: (f, n) => ({ ...f, sites: alter(f.sites, n[0]!, (s) => withBusy(s, n)) }),
  knows: (f, n) => {
    const contact = pick(f.contacts, n[1]!)?.id;
    return contact === undefined
      ? f
      : {
          ...f,
          peers: alter(f.peers, n[0]!, (p) => ({ ...p, knows: [...new Set([...(p.knows ?? []), contact])] })),
        };
  },
  pairing: (f, n) => {
    const [a, b] = [pick(f.peers, n[0]!)?.id, pick(f.peers, n[1]!)?.id];
    if (a === undefined || b === undefined || a === b) return f;
    const which = n[2]! % 2 === 0 ? 'forbidden' : 'fixed';
    return { ...f, pairings: { ...f.pairings, [which]: [...(f.pairings?.[which] ?? []), [a, b]] } };
  },
  smallRoom: (f, n) => ({
    ...f,
    rooms: alter(f.rooms, n[0]!, (r) => ({ ...r, capacity: 1 + (n[1]! % 8) })),
  }),
  baseRoom: (f, n) => ({
    ...f,
    rooms: (f.rooms ?? []).map((r) => ({ ...r, baseRoom: r === pick(f.rooms, n[0]!) })),
  }),
  needOfPeer: (f, n) => ({ ...f, peers: alter(f.peers, n[0]!, (p) => ({ ...p, access: [NEED] })) }),
  needOfContact: (f, n) => ({ ...f, contacts: alter(f.contacts, n[0]!, (c) => ({ ...c, access: [NEED] })) }),
  offers: (f, n) => {
    const all = n[2]! % 4 === 0;
    const chosen = (i: number) => all || i % 3 === n[1]! % 3;
    switch (n[0]! % 4) {
      case 0:
        return { ...f, sites: (f.sites ?? []).map((s, i) => (chosen(i) ? { ...s, access: [NEED] } : s)) };
      case 1:
        return { ...f, rooms: (f.rooms ?? []).map((r, i) => (chosen(i) ? { ...r, access: [NEED] } : r)) };
      case 2:
        return {
          ...f,
          contacts: (f.contacts ?? []).map((c, i) =>
            chosen(i) && c.office ? { ...c, office: { ...c.office, access: [NEED] } } : c,
          ),
        };
      default:
        return {
          ...f,
          travel: (f.travel ?? []).map((t, i) => ({ ...t, access: chosen(i) ? [NEED] : ['hearing-loop'] })),
        };
    }
  },
  farther: (f, n) => ({
    ...f,
    travel: (f.travel ?? []).map((t) => ({ ...t, minutes: t.minutes + 5 * (n[0]! % 9) })),
  }),
  otherRoles: (f, n) => ({
    ...f,
    contacts: alter(f.contacts, n[0]!, (c) =>
      n[1]! % 2 === 0 ? { ...c, key: n[2]! % 2 === 0 } : { ...c, roles: ['chief-executive'] },
    ),
  }),
  child: (f, n) => ({ ...f, contacts: alter(f.contacts, n[0]!, (c) => ({ ...c, child: true })) }),
  council: (f, n) => ({
    ...f,
    contacts: alter(f.contacts, n[0]!, (c) => ({ ...c, representsCouncil: n[1]! % 2 === 0 })),
  }),
  phone: (f, n) => ({
    ...f,
    contacts: alter(f.contacts, n[0]!, (c) => ({ ...c, phoneAgreed: true })),
    sessions: alter(f.sessions, n[1]!, (s) => ({ ...s, place: { ...s.place, phone: true } })),
  }),
  needOfPlace: (f, n) =>
    session(f, n[0]!, (s) => {
      const site = pick(f.sites, n[1]!)?.id;
      switch (n[2]! % 5) {
        case 0:
          return { ...s, place: { office: true } };
        case 1:
          return { ...s, place: { room: true, ...(site !== undefined && { atSite: site }) } };
        case 2:
          return { ...s, place: { room: true, equipment: ['projector'] } };
        case 3:
          return site === undefined ? s : { ...s, place: { site } };
        default:
          return { ...s, place: { room: pick(f.rooms, n[1]!)?.id ?? true } };
      }
    }),
  host: (f, n) =>
    session(f, n[0]!, (s) => {
      const host = pick(f.contacts, n[1]!)?.id;
      return host === undefined ? s : { ...s, host };
    }),
  heads: (f, n) => session(f, n[0]!, (s) => ({ ...s, headcount: (s.contacts?.length ?? 0) + (n[1]! % 12) })),
  peersAsked: (f, n) =>
    session(f, n[0]!, (s) => {
      const named = pick(f.peers, n[1]!)?.id;
      return { ...s, peers: { count: 1 + (n[2]! % 3), ...(named && n[2]! % 2 === 0 && { named: [named] }) } };
    }),
  contactsAsked: (f, n) =>
    session(f, n[0]!, (s) => {
      const other = pick(f.contacts, n[1]!)?.id;
      if (other === undefined || s.contacts?.includes(other)) return s;
      const { headcount: _, ...rest } = s;
      return { ...rest, contacts: [...(s.contacts ?? []), other] };
    }),
  kind: (f, n) =>
    session(f, n[0]!, (s) => ({
      ...s,
      kind: pick(['interview', 'focus-group', 'debrief', 'record-review', 'site-visit'] as const, n[1]!)!,
      place: s.place ?? { room: true },
    })),
  visit: (f, n) =>
    session(f, n[0]!, (s) => ({
      ...s,
      visit: pick(['accident-and-emergency', 'duty-desk', 'other'] as const, n[1]!)!,
    })),
  days: (f, n) =>
    session(f, n[0]!, ({ fixed: _, ...s }) => ({ ...s, earliestDay: n[1]! % 3, latestDay: 2 + (n[2]! % 4) })),
  anyDay: (f, n) => session(f, n[0]!, ({ fixed: _, earliestDay: __, latestDay: ___, ...s }) => s),
  after: (f, n) =>
    session(f, n[0]!, (s) => {
      const other = pick(f.sessions, n[1]!)?.id;
      return other === undefined || other === s.id ? s : { ...s, after: [other] };
    }),
  evening: (f, n) => session(f, n[0]!, (s) => ({ ...s, evening: true })),
  youngPeople: (f, n) => session(f, n[0]!, (s) => ({ ...s, youngPeople: true })),
  caseRecords: (f, n) => ({
    ...session(f, n[0]!, (s) => ({ ...s, caseRecords: true })),
    review: { ...f.review, options: { ...f.review.options, caseRecords: n[1]! % 4 > 0 } },
  }),
  recording: (f, n) => ({
    ...f,
    review: { ...f.review, options: { ...f.review.options, caseRecordingReview: n[0]! % 3 > 0 } },
  }),
  substitutes: (f, n) =>
    session(f, n[0]!, (s) => {
      const absent = s.contacts?.[0];
      if (absent === undefined) return s;
      const agreed = n[1]! % 2 === 0 ? { agreedBy: 'Review manager' } : {};
      return { ...s, substitutes: [{ for: absent, by: 'Somebody Else', ...agreed }] };
    }),
  includes: (f, n) => {
    const visit = (f.sessions ?? []).filter((s) => s.kind === 'site-visit').at(n[0]! % 2);
    const other = pick(f.sessions, n[1]!);
    if (!visit || !other || other.kind === 'site-visit' || other.kind === 'debrief') return f;
    return {
      ...f,
      sessions: (f.sessions ?? []).map((s) =>
        s === visit ? { ...s, includes: [...new Set([...(s.includes ?? []), other.id])] } : s,
      ),
    };
  },
  waiver: (f, n) => {
    const rules = [
      'interview-length',
      'focus-group-length',
      'key-people-alone',
      'case-record-staff',
      'children',
      'by-phone',
    ];
    const about = [...(f.sessions ?? []), ...(f.contacts ?? []), ...(f.peers ?? [])];
    return {
      ...f,
      waivers: [
        ...(f.waivers ?? []),
        {
          rule: pick(rules, n[0]!)!,
          about: pick(about, n[1]!)!.id,
          by: 'Review manager',
          at: '2026-01-20',
          because: 'Agreed',
        },
      ],
    };
  },
  waiveAll: (f, n) => ({
    ...f,
    waivers: (n[1]! % 2 === 0 ? (f.sessions ?? []) : (f.contacts ?? [])).map(({ id }) => ({
      rule: pick(
        [
          'interview-length',
          'focus-group-length',
          'key-people-alone',
          'case-record-staff',
          'children',
          'by-phone',
        ],
        n[0]!,
      )!,
      about: id,
      by: 'Review manager',
      at: '2026-01-20',
      because: 'Agreed',
    })),
  }),
  sponsor: (f, n) => {
    const { sponsor: _, ...review } = f.review;
    const other = pick(f.contacts, n[1]!)?.id;
    return { ...f, review: n[0]! % 2 === 0 || other === undefined ? review : { ...review, sponsor: other } };
  },
  peerRole: (f, n) => ({
    ...f,
    peers: alter(f.peers, n[0]!, (p) => ({
      ...p,
      role: pick(['team-leader', 'review-manager', 'operational-manager-peer', 'other'] as const, n[1]!)!,
    })),
  }),
  interviews: (f, n) => ({
    ...f,
    peers: alter(f.peers, n[0]!, (p) => ({ ...p, interviews: n[1]! % 2 === 0 })),
  }),
  streams: (f, n) => ({
    ...f,
    review: {
      ...f.review,
      streams: 1 + (n[0]! % 3),
      moreStreams: {
        limit: 3 + (n[1]! % 2),
        when: pick(['never', 'seldom', 'as-needed'] as const, n[2]!)!,
      },
    },
  }),
  limits: (f, n) => ({
    ...f,
    review: { ...f.review, limits: { 'evening-limit/day': n[0]! % 3, 'evening-limit/week': n[1]! % 3 } },
  }),
  dropEvent: (f, n) =>
    frameOf(f, n, (events) => events.filter((_, i) => i !== n[1]! % Math.max(1, events.length))),
  someOnly: (f, n) =>
    frameOf(f, n, (events) =>
      alter(events, n[1]!, (e) => ({
        ...e,
        peers: (f.peers ?? []).filter((_, i) => i % 3 !== n[2]! % 3).map((p) => p.id),
      })),
    ),
  everybodyByName: (f, n) =>
    frameOf(f, n, (events) =>
      alter(events, n[1]!, (e) => ({ ...e, peers: (f.peers ?? []).map((p) => p.id) })),
    ),
  eventContacts: (f, n) =>
    frameOf(f, n, (events) =>
      alter(events, n[1]!, (e) => ({ ...e, contacts: [pick(f.contacts, n[2]!)?.id ?? []].flat() })),
    ),
  eventPlace: (f, n) =>
    frameOf(f, n, (events) =>
      alter(events, n[1]!, (e) => {
        const [room, site] = [pick(f.rooms, n[2]!)?.id, pick(f.sites, n[2]!)?.id];
        return { ...e, place: n[0]! % 2 === 0 ? { ...(room && { room }) } : { ...(site && { site }) } };
      }),
    ),
  eventKind: (f, n) =>
    frameOf(f, n, (events) =>
      alter(events, n[1]!, (e) => ({
        ...e,
        kind: pick(
          [
            'gathering',
            'lunch',
            'break',
            'presentations',
            'team-meeting',
            'preparation',
            'handover',
            'other',
          ] as const,
          n[2]!,
        )!,
      })),
    ),
  ownEvent: (f, n) =>
    frameOf(f, n, (events) => {
      const { from, to } = busyHours(n);
      return [
        ...events,
        {
          id: `own-${n[2]}`,
          kind: 'other' as const,
          title: 'Call',
          start: from,
          end: to,
          peers: [pick(f.peers, n[1]!)?.id ?? []].flat(),
          contacts: [pick(f.contacts, n[2]!)?.id ?? []].flat(),
        },
      ];
    }),
  eveningWindow: (f, n) =>
    frameDay(f, n, (day) => ({
      ...day,
      windows: (day.windows ?? []).map((w, i, all) => (i === all.length - 1 ? { ...w, evening: true } : w)),
    })),
  lateWindow: (f, n) =>
    frameDay(f, n, (day) => ({
      ...day,
      windows: [
        ...(day.windows ?? []),
        { id: `late-${n[1]}`, start: '20:00', end: '22:00', evening: n[2]! % 2 === 0 },
      ],
    })),
  windowLimits: (f, n) =>
    frameDay(f, n, (day) => ({
      ...day,
      windows: (day.windows ?? []).map((w) => ({ ...w, streams: 1 + (n[1]! % 3), limit: 3 })),
    })),
};

type Day = NonNullable<ReviewFile['review']['frame']>['days'][number];

function frameDay(f: ReviewFile, n: readonly number[], change: (day: Day) => Day): ReviewFile {
  const { frame } = f.review;
  return frame ? { ...f, review: { ...f.review, frame: { days: alter(frame.days, n[0]!, change) } } } : f;
}

const frameOf = (
  f: ReviewFile,
  n: readonly number[],
  change: (events: NonNullable<Day['events']>) => NonNullable<Day['events']>,
): ReviewFile => frameDay(f, n, (day) => ({ ...day, events: change(day.events ?? []) }));
