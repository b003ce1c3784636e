import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import type { Finding } from '../../../src/check/finding.ts';
import { type PaidLine, type PaidTier, paidFor } from '../../../src/check/paid.ts';
import { tierTitles } from '../../../src/publish/proof-words.ts';
import { ruleBookGroups } from '../../../src/publish/rule-book.ts';
import { counted, listed } from '../../../src/publish/words.ts';
import { nameOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { dayOf } from '../../../src/time/span.ts';
import { instantDay, spanName, weekday } from '../../../src/time/words.ts';
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

/** Tenths, so that what is shown adds up to what is shown. */
const step = 0.1;

const sumOf = (lines: readonly PaidLine[]): number =>
  tenth(lines.reduce((sum, line) => sum + line.amount, 0));

/** `4 points`; of a tier that is compared before any points, how many. */
const priceOf = (tier: number, lines: readonly PaidLine[]): string =>
  tier === 6 ? counted(sumOf(lines), 'point') : `${counted(sumOf(lines), 'session')}, before all points`;

/** `Manual line 1446`; what the manual does not say is said so. */
const manualWords = (manual: string): string =>
  manual === 'silent' ? 'The manual is silent' : manual.startsWith('line') ? `Manual ${manual}` : manual;

/** The lines of a tier by what is paid for: a rule, or sessions that have no place. The dearest first. */
function byPayee({ lines }: PaidTier): readonly (readonly [rule: string, lines: readonly PaidLine[]])[] {
  const rules = new Map<string, PaidLine[]>();
  for (const line of lines) rules.set(line.rule ?? '', [...(rules.get(line.rule ?? '') ?? []), line]);
  return [...rules].sort(([, a], [, b]) => sumOf(b) - sumOf(a));
}

/** What the draft costs, tier by tier and rule by rule, the best possible beside it where it is proven. */
function costView({ review }: OpenReview, draft: Draft, paid: readonly PaidTier[]) {
  const bound = draft.behind ? undefined : draft.programme.bound;
  const rules = ruleWords();
  return {
    proof: provenOf(draft),
    bounded: bound !== undefined,
    tiers: paid.map((tier, n) => ({
      what: tierTitles[n]!,
      figure: String(tier.total),
      best: bound === undefined ? '' : String(Math.ceil(bound[n]! - 1e-6)),
      parts: byPayee(tier).map(([rule, lines]) => ({
        what: rule === '' ? 'No place' : (rules.get(rule)?.title ?? rule),
        href: rule === '' ? addresses.leftOut(review.id) : `#paid-${rule}`,
        times: counted(lines.length, 'time'),
        figure: String(sumOf(lines)),
      })),
    })),
  };
}

/** Whom and where a line is about, as far as its sentence has not said it. */
function aboutWords(review: Review, { who, where, when, sentence }: PaidLine): string {
  const names = who.map((id) => nameOf(review, id)).filter((name) => !sentence.includes(name));
  const place = where === undefined ? '' : nameOf(review, where);
  return [
    listed(names),
    sentence.includes(place) ? '' : place,
    when === undefined || sentence.includes(weekday(review.week, dayOf(when.from)))
      ? ''
      : spanName(review.week, when),
  ]
    .filter(Boolean)
    .join('; ');
}

/** Everything paid beyond sessions left out: each rule with its sum, each line with its amount. */
function wishesView(review: Review, paid: readonly PaidTier[]) {
  const rules = ruleWords();
  return paid.flatMap((tier) =>
    byPayee(tier)
      .filter(([rule]) => rule !== '')
      .map(([rule, lines]) => ({
        id: `paid-${rule}`,
        title: rules.get(rule)?.title ?? rule,
        href: addresses.rule(rule),
        manual: manualWords(rules.get(rule)?.manual ?? ''),
        price: priceOf(tier.tier, lines),
        findings: lines.map((line) => ({
          sentence: line.sentence,
          price: lines.length > 1 ? String(line.amount) : '',
          agreed: aboutWords(review, line),
        })),
      })),
  );
}

/** The findings of each rule together, the rule of the worst finding first. */
function byRule(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const rules = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const list = rules.get(finding.rule);
    if (list) list.push(finding);
    else rules.set(finding.rule, [finding]);
  }
  return [...rules.values()];
}

function rulesView(review: Review, findings: readonly Finding[]) {
  const rules = ruleWords();
  return byRule(findings).map((ofRule) => {
    const [{ rule }] = ofRule;
    return {
      id: '',
      title: rules.get(rule)?.title ?? rule,
      href: addresses.rule(rule),
      manual: manualWords(rules.get(rule)?.manual ?? ''),
      price: '',
      findings: ofRule.map(({ sentence, waiver }) => ({
        sentence,
        price: '',
        agreed: waiver
          ? `Agreed by ${waiver.by} on ${instantDay(review.week, waiver.at)}: ${waiver.because}`
          : '',
      })),
    };
  });
}

/** Everything that the rule book says of the draft, worst first, and what each point is paid for. */
export function findingsView(open: OpenReview) {
  const { review, draft, findings } = open;
  const paid = draft ? paidFor(review, draft.programme, findings, step) : [];
  const of = (group: Group) => findings.filter((f) => groupOf(f) === group);
  return {
    isBuilt: draft !== undefined,
    cost: draft ? costView(open, draft, paid) : null,
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
        rules: group === 'wishes' ? wishesView(review, paid) : rulesView(review, of(group)),
      })),
  };
}
