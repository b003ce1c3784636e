import type { Problem } from './problem.ts';

/** The start of a field, as in a file whose first bracket is missing. */
const FIELD = /^"[^"]*"\s*:/;

/**
 * Says what a text that can't be read as JSON is, where it was not meant as JSON at all: a table out of a spreadsheet,
 * a web page. Undefined where its own slips are worth telling.
 */
export function notJson(text: string): Problem | undefined {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (/^[[{]/.test(start) || FIELD.test(start)) return undefined;
  if (start.startsWith('<'))
    return { path: '', what: 'This looks like a web page or XML, not JSON.', mend: 'Give the JSON file.' };
  const [first = ''] = start.split(/\r\n|\n|\r/, 1);
  const cells = first.split(/[\t;,]/);
  if (cells.length < 2 || /[[\]{}]/.test(first)) return undefined;
  return {
    path: '',
    what: 'This looks like a table out of a spreadsheet, not JSON.',
    mend: 'Give the JSON file: { "peerweek": 1, … }.',
  };
}
