import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import type { Finding } from '../../../src/check/finding.ts';
import { tierTitles } from '../../../src/publish/proof-words.ts';
import { ruleBookGroups } from '../../../src/publish/rule-book.ts';
import { counted } from '../../../src/publish/words.ts';
import { instantDay } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { provenOf } from '../../proven-of.ts';

const groups = ['broken', 'blocking', 'look', 'agreed', 'wishes'] as const;
type Group = (typeof groups)[number];

const groupWords: Readonly<Record<Group, { readonly title: string; readonly lead: string }>> = {
  broken: {
    title: 'Must be put right',
    lead: 'A programme that breaks one of these is not valid.',
  },
  blocking: {
    title: 'To settle before approval',
    lead: 'The programme can’t be approved while one of these stands.',
  },
  look: { title: 'To look at', lead: 'Warnings: they stand in the way of nothing.' },
  agreed: {
    title: 'Exceptions agreed',
    lead: 'Rules that are not kept, with the review manager’s recorded agreement.',
  },
  wishes: {
    title: 'Wishes not met',
    lead: 'What could be better, dearest first. Each costs points; fewer points are better.',
  },
};

function groupOf(finding: Finding): Group {
  if (finding.kind === 'must') return finding.waiver ? 'agreed' : 'broken';
  if (finding.kind === 'check') return finding.blocksApproval ? 'blocking' : 'look';
  return 'wishes';
}

/** Titles and manual lines of the rules, by their ids. */
const ruleWords = (): ReadonlyMap<string, { readonly title: string; readonly manual: string }> =>
  new Map(ruleBookGroups().flatMap((group) => group.rules.map((rule) => [rule.id, rule] as const)));

const tenth = (points: number): number => Math.round(points * 10) / 10;

/** `4 points`; of a tier that is compared before any points, how many. */
function priceOf(findings: readonly Finding[]): string {
  const total = findings.reduce((sum, f) => sum + f.points, 0);
  return findings[0]?.tier === undefined
    ? counted(tenth(total), 'point')
    : `${counted(total, 'session')}, before all points`;
}

/** `Manual line 1446`; what the manual does not say is said so. */
const manualWords = (manual: string): string =>
  manual === 'silent' ? 'The manual is silent' : manual.startsWith('line') ? `Manual ${manual}` : manual;

/** What the draft costs, tier by tier, the best possible beside it where it is proven. */
function costView(draft: Draft) {
  const { cost } = draft.verdict;
  const bound = draft.behind ? undefined : draft.programme.bound;
  return {
    proof: provenOf(draft),
    bounded: bound !== undefined,
    tiers: tierTitles.map((what, tier) => ({
      what,
      figure: String(tenth(cost[tier]!)),
      best: bound === undefined ? '' : String(Math.ceil(bound[tier]! - 1e-6)),
    })),
  };
}

/** The findings of each rule together: the rule of the worst finding first or, where they cost, the dearest rule. */
function byRule(
  findings: readonly Finding[],
  priced: boolean,
): readonly (readonly [Finding, ...Finding[]])[] {
  const rules = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const list = rules.get(finding.rule);
    if (list) list.push(finding);
    else rules.set(finding.rule, [finding]);
  }
  const lists = [...rules.values()];
  if (!priced) return lists;
  const total = (list: readonly Finding[]) => list.reduce((sum, f) => sum + f.points, 0);
  return lists.sort((a, b) => (a[0].tier ?? 6) - (b[0].tier ?? 6) || total(b) - total(a));
}

/** Everything that the rule book says of the draft, worst first. */
export function findingsView({ review, draft, findings }: OpenReview) {
  const rules = ruleWords();
  const of = (group: Group) => findings.filter((f) => groupOf(f) === group);
  return {
    isBuilt: draft !== undefined,
    cost: draft ? costView(draft) : null,
    counts: groups
      .filter((group) => group !== 'agreed' || of(group).length > 0)
      .map((group) => ({
        text: groupWords[group].title,
        href: of(group).length > 0 ? `#${group}` : '',
        count: String(of(group).length),
        hot: group === 'broken' && of(group).length > 0,
      })),
    groups: groups
      .filter((group) => of(group).length > 0)
      .map((group) => ({
        id: group,
        ...groupWords[group],
        rules: byRule(of(group), group === 'wishes').map((ofRule) => {
          const [first] = ofRule;
          const rule = first.rule;
          return {
            title: rules.get(rule)?.title ?? rule,
            href: addresses.rule(rule),
            manual: manualWords(rules.get(rule)?.manual ?? ''),
            price: group === 'wishes' ? priceOf(ofRule) : '',
            findings: ofRule.map((finding) => ({
              sentence: finding.sentence,
              price: group === 'wishes' && ofRule.length > 1 ? String(tenth(finding.points)) : '',
              agreed: finding.waiver
                ? `Agreed by ${finding.waiver.by} on ${instantDay(review.week, finding.waiver.at)}: ${finding.waiver.because}`
                : '',
            })),
          };
        }),
      })),
  };
}
