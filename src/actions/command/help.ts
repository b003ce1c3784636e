import { type Face, usageOf } from './arguments.ts';

/** What `peerweek --help` shows: every command, its usage and what it does. */
export function helpText(faces: readonly Face[]): string {
  const commands = faces.flatMap((face) => [`  peerweek ${usageOf(face)}`, `      ${face.means}`]);
  return `${[
    'Peerweek builds the five-day programme of a children’s safeguarding peer review.',
    '',
    ...commands,
    '',
    '  peerweek COMMAND --help shows what the options of a command mean; peerweek --version, the version.',
    '',
    'A review and a programme are each a JSON file. What a command answers with:',
    '  0  good: every must rule is kept and every must session placed (check: no must rule is broken)',
    '  2  the input has problems: each on a line of its own, with its path in the file',
    '  3  not good; what was found is written all the same, with what stands in the way',
    '  1  anything else',
  ].join('\n')}\n`;
}

/** What `peerweek COMMAND --help` shows. */
export function commandHelp(face: Face): string {
  const options = Object.entries(face.options).map(
    ([name, { value, means }]) => [[`--${name}`, value].filter(Boolean).join(' '), means] as const,
  );
  const width = Math.max(0, ...options.map(([option]) => option.length));
  return `${[
    `peerweek ${usageOf(face)}`,
    face.means,
    ...(options.length > 0 ? [''] : []),
    ...options.map(([option, means]) => `  ${option.padEnd(width)}  ${means}`),
  ].join('\n')}\n`;
}
