import { type Broken, broken, type Chapter } from './broken.ts';
import { DAY, type Event, type Facts, shared } from './read.ts';

const NOON = 12 * 60;
const clockOf = (minute: number): number => minute % DAY;

const whole = (facts: Facts, kind: Event['kind'], day: number): readonly Event[] =>
  facts.events.filter((e) => e.kind === kind && e.day === day && isForTeam(facts, e));

export const isForTeam = (facts: Facts, event: Event): boolean =>
  event.everyone || [...facts.peers.keys()].every((peer) => event.peers.includes(peer));

const lunchOf = (facts: Facts, day: number): Event | undefined =>
  facts.events.find((e) => e.kind === 'lunch' && e.day === day);

/** What the week's fixed events and windows owe: manual 317-378, 1468-1476, 1561-1625. */
export const frame: Chapter = (facts) => {
  const out: Broken[] = [];
  const owes = (rule: string, kept: boolean): void => {
    if (!kept) out.push(broken(rule));
  };
  const daytime = facts.stretches.filter((s) => !s.evening);

  owes(
    'five-day-week',
    facts.events.some((e) => e.kind === 'team-meeting' && e.day === 0 && isForTeam(facts, e)),
  );
  const presentations = facts.events.filter((e) => e.kind === 'presentations' && e.day === 1);
  const presented = Math.max(DAY, ...presentations.map((e) => e.end));
  owes(
    'five-day-week',
    whole(facts, 'preparation', 1).some((e) => presentations.every((p) => e.end <= p.start)),
  );
  owes(
    'five-day-week',
    facts.stretches.every((s) => s.day >= 1 && s.day <= 4 && s.start >= presented),
  );

  const firstWindow = Math.min(...facts.stretches.filter((s) => s.day === 1).map((s) => s.start));
  const lasts = presentations.reduce((sum, e) => sum + e.end - e.start, 0);
  owes(
    'presentations-before-lunch',
    presentations.length > 0 && lasts >= 20 + 20 && presented <= (lunchOf(facts, 1)?.start ?? firstWindow),
  );

  for (const day of [1, 2, 3, 4]) {
    const lastSession = Math.max(0, ...daytime.filter((s) => s.day === day).map((s) => s.end));
    owes(
      'team-meetings',
      whole(facts, 'team-meeting', day).some((e) => e.start >= lastSession),
    );
    if (day > 1) {
      const first = Math.min(Infinity, ...facts.stretches.filter((s) => s.day === day).map((s) => s.start));
      owes(
        'team-meetings',
        whole(facts, 'gathering', day).some((e) => e.end <= first),
      );
    }
    owes(
      'lunch-and-breaks',
      whole(facts, 'lunch', day).some((e) => e.end - e.start >= 45),
    );
  }

  const inCharge = [...facts.peers.values()].filter(
    (p) => p.role === 'team-leader' || p.role === 'review-manager',
  );
  const conference = facts.events.find((e) => e.kind === 'conference' && e.day === 5 && isForTeam(facts, e));
  // “About 17.30” is the usual time, which a council can change; what it can't change is the order of the day.
  const over = Math.max(...daytime.filter((s) => s.day === 4).map((s) => s.end));
  const inTime = facts.events.filter(
    (e) =>
      e.kind === 'handover' &&
      (e.day === 4
        ? e.start >= (over === -Infinity ? 4 * DAY + NOON : over)
        : e.day === 5 && clockOf(e.start) <= 9 * 60 + 30 && e.end <= (conference?.start ?? Infinity)),
  );
  owes(
    'draft-handover',
    inTime.some((e) => inCharge.every((p) => e.peers.includes(p.id))),
  );

  const midday = facts.events.findLast((e) => e.kind === 'lunch' && e.day === 4)?.start ?? 4 * DAY + NOON;
  owes(
    'presentation-preparation',
    whole(facts, 'preparation', 4).some((e) => clockOf(e.start) >= NOON) &&
      daytime.every((s) => s.day !== 4 || s.end <= midday),
  );

  owes('conference', conference !== undefined);
  owes(
    'conference',
    conference === undefined || whole(facts, 'preparation', 5).some((e) => e.end <= conference.start),
  );

  for (const [i, a] of facts.events.entries())
    for (const b of facts.events.slice(i + 1)) {
      if (shared(a, b) === 0) continue;
      // Two events of the whole team's are for the rules about those events.
      const both = [
        ...(a.everyone && b.everyone ? [] : a.peers.filter((id) => b.peers.includes(id))),
        ...a.contacts.filter((id) => b.contacts.includes(id)),
      ];
      if (both.length > 0) out.push(broken('one-place-at-a-time', [], both));
    }
  return out;
};
