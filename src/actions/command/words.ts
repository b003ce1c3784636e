import { type Finding, isBroken } from '../../check/finding.ts';
import type { Outcome } from '../../programme/outcome.ts';
import type { Cost } from '../../programme/programme.ts';
import { nameOf, sessionOf, sessionsToPlace } from '../../review/facts.ts';
import { dayAndYear, dayName } from '../../time/words.ts';
import type { Report } from './report.ts';

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** What each tier counts (rules.md, "Tiers"), in the order in which they are compared. */
const tiers: readonly (readonly [one: string, many: string])[] = [
  ['session that must be held has no place', 'sessions that must be held have no place'],
  ['session that should be held has no place', 'sessions that should be held have no place'],
  ['session is taken by one peer alone', 'sessions are taken by one peer alone'],
  [
    'session is in a stream beyond the usual or in the evening',
    'sessions are in a stream beyond the usual or in the evening',
  ],
  ['session that could be held has no place', 'sessions that could be held have no place'],
  ['point of wishes not met', 'points of wishes not met'],
];

/** The cost in words, tier by tier, those at 0 left out. */
export const costWords = (cost: Cost): string =>
  cost.flatMap((n, i) => (n === 0 ? [] : [counted(n, ...tiers[i]!)])).join('; ') || 'every wish is met';

/** What is proven about the cost; never more than is. */
export function proofWords({ status, cost, bound, gap }: Outcome): string {
  const upTo = (tiersMet: number) => cost.slice(0, tiersMet).every((n, tier) => n <= bound[tier]! + 1e-6);
  if (status === 'impossible') return 'No programme holds every session that must be held: proven.';
  if (status === 'optimal' || upTo(6)) return 'No better programme exists: proven.';
  if (upTo(5)) {
    const points = Math.round((gap ?? cost[5] - bound[5]) * 1000) / 1000;
    return `Nothing more could be placed: proven. At most ${counted(points, 'point')} better is possible.`;
  }
  if (status === 'unfinished')
    return 'No programme that holds every session that must be held was found; that there is none is not proven.';
  return 'This is the best that was found; that there is no better one is not proven.';
}

/** The week that a report is about. */
export const headline = ({ review }: Report): string =>
  `${review.council}, ${dayName(review.week, 1)} to ${dayAndYear(review.week, 5)}`;

/** How the programme stands, in a sentence. */
export function standing({ review, programme, verdict }: Report): string {
  const all = sessionsToPlace(review).length;
  const placed = new Set(programme.placements.map((p) => p.session)).size;
  const held =
    placed === all
      ? `All ${counted(all, 'session')} are placed`
      : `${placed} of ${counted(all, 'session')} are placed`;
  const broken = verdict.broken.length;
  const kept =
    broken === 0
      ? 'every must rule is kept'
      : `must rules are broken ${broken === 1 ? 'once' : `${broken} times`}`;
  return `${held}; ${kept}.`;
}

/** What has no place and why, a session a block. */
export const leftOutWords = ({ review, programme }: Report): readonly string[] =>
  programme.unplaced.flatMap(({ session, because }) => [
    `  ${nameOf(review, session)} (${sessionOf(review, session)?.priority ?? 'session'})`,
    ...because.map((sentence) => `    ${sentence}`),
  ]);

/** What stands in the way of a complete programme, and what would mend it. */
export const conflictWords = ({ conflicts }: Pick<Outcome, 'conflicts'>): readonly string[] =>
  conflicts.flatMap(({ sentence, mends }, i) => [
    `  ${i + 1}. ${sentence}`,
    ...mends.map((mend) => `     ${mend}`),
  ]);

const sections: readonly (readonly [title: string, holds: (f: Finding) => boolean])[] = [
  ['Must rules broken', isBroken],
  ['To settle before it can be approved', (f) => f.kind === 'check' && f.blocksApproval],
  ['To look at', (f) => f.kind === 'check' && !f.blocksApproval],
  ['Exceptions that the review manager granted', (f) => f.kind === 'must' && f.waiver !== undefined],
  ['Wishes not met', (f) => f.kind === 'want'],
];

/** Findings under headings, each with its rule and manual lines. `wants`: the wishes too. */
export function findingWords({ findings }: Report, wants: boolean): readonly string[] {
  return sections.flatMap(([title, holds]) => {
    const own = findings.filter((f) => holds(f) && (wants || f.kind !== 'want'));
    if (own.length === 0) return [];
    return ['', `${title}:`, ...own.map((f) => `  ${f.rule} (${source(f)}${price(f)}): ${f.sentence}`)];
  });
}

const source = ({ manual }: Finding): string =>
  manual.some((m) => /^\d/.test(m)) ? `manual ${manual.join(', ')}` : manual.join(', ');

function price(f: Finding): string {
  if (f.kind !== 'want') return '';
  const points = Math.round(f.points * 1000) / 1000;
  return f.tier === undefined ? `; ${counted(points, 'point')}` : `; ${f.points} in tier ${f.tier}`;
}
