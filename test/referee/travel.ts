import { type Broken, broken, type Chapter } from './broken.ts';
import type { Facts, Meeting, Time } from './read.ts';

/** Minutes from the end of the earlier to the start of the later; negative where they overlap. */
const between = (a: Time, b: Time): number => Math.max(b.start - a.end, a.start - b.end);

/**
 * Getting from one thing to the next: rule travel (manual 1460), and the journeys of rule access. From the end of one
 * session to the start of the next, a visit's own journeys in it; what overlaps is for one-place-at-a-time.
 */
export const travel: Chapter = (facts) => [
  ...facts.meetings.flatMap((m) => [...visit(facts, m), ...events(facts, m)]),
  ...sessions(facts),
  ...straight(facts),
  ...toLunchAndBack(facts),
];

/** A visit's time away holds its travel; any session's is at least its own time. */
function visit(facts: Facts, m: Meeting): readonly Broken[] {
  const way = m.session.kind === 'site-visit' ? facts.journey(facts.base, m.site) : 0;
  return m.start - m.gone.start < way || m.gone.end - m.end < way ? [broken('travel', [m.id])] : [];
}

function sessions(facts: Facts): readonly Broken[] {
  const out: Broken[] = [];
  for (const [i, a] of facts.meetings.entries())
    for (const b of facts.meetings.slice(i + 1)) {
      if (a.day !== b.day) continue;
      const gap = between(a, b);
      if (gap < 0 || a.site === b.site || gap >= facts.journey(a.site, b.site)) continue;
      const both = [
        ...a.peers.filter((id) => b.peers.includes(id)),
        ...a.contacts.filter((id) => b.contacts.includes(id)),
      ];
      if (both.length > 0) out.push(broken('travel', [a.id, b.id], both));
    }
  return out;
}

/** Manual 897: from one site off the base straight to the next, where there is no time to go by way of the base. */
function straight(facts: Facts): readonly Broken[] {
  const out: Broken[] = [];
  const off = facts.meetings.filter((m) => m.site !== undefined && m.site !== facts.base);
  for (const [i, a] of off.entries())
    for (const b of off.slice(i + 1)) {
      const byBase = facts.journey(a.site, facts.base) + facts.journey(facts.base, b.site);
      if (a.day !== b.day || a.site === b.site || b.start - a.end >= byBase) continue;
      const offers = facts.journeyOffers(a.site!, b.site!);
      const stuck = a.peers.filter(
        (id) =>
          b.peers.includes(id) &&
          offers !== undefined &&
          !(facts.peers.get(id)?.access ?? []).every((need) => offers.includes(need)),
      );
      if (stuck.length > 0) out.push(broken('access', [a.id, b.id], stuck));
    }
  return out;
}

/** Between a session and a fixed event of its people; of a lunch, all but 45 minutes may go on the way. */
function events(facts: Facts, m: Meeting): readonly Broken[] {
  return facts.events.flatMap((e) => {
    const gap = between(e, m);
    if (e.kind === 'break' || e.day !== m.day || gap < 0) return [];
    const spare = e.kind === 'lunch' ? Math.max(0, e.end - e.start - 45) : 0;
    if (gap + spare >= facts.journey(m.site, e.site)) return [];
    const people = [
      ...m.peers.filter((id) => e.peers.includes(id)),
      ...m.contacts.filter((id) => e.contacts.includes(id)),
    ];
    return e.everyone || people.length > 0 ? [broken('travel', [m.id], people)] : [];
  });
}

/** A lunch's spare minutes are one peer's for the way there and the way back together. */
function toLunchAndBack(facts: Facts): readonly Broken[] {
  const out: Broken[] = [];
  for (const lunch of facts.events.filter((e) => e.kind === 'lunch'))
    for (const a of facts.meetings.filter((m) => m.day === lunch.day && m.end <= lunch.start))
      for (const b of facts.meetings.filter((m) => m.day === lunch.day && m.start >= lunch.end)) {
        const way = facts.journey(a.site, lunch.site) + facts.journey(lunch.site, b.site);
        const least = Math.min(45, lunch.end - lunch.start);
        const both = lunch.peers.filter((id) => a.peers.includes(id) && b.peers.includes(id));
        if (way > 0 && b.start - a.end < way + least && both.length > 0)
          out.push(broken('travel', [a.id, b.id], both));
      }
  return out;
}
