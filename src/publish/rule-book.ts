import { ruleBook } from '../rules/index.ts';
import type { Group, Kind, Part, Rule } from '../rules/rule.ts';

/** What one part of a rule asks, in words. */
export interface RuleBookPart {
  readonly name: string;
  readonly kind: Kind;
  /** `must, waivable`, `want`, `check, blocks approval`. */
  readonly kindInWords: string;
  readonly asks: string;
  /** What a want costs: `4 points each`, `2 points an hour`, `tier 3, one each`; undefined for musts and checks. */
  readonly countsAs?: string;
  /** The name of its weight in a review, where the rule's id alone would change other wants with it. */
  readonly weight?: string;
}

/** A number in a rule that a council may change. */
export interface RuleBookLimit {
  /** Its name in a review: `evening-limit/day`. */
  readonly name: string;
  readonly says: string;
  readonly usual: number;
}

/** One rule, as every page, print and table shows it. */
export interface RuleBookEntry {
  readonly id: string;
  readonly title: string;
  /** Lines of the review manual, in words: `line 1446`, `lines 1454, 840`, `common sense`, `silent`. */
  readonly manual: string;
  readonly parts: readonly RuleBookPart[];
  readonly limits: readonly RuleBookLimit[];
}

/** The rules of one group, in the order of reading. */
export interface RuleBookGroup {
  readonly id: Group;
  readonly title: string;
  readonly rules: readonly RuleBookEntry[];
}

const groupTitles: Readonly<Record<Group, string>> = {
  time: 'Time',
  people: 'People',
  places: 'Places',
  streams: 'Streams',
  agreed: 'Getting it agreed',
};

function kindInWords(part: Part): string {
  if (part.waivable) return `${part.kind}, waivable`;
  return part.blocksApproval ? `${part.kind}, blocks approval` : part.kind;
}

function countsAs(part: Part): string | undefined {
  if (part.kind !== 'want') return undefined;
  if (part.tier !== undefined) return `tier ${part.tier}, one each`;
  return `${part.weight ?? 0} point${part.weight === 1 ? '' : 's'} ${part.per ?? 'each'}`;
}

function toPart(part: Part, { id, parts }: Rule): RuleBookPart {
  const cost = countsAs(part);
  const priced = part.weight !== undefined;
  return {
    name: part.name,
    kind: part.kind,
    kindInWords: kindInWords(part),
    asks: part.asks,
    ...(cost !== undefined && { countsAs: cost }),
    ...(priced && parts.filter((p) => p.weight !== undefined).length > 1 && { weight: `${id}/${part.name}` }),
  };
}

function manualInWords(lines: readonly string[]): string {
  if (!lines.some((line) => /^\d/.test(line))) return lines.join(', ');
  return `${lines.length > 1 || lines[0]!.includes('-') ? 'lines' : 'line'} ${lines.join(', ')}`;
}

/** The rule book as data, group by group in the order of reading: what the `/rules` page draws. */
export function ruleBookGroups(rules: readonly Rule[] = ruleBook): readonly RuleBookGroup[] {
  return (Object.keys(groupTitles) as Group[]).map((id) => ({
    id,
    title: groupTitles[id],
    rules: rules
      .filter((rule) => rule.group === id)
      .map((rule) => ({
        id: rule.id,
        title: rule.title,
        manual: manualInWords(rule.manual),
        parts: rule.parts.map((part) => toPart(part, rule)),
        limits: rule.limits ?? [],
      })),
  }));
}
