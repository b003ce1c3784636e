import type { Finding } from '../../src/check/finding.ts';
import type { Figures, Range } from '../../src/programme/alternatives.ts';
import { heldIn, type Programme } from '../../src/programme/programme.ts';
import { sessionsToPlace } from '../../src/review/facts.ts';
import type { Review } from '../../src/review/review.ts';
import type { Priority } from '../../src/review/session.ts';
import { ruleOf } from '../../src/rules/index.ts';
import { weightOf } from '../../src/rules/rule.ts';
import { dayOf, free, length, type Span } from '../../src/time/span.ts';

/** What a programme comes to in plain figures. `findings`: what the checker says of it. */
export function figuresOf(review: Review, programme: Programme, findings: readonly Finding[]): Figures {
  const held = heldIn(review, programme);
  const placed = new Set(held.map((h) => h.session.id));
  const out = sessionsToPlace(review).filter((s) => !placed.has(s.id));
  const left = (priority: Priority): readonly string[] =>
    out.filter((s) => s.priority === priority).map((s) => s.id);
  const times = (rule: string, part = 'rule'): number =>
    findings.filter((f) => f.kind === 'want' && f.rule === rule && f.part === part).length;
  const days = [1, 2, 3, 4, 5].flatMap((day) => {
    const own = held.filter((h) => dayOf(h.placement.start) === day);
    return own.length === 0
      ? []
      : [{ day, to: Math.max(...own.map((h) => h.placement.away.to)), sessions: own.length }];
  });
  const peers = review.peers.filter((p) => p.interviews);
  const away = (peer: string): readonly Span[] =>
    held.filter((h) => h.placement.peers.includes(peer)).map((h) => h.placement.away);
  const windows = review.frame.windows.filter((w) => !w.evening);
  return {
    leftOut: { must: left('must'), should: left('should'), could: left('could') },
    alone: findings.filter((f) => f.tier === 3).length,
    beyond: times('third-stream-seldom'),
    evenings: times('few-evenings'),
    journeys: unitsOf(review, findings, 'travel', 'journeys'),
    ifNeeded: times('diaries', 'if-needed'),
    withoutDownTime: times('down-time'),
    days,
    free: range(
      peers.map((p) => sum(windows.flatMap((w) => free(w, [...p.diary.busy, ...away(p.id)])).map(length))),
    ),
    work: range(peers.map((p) => sum(away(p.id).map(length)))),
    points:
      Math.round(sum(findings.flatMap((f) => (f.kind === 'want' && !f.tier ? f.points : []))) * 1000) / 1000,
  };
}

/** Every figure as a number that is better when it is less. */
export const weighed = (f: Figures): readonly number[] => [
  f.leftOut.must.length,
  f.leftOut.should.length,
  f.leftOut.could.length,
  f.alone,
  f.beyond,
  f.evenings,
  f.journeys,
  f.ifNeeded,
  f.withoutDownTime,
  sum(f.days.map((d) => d.to)),
  f.days.at(-1)?.sessions ?? 0,
  f.work.most - f.work.least,
  f.points,
];

/** How many units a want is paid for: its points by its weight. */
function unitsOf(review: Review, findings: readonly Finding[], id: string, name: string): number {
  const rule = ruleOf(id)!;
  const weight = weightOf(review, rule, rule.parts.find((p) => p.name === name)!);
  const points = sum(findings.filter((f) => f.rule === id && f.part === name).map((f) => f.points));
  return weight === 0 ? 0 : Math.round(points / weight);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const range = (minutes: readonly number[]): Range =>
  minutes.length === 0 ? { least: 0, most: 0 } : { least: Math.min(...minutes), most: Math.max(...minutes) };
