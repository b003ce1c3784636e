import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../src/intake/index.ts';
import { readJsonText } from '../../src/intake/json-text.ts';

const lineOf = (text: string): string => {
  const read = readJsonText(text);
  return read.ok ? read.problems.map(problemLine).join('\n') : problemLine(read.problem);
};

describe('text that isn’t JSON gets its line, its column and a way out', () => {
  it.each([
    [
      'cells out of a spreadsheet',
      'name\tjob title\nAnn\tDirector\n',
      'This looks like a table out of a spreadsheet, not JSON. Give the JSON file: { "peerweek": 1, … }.',
    ],
    [
      'a table saved as CSV',
      '\ufeff"name","job title"\r\n"Ann","Director"\r\n',
      'This looks like a table out of a spreadsheet, not JSON. Give the JSON file: { "peerweek": 1, … }.',
    ],
    ['a web page', '<!doctype html>', 'This looks like a web page or XML, not JSON. Give the JSON file.'],
    [
      'no first bracket',
      '"peerweek": 1, "review": {}',
      'line 1, column 11: There is more text after the end of the JSON. Take it out, or look for a bracket that closes too early.',
    ],
    ['nothing', ' \n', 'line 2, column 1: The file is empty. Give a JSON file: { "peerweek": 1, … }.'],
    [
      'a comma too many',
      '{\n  "a": 1,\n}',
      'line 3, column 1: A comma stands before the closing }. Take the comma out.',
    ],
    [
      'a comma too many in a list',
      '[1, ]',
      'line 1, column 5: A comma stands before the closing ]. Take the comma out.',
    ],
    [
      'a comma too few',
      '{ "a": 1\r\n  "b": 2 }',
      'line 2, column 3: "\\"" stands where a comma or a closing } is expected. Give a comma or a closing } here.',
    ],
    [
      'no colon',
      '{ "a" 1 }',
      'line 1, column 7: "1" stands where a colon after "a" is expected. Give a colon after "a" here.',
    ],
    [
      'a name without quotes',
      '{ a: 1 }',
      'line 1, column 3: "a" stands where a field name in double quotes is expected. Give a field name in double quotes here.',
    ],
    [
      'single quotes',
      "{ 'a': 1 }",
      'line 1, column 3: "\'" stands where a field name in double quotes is expected. Use double quotes.',
    ],
    [
      'curly quotes',
      '{ “a”: 1 }',
      'line 1, column 3: "“" stands where a field name in double quotes is expected. Use straight double quotes.',
    ],
    [
      'a comment',
      '{ // all\n}',
      'line 1, column 3: "/" stands where a field name in double quotes is expected. JSON has no comments: take it out.',
    ],
    [
      'a word',
      '{ "a": yes }',
      'line 1, column 8: "yes" stands without quotes. Put texts in double quotes; the only bare words are true, false and null.',
    ],
    [
      'a time without quotes',
      '[09:00]',
      'line 1, column 2: This is not a number as JSON writes one. Put it in double quotes if it is a text; write numbers as 60 or 2.5.',
    ],
    [
      'a text that is not closed',
      '{ "a": "b\n}',
      'line 1, column 8: A text that starts here has no closing quote on its line. Close it with ", and write a line break inside a text as \\n.',
    ],
    [
      'a tab in a text',
      '["a\tb"]',
      'line 1, column 4: A tab or control character stands in a text. Write a tab as \\t.',
    ],
    [
      'a lone backslash',
      '["C:\\peers"]',
      'line 1, column 2: A text that starts here has a backslash before something it can’t stand before. Write a backslash itself as \\\\.',
    ],
    [
      'a file cut short',
      '{ "a": [1,\n 2',
      'line 2, column 3: The file ends too early. The bracket opened on line 1 is not closed. Give the whole file.',
    ],
    [
      'two files in one',
      '{}\n{}',
      'line 2, column 1: There is more text after the end of the JSON. Take it out, or look for a bracket that closes too early.',
    ],
    [
      'a field twice',
      '{ "a": { "b": 1,\n "b": 2 } }',
      'a.b: is given twice; the second time is on line 2. Keep one of the two.',
    ],
    [
      'a field that no object may have',
      '{ "a": { "__proto__": { "admin": true } } }',
      'a.__proto__: is not a name that a field may have. Take it out.',
    ],
    [
      'brackets past counting',
      '['.repeat(1_000_000),
      'line 1, column 42: Brackets are nested more than 40 deep. No field of Peerweek is; look for brackets that are not closed.',
    ],
    [
      'a picture',
      '\u0089PNG',
      'line 1, column 1: "\\u0089" stands where a value is expected. Give a value here.',
    ],
    [
      'far too much',
      ' '.repeat(20_000_001),
      'The file is too large: about 21 MB, where at most 20 MB are read. Give the file of one review.',
    ],
  ])('%s', (_, text, line) => expect(lineOf(text)).toBe(line));
});

describe('JSON is read as JSON.parse reads it', () => {
  // 1. Every value that JSON can hold comes back the same.  2. Of any text at all, both say whether it is JSON.
  it('gives every value back', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 8, noUnicodeString: false }),
        fc.constantFrom(0, 2),
        (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          fc.pre(!text.includes('"__proto__"'));
          expect(readJsonText(text)).toEqual({ ok: true, value: JSON.parse(text), problems: [] });
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it('agrees on what is JSON and what is not', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '"\\n"',
      '\\',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'null',
      ' ',
      '\n',
      'x',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((p) => p.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const ours = readJsonText(text);
        const theirs = (() => {
          try {
            return { value: JSON.parse(text) as unknown };
          } catch {
            return undefined;
          }
        })();
        expect(ours.ok).toBe(theirs !== undefined);
        if (ours.ok && ours.problems.length === 0) expect(ours.value).toEqual(theirs?.value);
      }),
      { seed: 2, numRuns: 5000 },
    );
  });
});
