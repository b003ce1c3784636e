import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatePlan, generateReview } from '../../fixtures/generate.ts';
import { check } from '../../src/check/check.ts';
import { readProgramme } from '../../src/intake/index.ts';
import type { PaperKind } from '../../src/publish/paper/kind-names.ts';
import { makePaper } from '../../src/publish/paper/kinds.ts';
import { plain, row, sheet } from '../../src/publish/paper/paper.ts';
import { dayPaper } from '../../src/publish/paper/programme.ts';
import { drawPdf, fittings } from '../../src/publish/pdf/pdf.ts';
import { fileStamp } from '../../src/publish/stamp.ts';
import type { Review } from '../../src/review/review.ts';
import { needs } from '../support/needs.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

const whose: Partial<Record<PaperKind, string>> = {
  day: '1',
  peer: 'health',
  contact: 'priya-shah',
  room: 'hall',
  signs: 'hall',
};

const materialOf = (review: Review) => ({
  review,
  programme: sampleProgramme(),
  findings: check(review, sampleProgramme()),
  stamp: fileStamp(review),
});

needs('poppler').describe('a PDF', () => {
  let folder: string;
  const file = (): string => join(folder, 'paper.pdf');
  const ask = (tool: 'pdffonts' | 'pdfinfo' | 'pdftotext', ...args: readonly string[]): string =>
    execFileSync(tool, args, { encoding: 'utf8' });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'peerweek-pdf-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const drawn = async (kind: PaperKind, review = sampleReview(), who = ''): Promise<Uint8Array> => {
    const bytes = await drawPdf(makePaper(kind, materialOf(review), who)!);
    writeFileSync(file(), bytes);
    return bytes;
  };

  it.each(['day', 'week', 'contact', 'signs', 'reception', 'annex'] as const)(
    'of every kind is tagged, and has a title and a language: %s',
    async (kind) => {
      const text = Buffer.from(await drawn(kind, sampleReview(), whose[kind] ?? '')).toString('latin1');
      const info = ask('pdfinfo', file());
      expect([/^Tagged: +yes$/m.test(info), /^Title: +Sample/m.test(info)]).toEqual([true, true]);
      // PDF/UA-1 in its metadata, the language, and a title to be shown instead of the file's name.
      expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(text).toMatch(/\/Lang \(en-GB\)/);
      expect(text).toMatch(/\/DisplayDocTitle true/);
    },
  );

  it('of the programme has a day on a page, and heads its rows and columns for a screen reader', async () => {
    await drawn('programme');
    expect(ask('pdfinfo', file())).toMatch(/^Pages: +5$/m);
    const structure = ask('pdfinfo', '-struct-text', file());
    expect(structure.match(/\/Scope \/Column/g)!.length).toBeGreaterThan(14);
    expect(structure.match(/\/Scope \/Row/g)!.length).toBeGreaterThan(30);
    expect(structure).toContain('"Day 1: Monday 23 March "');
  });

  describe('of a week of 80 sessions, four streams and twelve peers', () => {
    const options = { size: 'L', tightness: 'tight', seed: 7 } as const;
    const review = generateReview(options);
    const reading = readProgramme(JSON.stringify(generatePlan(options)), review);
    if (!reading.ok) throw new Error('The generated programme can’t be read.');
    const programme = reading.value;
    const week = { review, programme, findings: check(review, programme), stamp: fileStamp(review) };
    const pagesOf: Readonly<Record<string, number>> = {
      programme: 5,
      week: 1,
      peer: review.peers.length,
      agenda: 1,
    };

    it.each(['programme', 'week', 'peer', 'signs', 'reception', 'agenda', 'annex'] as const)(
      'is within its pages, in letters that can be read and fonts of its own: %s',
      async (kind) => {
        const paper = makePaper(kind, week)!;
        writeFileSync(file(), await drawPdf(paper));
        const pages = pagesOf[kind] ?? (kind === 'signs' ? paper.sheets.length : undefined);
        const counted = Number(/^Pages: +(\d+)$/m.exec(ask('pdfinfo', file()))?.[1]);
        expect(counted).toBe(pages ?? counted);
        // Every line of a font: its name, then whether it is embedded, a subset, and can be read as text.
        const fonts = ask('pdffonts', file()).trim().split('\n').slice(2);
        expect(fonts.length).toBeGreaterThan(1);
        expect(fonts.filter((line) => !/ yes yes yes +\d+ +0$/.test(line))).toEqual([]);
        const boxes = ask('pdftotext', '-bbox', file(), '-').split('<page ').slice(1);
        const number = (text: string, name: string) =>
          Number(new RegExp(`${name}="([\\d.-]+)"`).exec(text)?.[1]);
        const outside = boxes.flatMap((page) =>
          [...page.matchAll(/<word [^>]*>/g)].filter(
            ([word]) =>
              number(word, 'xMin') < 28 ||
              number(word, 'yMin') < 27 ||
              number(word, 'xMax') > number(page, 'width') - 28 ||
              number(word, 'yMax') > number(page, 'height') - 26,
          ),
        );
        expect(outside.map(([word]) => word)).toEqual([]);
        expect(fittings(paper).filter(({ points }) => points < 8.5)).toEqual([]);
      },
    );
  });

  it('says on each page which version it is and when that was made, and never what time it is now', async () => {
    await drawn('programme');
    const pages = ask('pdftotext', '-raw', file(), '-')
      .split('\f')
      .filter((page) => page.trim() !== '');
    const version = fileStamp(sampleReview()).words;
    expect(pages.map((page) => page.split(version).length - 1)).toEqual(pages.map(() => 2));
    expect(ask('pdfinfo', '-isodates', file())).toContain(
      `CreationDate:    ${sampleReview().editedAt.slice(0, 19)}`,
    );
  });

  it('of the same paper has the same bytes', async () => {
    const [one, other] = [await drawn('travel'), await drawn('travel')];
    expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0);
  });

  it('keeps a day on one page and everything that is said, whoever is called what', async () => {
    const review = sampleReview();
    const long = 'Extraordinarily-long-double-barrelled-name '.repeat(3).trim();
    const wordy = {
      ...review,
      contacts: review.contacts.map((c) => ({ ...c, name: `${c.name} ${long}`, jobTitle: long })),
    };
    writeFileSync(file(), await drawPdf(dayPaper(materialOf(wordy), '2')!));
    expect(ask('pdfinfo', file())).toMatch(/^Pages: +1$/m);
  });

  it('shows Greek, Polish, Hebrew and Arabic letters, and says what no font has', async () => {
    const review = sampleReview();
    const names = ['Zażółć Gęślą', 'Γιώργος Παπαδόπουλος', 'שרה כהן', 'محمد علي', '😀 Smith'];
    const contacts = review.contacts.map((c, n) => ({ ...c, name: names[n] ?? c.name }));
    await drawn('contact', { ...review, contacts }, contacts[4]!.id);
    expect(ask('pdftotext', '-raw', file(), '-')).toContain('😀 Smith');
    for (const [n, name] of names.slice(0, 4).entries()) {
      await drawn('contact', { ...review, contacts }, contacts[n]!.id);
      const text = ask('pdftotext', '-raw', file(), '-').normalize('NFKC');
      for (const word of name.split(' ')) expect(text).toContain(word);
    }
  });

  /**
   * 1. Any text at all gives a PDF that opens. 2. Nothing is lost but what can't be seen.
   */
  it('can be made of any text', async () => {
    const review = sampleReview();
    const header = makePaper('travel', materialOf(review))!.header;
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'grapheme' }),
        async (a, b) => {
          const table = {
            caption: a,
            corner: b,
            headWidth: 9,
            columns: [{ heading: a, share: 1 }],
            rows: [row(b, a)],
          };
          const sheets = [sheet({ name: a, title: b, lead: a, tables: [table], notes: [b, plain(a).text] })];
          writeFileSync(file(), await drawPdf({ title: a, header, at: review.editedAt, sheets }));
          expect(ask('pdfinfo', file())).toMatch(/^Pages: +\d+$/m);
        },
      ),
      { numRuns: 8 },
    );
  });
});
