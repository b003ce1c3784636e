import { type Broken, broken, type Chapter } from './broken.ts';
import { DAY, type Event, type Facts, type Meeting, shared, type Time } from './read.ts';

/** How much may be asked of one person: rules lunch-and-breaks and evening-limit. */
export const load: Chapter = (facts) => [
  ...evenings(facts),
  ...[...facts.peers.keys()].flatMap((peer) => {
    const own = facts.meetings.filter((m) => m.peers.includes(peer));
    return [
      ...tooLong(
        facts,
        peer,
        own.map((m) => ({ m, time: m.gone })),
      ),
      ...lunches(facts, peer, own),
    ];
  }),
  ...[...facts.contacts.keys()].flatMap((contact) => {
    const own = facts.meetings.filter((m) => m.contacts.includes(contact));
    return tooLong(
      facts,
      contact,
      own.map((m) => ({ m, time: m })),
    );
  }),
];

/** What somebody does, and how long it takes them. */
interface Spell {
  readonly m: Meeting;
  readonly time: Time;
}

/** How much of the time between two spells goes on the way: what lies within the peers' time of a visit does not. */
function onTheWay(facts: Facts, a: Spell, b: Spell): number {
  const way = facts.journey(a.m.site, b.m.site);
  if (way === 0) return 0;
  const within = a.time.end - a.m.end + (b.m.start - b.time.start);
  return Math.max(0, Math.min(b.time.start - a.time.end, way - within));
}

/**
 * Manual 1476: 180 minutes of sessions and travel, unless 15 minutes on end are free. An event attended in a shorter
 * gap is something else again, and does not count.
 */
function tooLong(facts: Facts, person: string, spells: readonly Spell[]): readonly Broken[] {
  const out: Broken[] = [];
  let run: Spell[] = [];
  let [worked, last] = [0, undefined as Spell | undefined];
  for (const spell of [...spells].sort((a, b) => a.time.start - b.time.start)) {
    const gap = last ? spell.time.start - last.time.end : 0;
    const way = last ? onTheWay(facts, last, spell) : 0;
    const between = (e: Event) => last && last.time.end <= e.start && e.end <= spell.time.start;
    const attends = facts.events.some(
      (e) => between(e) && (e.peers.includes(person) || e.contacts.includes(person)),
    );
    if (!last || last.m.day !== spell.m.day || gap - way >= 15 || (gap > 0 && attends)) {
      run = [spell];
      worked = spell.time.end - spell.time.start;
      last = spell;
    } else {
      run.push(spell);
      worked += way + Math.max(0, spell.time.end - Math.max(spell.time.start, last.time.end));
      if (spell.time.end > last.time.end) last = spell;
    }
    if (worked > 180)
      out.push(
        broken(
          'lunch-and-breaks',
          run.map(({ m }) => m.id),
          [person],
        ),
      );
  }
  return out;
}

/** What is left of lunch between what comes before it and what comes after. */
function lunches(facts: Facts, peer: string, own: readonly Meeting[]): readonly Broken[] {
  return facts.events
    .filter((e) => e.kind === 'lunch' && e.everyone)
    .flatMap((lunch) => {
      const lost = own.filter((m) => shared(m.gone, lunch) > 0);
      if (lost.length < 2) return [];
      return longestFree(
        lunch,
        lost.map((m) => m.gone),
      ) < 45
        ? [
            broken(
              'lunch-and-breaks',
              lost.map((m) => m.id),
              [peer],
            ),
          ]
        : [];
    });
}

function longestFree(lunch: Event, taken: readonly Time[]): number {
  let [best, free] = [0, 0];
  for (let minute = lunch.start; minute < lunch.end; minute++) {
    free = taken.some((t) => t.start <= minute && minute < t.end) ? 0 : free + 1;
    best = Math.max(best, free);
  }
  return best;
}

/** Whether a stretch of time begins when the team's last meeting of its day is over. */
export const afterMeeting = (facts: Facts, time: Time): boolean => {
  const day = Math.floor(time.start / DAY);
  const meetings = facts.events.filter((e) => e.kind === 'team-meeting' && e.everyone && e.day === day);
  const last = meetings.at(-1);
  return last !== undefined && last.end <= time.start;
};

/** Manual 1470: in windows for the evening only what may be held then, and few for anybody. */
function evenings(facts: Facts): readonly Broken[] {
  const out: Broken[] = [];
  const inWindow = ({ gone }: Meeting) =>
    facts.stretches.some((s) => s.evening && s.start <= gone.start && gone.end <= s.end);
  const isEvening = (m: Meeting) => inWindow(m) || afterMeeting(facts, m.gone);
  for (const m of facts.meetings)
    if (inWindow(m) && !m.session.evening) out.push(broken('evening-limit', [m.id]));
  const [aDay, aWeek] = [facts.limits['evening-limit/day'] ?? 1, facts.limits['evening-limit/week'] ?? 2];
  for (const peer of facts.peers.keys()) {
    const own = facts.meetings.filter((m) => isEvening(m) && m.peers.includes(peer));
    const ids = (list: readonly Meeting[]) => list.map((m) => m.id);
    if (own.length > aWeek) out.push(broken('evening-limit', ids(own), [peer]));
    for (let day = 0; day < 6; day++) {
      const that = own.filter((m) => Math.floor(m.start / DAY) === day);
      if (that.length > aDay) out.push(broken('evening-limit', ids(that), [peer]));
    }
  }
  return out;
}
