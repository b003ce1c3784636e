import type { Problem } from './problem.ts';

/** What a file holds: its text, or why it has none that can be read. */
export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Problem };

/** First bytes of what people send by mistake: Excel, Word and zip files, and PDF. */
const others: readonly (readonly [start: string, name: string])[] = [
  ['PK\x03\x04', 'a spreadsheet, a Word document or a zip file'],
  ['\xd0\xcf\x11\xe0', 'an old spreadsheet or Word document'],
  ['%PDF', 'a PDF'],
];

const trouble = (what: string, mend: string): FileText => ({ ok: false, problem: { path: '', what, mend } });

/**
 * The text of a file as editors write it: UTF-8, or UTF-16 with or without a byte order mark (JSON starts with a
 * plain character, so that a zero byte beside it tells which way round).
 */
export function textOf(bytes: Uint8Array): FileText {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  const other = others.find(([magic]) => start.startsWith(magic));
  if (other)
    return trouble(`This is ${other[1]}, not JSON.`, 'Give the JSON file, whose name ends in .json.');
  try {
    return { ok: true, text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
  } catch {
    return trouble('This is not text in UTF-8.', 'Save it again as plain text, with the encoding UTF-8.');
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}
