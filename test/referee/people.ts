import type { ContactEntry } from '../../src/review/file.ts';
import { type Broken, broken, type Chapter } from './broken.ts';
import { Occupied } from './occupied.ts';
import { DAY, type Facts, type Meeting, shared } from './read.ts';

/** Lines of the Appendix 10 list whose people are key strategic members and officers (manual 1486). */
const KEY = new Set<string>([
  'council-leader',
  'lead-member',
  'opposition-member',
  'scrutiny-chair',
  'chief-executive',
  'director-public-health',
  'nhs-senior-managers',
  'director-childrens-services',
  'ad-safeguarding',
  'ad-school-improvement',
  'director-adult-services',
  'lscb-chair',
  'mental-health-trust-ceo',
  'police-senior',
  'acute-trust',
  'improvement-board-chair',
]);

const isKey = (contact: ContactEntry): boolean =>
  contact.key ?? (contact.roles ?? []).some((role) => KEY.has(role));

/** Who takes part: rules one-place-at-a-time to substitutes. */
export const people: Chapter = (facts) => [
  ...together(facts),
  ...facts.meetings.flatMap((m) => [
    ...events(facts, m),
    ...diaries(facts, m),
    ...team(facts, m),
    ...pairs(facts, m),
    ...contacts(facts, m),
    ...records(facts, m),
    ...children(facts, m),
  ]),
  ...caseRecords(facts),
];

function together(facts: Facts): readonly Broken[] {
  const taken = new Occupied();
  for (const m of facts.meetings) {
    for (const peer of m.peers) taken.add(peer, m.gone, m.id);
    for (const contact of m.contacts) taken.add(contact, m, m.id);
  }
  return [...taken.tooMany(() => 1)].map(({ key, by }) => broken('one-place-at-a-time', by, [key]));
}

function events(facts: Facts, m: Meeting): readonly Broken[] {
  return facts.events.flatMap((e) => {
    const peers = e.everyone || shared(e, m.gone) === 0 ? [] : m.peers.filter((id) => e.peers.includes(id));
    const seen = shared(e, m) === 0 ? [] : m.contacts.filter((id) => e.contacts.includes(id));
    const both = [...peers, ...seen];
    return both.length > 0 ? [broken('one-place-at-a-time', [m.id], both)] : [];
  });
}

function diaries(facts: Facts, m: Meeting): readonly Broken[] {
  const away = [
    ...m.contacts.filter((id) => facts.busy(facts.contacts.get(id)?.diary).some((b) => shared(b, m) > 0)),
    ...m.peers.filter((id) => facts.busy(facts.peers.get(id)?.diary).some((b) => shared(b, m.gone) > 0)),
  ];
  return away.length > 0 ? [broken('diaries', [m.id], away)] : [];
}

/** Manual 819, 1450: one or two, or just as many as asked for; those who interview; those named. */
function team(facts: Facts, m: Meeting): readonly Broken[] {
  const { asked } = m;
  const named = m.session.peers?.named ?? [];
  const many = asked === 2 ? m.peers.length === 1 || m.peers.length === 2 : m.peers.length === asked;
  const may = m.peers.every((id) => {
    const peer = facts.peers.get(id);
    const interviews = peer?.interviews ?? peer?.role !== 'review-manager';
    return interviews || m.session.kind === 'debrief' || named.includes(id);
  });
  return many && may && named.every((id) => m.peers.includes(id)) ? [] : [broken('pair', [m.id], m.peers)];
}

function pairs(facts: Facts, m: Meeting): readonly Broken[] {
  const out: Broken[] = [];
  const both = (pair: readonly [string, string]) => pair.every((id) => m.peers.includes(id));
  for (const pair of facts.forbiddenPairs) if (both(pair)) out.push(broken('pairings', [m.id], pair));
  for (const peer of m.peers) {
    const fixed = facts.fixedPairs.filter((pair) => pair.includes(peer)).flat();
    const others = m.peers.filter((id) => id !== peer);
    if (fixed.length > 0 && others.some((id) => !fixed.includes(id)))
      out.push(broken('pairings', [m.id], [peer]));
  }
  return out;
}

function contacts(facts: Facts, m: Meeting): readonly Broken[] {
  const out: Broken[] = [];
  for (const peer of m.peers) {
    const known = m.contacts.filter((id) => (facts.peers.get(peer)?.knows ?? []).includes(id));
    if (known.length > 0) out.push(broken('independence', [m.id], [peer, ...known]));
  }
  for (const part of m.parts) {
    const group =
      part.kind === 'focus-group' && Math.max(part.headcount ?? 0, part.contacts?.length ?? 0) > 1;
    const key = (part.contacts ?? []).filter((id) => group && isKey(facts.contacts.get(id)!));
    if (key.length > 0) out.push(broken('key-people-alone', [m.id, part.id], key));
    for (const substitute of part.substitutes ?? [])
      if (substitute.agreedBy === undefined) out.push(broken('substitutes', [m.id], [substitute.for]));
  }
  if ('phone' in m.place)
    for (const id of m.contacts)
      if (!facts.contacts.get(id)?.phoneAgreed) out.push(broken('by-phone', [m.id], [id]));
  return out;
}

/** Manual 1588, 1754: one operational manager peer, in the first half of the days that have sessions. */
function records(facts: Facts, m: Meeting): readonly Broken[] {
  if (!facts.options.caseRecordingReview || m.session.kind !== 'record-review') return [];
  const one = m.peers.length === 1 && facts.peers.get(m.peers[0]!)?.role === 'operational-manager-peer';
  const days = [...new Set(facts.stretches.map((s) => s.day))].sort((a, b) => a - b);
  const half = days[Math.ceil(days.length / 2) - 1] ?? 5;
  return one && Math.floor(m.start / DAY) <= half ? [] : [broken('case-recording-review', [m.id], m.peers)];
}

/** Manual 1748: what is said is said of the other group. */
function caseRecords(facts: Facts): readonly Broken[] {
  if (!facts.options.caseRecords) return [];
  const about = [...facts.sessions.values()].filter((s) => s.caseRecords);
  const seen = new Set(about.flatMap((s) => s.contacts ?? []));
  return facts.meetings.flatMap((m) => {
    const others = m.parts.filter(
      (part) => part.kind === 'focus-group' && !part.caseRecords && part.contacts?.some((id) => seen.has(id)),
    );
    const who = others.flatMap((part) => (part.contacts ?? []).filter((id) => seen.has(id)));
    return who.length > 0 ? [broken('case-record-staff', [m.id, ...others.map((p) => p.id)], who)] : [];
  });
}

/**
 * Manual 1478-1480: never one child; a group of young people only by an agreement, recorded as a waiver, and with
 * somebody of the council. A group of which one is a child is that child's interview.
 */
function children(facts: Facts, m: Meeting): readonly Broken[] {
  const out: Broken[] = [];
  const groups: string[] = [];
  const young: string[] = [];
  for (const part of m.parts) {
    const those = (part.contacts ?? []).map((id) => facts.contacts.get(id)!);
    const minors = those.filter((c) => c.child);
    if (minors.length === 0 && !part.youngPeople) continue;
    const heads = part.headcount ?? Math.max(1, those.length);
    const many = Math.max(minors.length, heads - (those.length - minors.length));
    if ((part.kind !== 'focus-group' && part.kind !== 'site-visit') || many === 1) {
      out.push({ ...broken('children', [m.id]), never: true });
      continue;
    }
    groups.push(part.id);
    young.push(...minors.map((c) => c.id));
    if (!those.some((c) => !c.child && facts.ofCouncil(c)))
      out.push({ ...broken('children', [m.id]), never: true });
  }
  if (groups.length > 0) out.push(broken('children', [m.id, ...groups], young));
  return out;
}
