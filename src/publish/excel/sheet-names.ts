import { xmlText } from '../xml-text.ts';

/** Excel’s own limit. */
const longest = 31;

/** Names that Excel takes: short, none twice, and without the signs that it keeps for itself. */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      [...xmlText(name).replace(/[\\/?*[\]:\s]+/g, ' ')]
        .slice(0, longest)
        .join('')
        .replace(/^[' ]+|[' ]+$/g, '') || 'Sheet';
    let free = plain.slice(0, longest);
    for (let n = 2; taken.has(free.toLowerCase()); n++) {
      const number = ` (${n})`;
      free = `${plain.slice(0, longest - number.length)}${number}`;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}
