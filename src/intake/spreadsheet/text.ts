import type { Reading } from '../problem.ts';
import { read, trouble } from '../trouble.ts';

/**
 * The text of a file as spreadsheets and e-mail programs write it: UTF-8 or UTF-16 with their marks or without; what is
 * neither is taken for Windows-1252, in which Excel writes “CSV (comma delimited)” in this country.
 */
export function decode(bytes: Uint8Array): Reading<string> {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    text = encoding === 'utf-8' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  }
  // Text has tabs and ends of lines, and next to nothing else that can't be seen.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is counted.
  const unseen = text.slice(0, 4000).match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (unseen > text.slice(0, 4000).length / 50)
    return trouble(
      'This is not a table, nor any text.',
      'Bring in an Excel workbook (.xlsx) or a CSV file, or copy the table and paste it.',
    );
  return read(text);
}

/** What stands at 0x80 to 0x9f, where Windows-1252 has signs and Latin-1 has none. */
const SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Node's own decoder of that name (20, 22) reads Latin-1: the quotation marks and dashes of Excel would be lost. */
const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => SIGNS.charAt(sign.charCodeAt(0) - 0x80));

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: in UTF-16 every other byte of plain writing is nothing.
  const some = bytes.subarray(0, 400);
  const zeros = [0, 0];
  some.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  if (zeros[1]! > some.length / 4 && zeros[0]! < some.length / 50) return 'utf-16le';
  if (zeros[0]! > some.length / 4 && zeros[1]! < some.length / 50) return 'utf-16be';
  return 'utf-8';
}
