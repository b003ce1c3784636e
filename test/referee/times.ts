import type { SessionEntry } from '../../src/review/file.ts';
import { type Broken, broken, type Chapter } from './broken.ts';
import { afterMeeting } from './load.ts';
import { DAY, type Event, type Facts, type Meeting, shared } from './read.ts';

/** When sessions may be held: rules five-day-week to sponsor-debrief, and what the whole team does. */
export const times: Chapter = (facts) => [
  ...facts.meetings.flatMap((m) => [...when(facts, m), ...days(facts, m), ...lengths(m)]),
  ...alignedEnds(facts),
  ...debriefs(facts),
  ...musts(facts),
];

/** Which rule says that a session runs into one of the whole team's events. */
function guardian(event: Event): string {
  switch (event.kind) {
    case 'team-meeting':
    case 'gathering':
      return 'team-meetings';
    case 'handover':
      return 'draft-handover';
    case 'lunch':
    case 'break':
      return 'lunch-and-breaks';
    case 'preparation':
      return event.day === 4 ? 'presentation-preparation' : 'five-day-week';
    default:
      return 'five-day-week';
  }
}

/**
 * A session is within one window, clear of what the whole team does; of a lunch 45 minutes in one piece are left. One
 * slip is one rule's: that of the first thing run into, else that of the evening, else that of the week.
 */
function when(facts: Facts, m: Meeting): readonly Broken[] {
  const hit = facts.events.find(
    (e) =>
      e.everyone &&
      shared(e, m.gone) > 0 &&
      !(e.kind === 'lunch' && Math.max(m.gone.start - e.start, e.end - m.gone.end) >= 45),
  );
  if (hit) return [broken(guardian(hit), [m.id])];
  const window = facts.stretches.find((s) => s.start <= m.gone.start && m.gone.end <= s.end);
  if (afterMeeting(facts, m.gone)) return window?.evening ? [] : [broken('evening-limit', [m.id])];
  return window ? [] : [broken('five-day-week', [m.id])];
}

function days(facts: Facts, m: Meeting): readonly Broken[] {
  const { session } = m;
  const after = m.parts.flatMap((part) => part.after ?? []);
  const kept =
    (session.fixed === undefined
      ? m.earliest <= m.day && m.day <= m.latest
      : facts.minuteOf(session.fixed) === m.start) &&
    facts.meetings.every(
      (other) => other === m || other.end <= m.start || !other.parts.some((part) => after.includes(part.id)),
    );
  return kept ? [] : [broken('five-day-week', [m.id])];
}

function lengths(m: Meeting): readonly Broken[] {
  const long = m.end - m.start;
  if (m.session.kind === 'interview' && long !== 60) return [broken('interview-length', [m.id])];
  if (m.session.kind === 'focus-group' && long !== 90) return [broken('focus-group-length', [m.id])];
  return [];
}

/** Manual 1454: no session runs on over the end of one that it runs beside; a visit's peers are simply gone. */
function alignedEnds({ meetings }: Facts): readonly Broken[] {
  const runsOver = (m: Meeting, end: number) =>
    m.session.kind !== 'site-visit' && m.gone.start < end && end < m.gone.end;
  return meetings.flatMap((a, i) =>
    meetings
      .slice(i + 1)
      .filter((b) => runsOver(a, b.gone.end) || runsOver(b, a.gone.end))
      .map((b) => broken('aligned-ends', [a.id, b.id])),
  );
}

/**
 * Manual 311-317, 1599, 1613: the sponsor is debriefed on the mornings of days 3 and 4, by the team leader and the
 * review manager; the review may give a debrief another time or other peers. What the review lacks altogether is for
 * a check to say.
 */
function debriefs(facts: Facts): readonly Broken[] {
  const isOne = (s: SessionEntry) =>
    s.kind === 'debrief' && (facts.sponsor === undefined || (s.contacts ?? []).includes(facts.sponsor));
  const inside = new Set([...facts.sessions.values()].flatMap((s) => s.includes ?? []));
  const there = [...facts.sessions.values()].filter((s) => isOne(s) && !inside.has(s.id)).length;
  const own = facts.meetings.filter((m) => isOne(m.session));
  const out: Broken[] = own.length < Math.min(2, there) ? [broken('sponsor-debrief')] : [];
  const inCharge = [...facts.peers.values()]
    .filter((p) => p.role === 'team-leader' || p.role === 'review-manager')
    .map((p) => p.id);
  const usual = own.filter((m) => m.session.fixed === undefined && (m.session.latestDay ?? 5) >= 3);
  for (const m of usual)
    if ((m.day !== 3 && m.day !== 4) || m.start >= m.day * DAY + 12 * 60)
      out.push(broken('sponsor-debrief', [m.id]));
  for (const [i, m] of usual.entries())
    for (const other of usual.slice(i + 1))
      if (m.day === other.day) out.push(broken('sponsor-debrief', [m.id, other.id]));
  for (const m of own) {
    const asked = inCharge.length > 0 && (m.session.peers?.named ?? []).length === 0;
    if (asked && [...m.peers].sort().join(' ') !== [...inCharge].sort().join(' '))
      out.push(broken('sponsor-debrief', [m.id]));
  }
  return out;
}

/** Manual 1462, 1556-1559, 1588: what every programme has. */
function musts(facts: Facts): readonly Broken[] {
  const parts = facts.meetings.flatMap((m) => m.parts);
  const out: Broken[] = [];
  for (const visit of ['accident-and-emergency', 'duty-desk'] as const)
    if (!parts.some((part) => part.visit === visit)) out.push(broken(visit));
  if (facts.options.caseRecordingReview && !parts.some((part) => part.kind === 'record-review'))
    out.push(broken('case-recording-review'));
  return out;
}
