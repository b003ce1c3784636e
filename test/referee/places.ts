import { type Broken, broken, type Chapter } from './broken.ts';
import { Occupied } from './occupied.ts';
import { type Facts, type Meeting, shared } from './read.ts';

/** Rooms, sites and streams: rules base-room, room, access and streams. */
export const places: Chapter = (facts) => [
  ...facts.meetings.flatMap((m) => [...room(facts, m), ...access(facts, m)]),
  ...crowded(facts),
];

function room(facts: Facts, m: Meeting): readonly Broken[] {
  const { place, need } = m;
  const out: Broken[] = [];
  const bad = () => out.push(broken('room', [m.id]));
  if ('office' in place && !(need.office && m.host?.office)) bad();
  if ('phone' in place && !need.phone) bad();
  if ('site' in place && need.site !== place.site) bad();
  if (m.site !== undefined && facts.busy(facts.siteDiary(m.site)).some((b) => shared(b, m) > 0)) bad();
  if (!('room' in place)) return out;
  const held = facts.rooms.get(place.room)!;
  if (!(need.room === true || need.room === held.id)) bad();
  if (need.atSite !== undefined && need.atSite !== held.site) bad();
  if (held.capacity < m.headcount + m.asked) bad();
  if (!(need.equipment ?? []).every((thing) => held.equipment?.includes(thing))) bad();
  if (facts.busy(held.diary).some((b) => shared(b, m) > 0)) bad();
  if (facts.events.some((e) => e.room === held.id && shared(e, m) > 0)) bad();
  if (held.baseRoom && m.session.kind !== 'record-review') out.push(broken('base-room', [m.id]));
  return out;
}

/** Manual 897. */
function access(facts: Facts, m: Meeting): readonly Broken[] {
  if ('phone' in m.place || m.site === undefined) return [];
  // A room, an office and a site each speak for themselves; one's own office suits.
  const offers =
    'room' in m.place
      ? facts.rooms.get(m.place.room)?.access
      : 'office' in m.place
        ? m.host?.office?.access
        : facts.siteOffers(m.site);
  const needs = (id: string) => facts.peers.get(id)?.access ?? facts.contacts.get(id)?.access ?? [];
  const unmet = [...m.peers, ...m.contacts].filter(
    (id) => !('office' in m.place && m.host?.id === id) && !needs(id).every((n) => offers?.includes(n)),
  );
  const way =
    m.site === facts.base || facts.base === undefined ? undefined : facts.journeyOffers(facts.base, m.site);
  const stuck = m.peers.filter((id) => way && !needs(id).every((n) => way.includes(n)));
  const out: Broken[] = [];
  if (unmet.length > 0) out.push(broken('access', [m.id], unmet));
  if (stuck.length > 0) out.push(broken('access', [m.id], stuck));
  return out;
}

function crowded(facts: Facts): readonly Broken[] {
  const rooms = new Occupied();
  const streams = new Occupied();
  for (const m of facts.meetings) {
    if ('room' in m.place) rooms.add(m.place.room, m, m.id);
    if (m.session.kind !== 'record-review') streams.add('streams', m.gone, m.id);
  }
  // More than the usual only where the review allows it at all (manual 1452).
  const limit = (_: string, minute: number): number => {
    const window = facts.stretches.find((s) => s.start <= minute && minute < s.end);
    if (facts.never) return Math.min(window?.streams ?? facts.streams, facts.streams);
    return window?.limit ?? facts.most;
  };
  return [
    ...[...rooms.tooMany(() => 1)].map(({ by }) => broken('room', by)),
    ...[...streams.tooMany(limit)].map(({ by }) => broken('streams', by)),
  ];
}
