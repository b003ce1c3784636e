import { type RuleBookPart, ruleBookGroups } from '../../../src/publish/rule-book.ts';
import type { Kind } from '../../../src/rules/rule.ts';

const kindTags: Readonly<Record<Kind, { readonly text: string; readonly classes: string }>> = {
  must: { text: 'Must', classes: 'govuk-tag--red' },
  check: { text: 'Check', classes: 'govuk-tag--yellow' },
  want: { text: 'Want', classes: 'govuk-tag--blue' },
};

const partView = ({ kind, kindInWords, asks, countsAs, weight }: RuleBookPart) => ({
  tag: kindTags[kind],
  asks,
  // `must, waivable` without its first word, which the tag says.
  more: [kindInWords.split(', ').slice(1).join(', '), countsAs ?? '', weight ?? '']
    .filter(Boolean)
    .join('; '),
});

/** The rule book, group by group. */
export const rulesView = () => ({
  groups: ruleBookGroups()
    .filter((group) => group.rules.length > 0)
    .map((group) => ({
      id: `group-${group.id}`,
      title: group.title,
      rules: group.rules.map((rule) => ({
        id: rule.id,
        title: rule.title,
        manual: rule.manual,
        parts: rule.parts.map(partView),
        limits: rule.limits.map(({ name, says, usual }) => ({ name, says, usual: String(usual) })),
      })),
    })),
});
