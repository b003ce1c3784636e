import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/intake/bytes.ts';

const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

describe('the text of a file', () => {
  const text = '{ "name": "Zoë O’Hara" }';

  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16', utf16le(`\ufeff${text}`)],
    ['UTF-16 without a byte order mark', utf16le(text)],
    ['UTF-16 the other way round', utf16be(`\ufeff${text}`)],
    ['UTF-16 the other way round, without a byte order mark', utf16be(text)],
  ])('%s', (_, bytes) => expect(textOf(bytes)).toEqual({ ok: true, text }));

  it.each([
    ['nothing', new Uint8Array(), ''],
    ['one letter', Uint8Array.of(0x7b), '{'],
  ])('%s', (_, bytes, read) => expect(textOf(bytes)).toEqual({ ok: true, text: read }));

  it.each([
    ['Windows-1252', Buffer.from(text.replace('’', "'"), 'latin1'), 'This is not text in UTF-8.'],
    ['half a character of UTF-16', utf16le(text).subarray(0, 5), 'This is not text in UTF-8.'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'This is a PDF, not JSON.'],
    [
      'an old workbook',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
      'This is an old spreadsheet or Word document, not JSON.',
    ],
  ])('%s is refused', (_, bytes, what) =>
    expect(textOf(bytes)).toMatchObject({ ok: false, problem: { path: '', what } }),
  );
});
