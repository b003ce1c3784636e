import type { Finding } from '../../check/finding.ts';
import { nameOf } from '../../review/facts.ts';
import { instantDay, spanName } from '../../time/words.ts';
import { ruleBookGroups } from '../rule-book.ts';
import { counted } from '../words.ts';
import { type Material, paperOf } from './material.ts';
import { cell, type Paper, plain, quiet, row, type Sheet, sheet, type Table } from './paper.ts';

const titles = (): ReadonlyMap<string, string> =>
  new Map(ruleBookGroups().flatMap((group) => group.rules.map((rule) => [rule.id, rule.title])));

const manualWords = (manual: string): string => (manual === 'silent' ? 'The manual is silent' : manual);

/** The exceptions that the review manager granted: which rule, about what, who, when and why. */
function waiversTable({ review }: Material, of: ReadonlyMap<string, string>): readonly Table[] {
  if (review.waivers.length === 0) return [];
  return [
    {
      caption: 'Exceptions agreed',
      corner: 'Rule',
      headWidth: 20,
      columns: [
        { heading: 'About', share: 1 },
        { heading: 'Agreed by', share: 1 },
        { heading: 'Because', share: 2 },
      ],
      rows: review.waivers.map((w) =>
        row(
          of.get(w.rule) ?? w.rule,
          nameOf(review, w.about),
          `${w.by}, ${instantDay(review.week, w.at)}`,
          w.because,
        ),
      ),
    },
  ];
}

const priceWords = (finding: Finding): string =>
  finding.kind !== 'want'
    ? ''
    : finding.tier === undefined
      ? counted(Math.round(finding.points * 10) / 10, 'point')
      : counted(finding.points, 'session');

function findingsTable(
  { review }: Material,
  of: ReadonlyMap<string, string>,
  caption: string,
  findings: readonly Finding[],
): readonly Table[] {
  if (findings.length === 0) return [];
  return [
    {
      caption,
      corner: 'Rule',
      headWidth: 20,
      columns: [
        { heading: 'What there is to say', share: 3 },
        { heading: 'When', share: 1.2 },
        { heading: 'Costs', share: 0.6 },
      ],
      rows: findings.map((f) =>
        row(of.get(f.rule) ?? f.rule, f.sentence, f.when ? spanName(review.week, f.when) : '', priceWords(f)),
      ),
    },
  ];
}

/** How a rule stands, in a word and in what is counted. */
function standing(findings: readonly Finding[]): string {
  const broken = findings.filter((f) => f.kind === 'must' && f.waiver === undefined).length;
  const waived = findings.filter((f) => f.kind === 'must' && f.waiver !== undefined).length;
  const checks = findings.filter((f) => f.kind === 'check').length;
  const wants = findings.filter((f) => f.kind === 'want').length;
  const said = [
    broken > 0 ? `Broken, ${counted(broken, 'time')}` : '',
    waived > 0 ? counted(waived, 'exception agreed', 'exceptions agreed') : '',
    checks > 0 ? `${counted(checks, 'thing')} to look at` : '',
    wants > 0 ? counted(wants, 'wish not met', 'wishes not met') : '',
  ].filter((text) => text !== '');
  return said.length === 0 ? 'Kept' : said.join('; ');
}

const ruleTables = ({ findings }: Material): readonly Table[] =>
  ruleBookGroups().map((group) => ({
    caption: `Every rule: ${group.title.toLowerCase()}`,
    corner: 'Rule',
    headWidth: 20,
    columns: [
      { heading: 'What it asks', share: 3 },
      { heading: 'In the manual', share: 1 },
      { heading: 'How it stands', share: 1 },
    ],
    rows: group.rules.map((rule) =>
      row(
        rule.title,
        cell(...rule.parts.map((part) => plain(`${part.asks} (${part.kindInWords})`)), quiet(rule.id)),
        manualWords(rule.manual),
        standing(findings.filter((f) => f.rule === rule.id)),
      ),
    ),
  }));

/** The rule report: what the rule book finds, the exceptions agreed, and every rule with how it stands. */
export function annexSheet(material: Material): Sheet {
  const of = titles();
  const { findings } = material;
  const broken = findings.filter((f) => f.kind === 'must' && f.waiver === undefined);
  const checks = findings.filter((f) => f.kind === 'check');
  const wants = findings.filter((f) => f.kind === 'want');
  return sheet({
    name: 'Rule report',
    landscape: true,
    title: 'Annex: the rules, and how this programme keeps them',
    lead:
      broken.length === 0
        ? 'Every rule that must be kept is kept, or has an exception that was agreed.'
        : `${counted(broken.length, 'rule that must be kept is', 'things that must be kept are')} not kept.`,
    tables: [
      ...waiversTable(material, of),
      ...findingsTable(material, of, 'Must be put right', broken),
      ...findingsTable(material, of, 'To look at', checks),
      ...findingsTable(material, of, 'Wishes not met', wants),
      ...ruleTables(material),
    ],
    text: { largest: 9, smallest: 9, onePage: false },
  });
}

export const annexPaper = (material: Material): Paper =>
  paperOf(material, 'rule report', [annexSheet(material)], 'rule report and exceptions');
