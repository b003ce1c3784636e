import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { drawPaper } from '../../src/publish/draw.ts';
import { sheetNames } from '../../src/publish/excel/sheet-names.ts';
import type { PaperKind } from '../../src/publish/paper/kind-names.ts';
import { makePaper } from '../../src/publish/paper/kinds.ts';
import type { Paper } from '../../src/publish/paper/paper.ts';
import { row, sheet } from '../../src/publish/paper/paper.ts';
import { fileStamp } from '../../src/publish/stamp.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

const review = sampleReview();
const material = {
  review,
  programme: sampleProgramme(),
  findings: check(review, sampleProgramme()),
  stamp: fileStamp(review),
};
const made = (kind: PaperKind): Paper => makePaper(kind, material)!;

/** A paper with one table that says one thing. */
const saying = (text: string): Paper => ({
  ...made('travel'),
  title: text,
  sheets: [
    sheet({
      name: text,
      title: text,
      tables: [
        {
          caption: text,
          corner: text,
          headWidth: 9,
          columns: [{ heading: text, share: 1 }],
          rows: [row(text, text)],
        },
      ],
    }),
  ],
});

const partsOf = (file: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** The elements of a name, each with what is within it; those of Word do not stand within themselves but for tables. */
const elements = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}[ >].*?</${name}>`, 'gs'))].map(([whole]) => whole);

const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join(' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'");

describe('a workbook', () => {
  it('has a sheet a day, each session in a cell of its day, and its version on each', async () => {
    const file = await drawPaper(made('programme'), 'xlsx');
    const sheets = await readXlsxFile(Buffer.from(file));
    expect(sheets.map(({ sheet: name }) => name)).toEqual(made('programme').sheets.map((s) => s.name));
    const texts = sheets.map(({ data }) =>
      data
        .flat()
        .filter((c) => c !== null)
        .map(String),
    );
    const version = `${made('programme').header.draft ? 'Draft. ' : ''}${fileStamp(review).words}`;
    expect(texts.map((t) => t.filter((c) => c === version).length)).toEqual(texts.map(() => 1));
    const titles = sampleProgramme().placements.map(
      (p) => review.sessions.find((s) => s.id === p.session)!.title,
    );
    const first = texts.flat().map((c) => c.split('\n')[0]!.replace(/ {2}\(.*\)$/, ''));
    for (const title of titles) expect([title, first.includes(title)]).toEqual([title, true]);
  });

  it('runs nothing: what looks like a formula is text', async () => {
    const formula = '=HYPERLINK("http://example.test","Click")';
    const file = await drawPaper(saying(formula), 'xlsx');
    expect(Object.values(partsOf(file)).filter((part) => /<f>|<f /.test(part))).toEqual([]);
    const [{ data } = { data: [] }] = await readXlsxFile(Buffer.from(file));
    expect(data.flat().filter((c) => c === formula).length).toBeGreaterThan(3);
  });

  it('prints a day on one page', async () => {
    const parts = partsOf(await drawPaper(made('programme'), 'xlsx'));
    expect(parts['xl/worksheets/sheet1.xml']).toContain(
      'orientation="landscape" fitToWidth="1" fitToHeight="1"',
    );
  });

  it('names its sheets as Excel takes them, each once', () => {
    const names = sheetNames([
      'Room 2.14, Monday [A]/B',
      'x'.repeat(40),
      'x'.repeat(35),
      "'",
      'X'.repeat(31),
      '',
    ]);
    expect(names).toEqual([
      'Room 2.14, Monday A B',
      'x'.repeat(31),
      `${'x'.repeat(27)} (2)`,
      'Sheet',
      `${'X'.repeat(27)} (3)`,
      'Sheet (2)',
    ]);
  });
});

describe('a Word document', () => {
  it('has a section a day, every session, the version on every page, and rows that are whole', async () => {
    const parts = partsOf(await drawPaper(made('programme'), 'docx'));
    const body = parts['word/document.xml']!;
    expect(elements(body, 'w:sectPr')).toHaveLength(5);
    for (const { session } of sampleProgramme().placements)
      expect(wordsOf(body)).toContain(review.sessions.find((s) => s.id === session)!.title);
    const headers = Object.entries(parts).filter(([name]) => /^word\/header\d/.test(name));
    expect(headers.filter(([, xml]) => wordsOf(xml).includes(fileStamp(review).words))).toHaveLength(5);
    for (const table of elements(body, 'w:tbl')) {
      const columns = table.match(/<w:gridCol /g)!.length;
      const rows = elements(table, 'w:tr').map((tr) =>
        elements(tr, 'w:tc').reduce(
          (sum, tc) => sum + Number(/<w:gridSpan w:val="(\d+)"/.exec(tc)?.[1] ?? 1),
          0,
        ),
      );
      expect(rows).toEqual(rows.map(() => columns));
      expect(elements(table, 'w:tr')[0]).toContain('<w:tblHeader');
    }
    expect(body).toContain('w:orient="landscape"');
    expect(parts['word/styles.xml']).toContain('w:lang w:val="en-GB"');
  });

  it('is dated as the version that it shows is, and never with today', async () => {
    const { 'docProps/core.xml': core } = partsOf(await drawPaper(made('week'), 'docx'));
    expect(core!.match(/>\d{4}-[^<]+</g)).toEqual(Array(2).fill(`>${review.editedAt.slice(0, 19)}Z<`));
  });
});

describe('both', () => {
  it('have the same bytes for the same paper', async () => {
    for (const form of ['docx', 'xlsx'] as const) {
      const [one, other] = [await drawPaper(made('travel'), form), await drawPaper(made('travel'), form)];
      expect([form, Buffer.compare(Buffer.from(one), Buffer.from(other))]).toEqual([form, 0]);
    }
  });

  /** 1. Any text gives files whose every part is XML that can be read. 2. What it says is in them. */
  it('survive any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
        const [word, excel] = [
          await drawPaper(saying(`${text}end`), 'docx'),
          await drawPaper(saying(`${text}end`), 'xlsx'),
        ];
        for (const part of [...Object.values(partsOf(word)), ...Object.values(partsOf(excel))]) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML can't hold.
          expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(part)).toBe(false);
        }
        const [{ data } = { data: [] }] = await readXlsxFile(Buffer.from(excel));
        expect(data.flat().some((c) => String(c).endsWith('end'))).toBe(true);
        expect(wordsOf(partsOf(word)['word/document.xml']!)).toContain('end');
      }),
      { numRuns: 15 },
    );
  });
});
