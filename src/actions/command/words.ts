import { type Finding, isBroken } from '../../check/finding.ts';
import { changeName } from '../../programme/changes.ts';
import type { Outcome } from '../../programme/outcome.ts';
import { counted } from '../../publish/words.ts';
import { nameOf, sessionOf, sessionsToPlace } from '../../review/facts.ts';
import { dayAndYear, dayName } from '../../time/words.ts';
import type { Report } from './report.ts';

/** The week that a report is about. */
export const headline = ({ review }: Pick<Report, 'review'>): string =>
  `${review.council}, ${dayName(review.week, 1)} to ${dayAndYear(review.week, 5)}`;

/** How the programme stands, in a sentence. */
export function standing({ review, programme, verdict }: Report): string {
  const all = sessionsToPlace(review).length;
  const placed = new Set(programme.placements.map((p) => p.session)).size;
  const held =
    all === 0
      ? 'The review has no session to place'
      : placed === all
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
  conflicts.flatMap(({ sentence, mends, because = [], unsure = [] }, i) => [
    `  ${i + 1}. ${sentence}`,
    ...facts(sentence, because).map((fact) => `     - ${fact}`),
    ...mends.map((mend) => `     ${mend}`),
    ...unsure.map((doubt) => `     ${doubt}`),
  ]);

/** What a conflict comes from, where its sentence has not said it all. */
const facts = (sentence: string, because: readonly string[]): readonly string[] =>
  because.filter((fact) => !sentence.toLowerCase().includes(fact.slice(0, -1).toLowerCase()));

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

/** What is other than in the programme that was to be kept, and who has to be told. */
export const changeWords = ({ review, changes = [] }: Report): readonly string[] =>
  changes.length === 0
    ? ['Nothing had to change.']
    : ['What changes, and who has to be told:', ...changes.map((c) => `  ${changeName(review, c)}`)];
