import { type RuleBookGroup, type RuleBookLimit, type RuleBookPart, ruleBookGroups } from './rule-book.ts';

const WIDTH = 100;

/** Breaks a sentence into lines of at most `WIDTH` characters, each after the first indented. */
function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}

const cost = ({ countsAs, weight }: RuleBookPart): string =>
  countsAs === undefined ? '' : ` (${countsAs}${weight === undefined ? '' : `: ${weight}`})`;

const limitLine = ({ name, says, usual }: RuleBookLimit): string =>
  `limit ${name}: ${says} (${usual}, unless changed)`;

/** The rule book in plain text, for `peerweek rules`. Ends with a line feed. */
export function ruleBookText(groups: readonly RuleBookGroup[] = ruleBookGroups()): string {
  const blocks = groups.flatMap((group) => [
    `${group.title}\n${'='.repeat(group.title.length)}`,
    ...group.rules.map((rule) =>
      [
        `${rule.id}: ${rule.title} (manual ${rule.manual})`,
        ...rule.parts.map((part) => `  ${wrapped(`${part.kindInWords}: ${part.asks}${cost(part)}`, '    ')}`),
        ...rule.limits.map((limit) => `  ${wrapped(limitLine(limit), '    ')}`),
      ].join('\n'),
    ),
  ]);
  return `${blocks.join('\n\n')}\n`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The rule book as Markdown, a table a group, a row for each part: what the README holds between its markers. */
export function ruleBookMarkdown(groups: readonly RuleBookGroup[] = ruleBookGroups()): string {
  return groups
    .map((group) =>
      [
        `### ${group.title}`,
        '',
        '| rule | kind | what it asks | counts as | manual |',
        '| --- | --- | --- | --- | --- |',
        ...group.rules.flatMap((rule) => [
          ...rule.parts.map((part, i) =>
            [
              i === 0 ? `| \`${rule.id}\`` : '|',
              part.kindInWords,
              cell(part.asks),
              `${part.countsAs ?? ''}${part.weight === undefined ? '' : ` (\`${part.weight}\`)`}`,
              i === 0 ? `${rule.manual.replace(/^lines? /, '')} |` : '|',
            ].join(' | '),
          ),
          ...rule.limits.map(
            ({ name, says, usual }) => `| | limit \`${name}\` | ${cell(says)} | ${usual}, unless changed | |`,
          ),
        ]),
      ].join('\n'),
    )
    .join('\n\n');
}

const OPEN = '<!-- rules -->';
const CLOSE = '<!-- /rules -->';

/**
 * A document with the rule book between its markers `<!-- rules -->` and `<!-- /rules -->`; undefined where it has
 * no such markers.
 */
export function withRuleBook(document: string, book: string = ruleBookMarkdown()): string | undefined {
  const [from, to] = [document.indexOf(OPEN), document.indexOf(CLOSE)];
  if (from < 0 || to < from) return undefined;
  return `${document.slice(0, from + OPEN.length)}\n\n${book}\n\n${document.slice(to)}`;
}
