import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { contactSheet, personSheet, roomSheet } from '../../src/publish/page/person.ts';
import { printablePage } from '../../src/publish/page/programme.ts';
import { weekPage } from '../../src/publish/page/week.ts';
import { versionWords } from '../../src/publish/words.ts';
import type { Review } from '../../src/review/review.ts';
import { dayOf } from '../../src/time/span.ts';
import { openBrowser } from '../support/browser.ts';
import { printedProgramme, reviewFixture } from '../support/fixtures.ts';
import { needs } from '../support/needs.ts';
import { offGridProgramme, sampleProgramme, sampleReview } from '../support/sample-week.ts';

const poppler = (tool: 'pdfinfo' | 'pdftotext', ...args: readonly string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8' });

/** A review whose every line is as long as such lines get, with findings' and locks' marks. */
const wordy = (): Review => {
  const review = sampleReview();
  return {
    ...review,
    council: 'The Metropolitan Borough Council of Sampleshire and Sampleton-upon-Water',
    contacts: review.contacts.map((c) => ({
      ...c,
      jobTitle: `${c.jobTitle}, children, young people and families directorate`,
      office: { site: 'civic-centre', name: 'Civic Centre, second floor, north wing, room 2.31', access: [] },
    })),
    locks: review.sessions.map((s) => ({
      session: s.id,
      time: true,
      place: true,
      peers: false,
      by: 'Tom',
      because: 'Agreed',
    })),
  };
};

needs('chromium', 'poppler').describe('printed from a real Chromium', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'peerweek-print-'));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Prints a page that has no server behind it; gives its sheets' size in points and their texts, a page each. */
  async function print(html: string): Promise<{ sizes: readonly string[]; pages: readonly string[] }> {
    const [file, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(file, html);
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`file://${file}`);
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    await page.close();
    expect(asked).toEqual([`file://${file}`]);
    const info = poppler('pdfinfo', '-f', '1', '-l', '99', pdf);
    const sizes = new Set(
      [...info.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(
        (m) => `${Math.round(Number(m[1]))} x ${Math.round(Number(m[2]))}`,
      ),
    );
    const text = poppler('pdftotext', '-raw', pdf, '-');
    return {
      sizes: [...sizes],
      pages: text
        .split('\f')
        .slice(0, -1)
        .map((t) => t.replace(/\s+/g, ' ')),
    };
  }

  // A4; A3 where A4 has no room for letters that can be read.
  const landscape = ['842 x 595'];
  const portrait = ['595 x 842'];
  const wide = [...landscape, '1191 x 842'];
  const tall = [...portrait, '842 x 1191'];

  const manualsOwn = reviewFixture('appendix-11');
  const programmes: readonly (readonly [string, Review, Programme])[] = [
    ['the sample week', sampleReview(), sampleProgramme()],
    ['a hand-made week off the grid', sampleReview(), offGridProgramme()],
    ['a week of long names and many marks', wordy(), sampleProgramme()],
    ['the manual’s own timetable (manual 1561-1625)', manualsOwn, printedProgramme(manualsOwn)],
  ];

  it.each(programmes)(
    'each day is one landscape page and no session is on two: %s',
    async (name, review, programme) => {
      const { sizes, pages } = await print(printablePage(review, programme, check(review, programme)));
      expect(
        sizes.filter((size) => !(name.includes('long names') ? wide : landscape).includes(size)),
      ).toEqual([]);
      expect(pages.map((text) => /Day \d/.exec(text)?.[0])).toEqual([
        'Day 1',
        'Day 2',
        'Day 3',
        'Day 4',
        'Day 5',
      ]);
      for (const [i, text] of pages.entries()) {
        expect(text).toContain(review.council);
        expect(text).toContain(versionWords(review));
        expect(text).toContain(`Page ${i + 1} of 5`);
      }
      const titles = (day: number) =>
        new Set(
          programme.placements
            .filter((p) => dayOf(p.start) === day)
            .map((p) => review.sessions.find((s) => s.id === p.session)!.title),
        );
      // A title may be somebody’s job too: a session is on a page where its title is, and nowhere else.
      for (const [i, text] of pages.entries())
        expect([...titles(i + 1)].filter((title) => !text.includes(title))).toEqual([]);
      expect(pages[0]).toContain('The evening before, Sunday 22 March: First team meeting, 6.00pm to 8.00pm');
    },
  );

  it('keeps a day that cannot go on a page in whole blocks', async () => {
    const review = wordy();
    const contacts = review.contacts.map((c) => ({
      ...c,
      jobTitle: '',
      name: `${c.name}, directorate `.repeat(56),
    }));
    const { pages } = await print(printablePage({ ...review, contacts }, sampleProgramme()));
    expect(pages.length).toBeGreaterThan(5);
    // Each name has this word 56 times: a cell that a page broke would leave some of them on either side.
    const words = pages.map((text) => text.split('directorate').length - 1);
    expect(words.filter((n) => n % 56 !== 0)).toEqual([]);
  });

  it.each([
    [
      'a peer’s week',
      personSheet(sampleReview(), sampleProgramme(), 'health')!,
      ['Dr Samir Patel', 'Travel to General Hospital', 'Down time'],
    ],
    [
      'a busy peer’s week of long names',
      personSheet(wordy(), sampleProgramme(), 'member')!,
      ['Cllr David Prior', 'Friday 27 March'],
    ],
    [
      'a contact’s slots',
      contactSheet(sampleReview({ organiser: 'joan-petrie' }), sampleProgramme(), 'priya-shah')!,
      ['You will meet Margaret Osei (team leader)', 'please tell Joan Petrie'],
    ],
    [
      'a room’s week',
      roomSheet(sampleReview(), sampleProgramme(), 'committee-1')!,
      ['Committee Room A', 'holds 8'],
    ],
  ])('one portrait page: %s', async (name, html, words) => {
    const { sizes, pages } = await print(html);
    expect([name, pages.length]).toEqual([name, 1]);
    expect(name.includes('long names') ? tall : portrait).toContain(sizes.join());
    expect(words.filter((word) => !pages[0]!.includes(word))).toEqual([]);
  });

  it('the whole week is on one A4 landscape page, however long the names', async () => {
    for (const review of [sampleReview(), wordy()]) {
      const { sizes, pages } = await print(weekPage(review, sampleProgramme()));
      expect([sizes, pages.length]).toEqual([landscape, 1]);
      const missing = review.sessions.filter((s) => !pages[0]!.includes(s.title));
      expect(missing.map((s) => s.title)).toEqual([]);
    }
  });

  it('an hour is taller than a quarter of one, and two hours than one', async () => {
    writeFileSync(join(folder, 'page.html'), printablePage(sampleReview(), sampleProgramme()));
    const page = await browser.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(`file://${join(folder, 'page.html')}`);
    const heightOf = (title: string) =>
      page
        .locator('td', { hasText: title })
        .first()
        .evaluate((cell) => cell.getBoundingClientRect().height);
    const [pause, hour, long] = [
      await heightOf('Break'),
      await heightOf('Safeguarding board chair'),
      await heightOf('Commissioned services'),
    ];
    await page.close();
    expect(pause < hour && hour < long).toBe(true);
  });

  it('a session that begins a few minutes before another is as large as the rest, and its pair keeps a distance', async () => {
    const { placements } = sampleProgramme();
    const later = placements.map((p) =>
      p.session === 'council-leader'
        ? { ...p, start: p.start + 5, away: { ...p.away, from: p.away.from + 5 } }
        : p,
    );
    writeFileSync(
      join(folder, 'page.html'),
      printablePage(sampleReview(), sampleProgramme({ placements: later })),
    );
    for (const width of [1280, 320]) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(`file://${join(folder, 'page.html')}`);
      const style = (title: string, part: string, name: 'fontSize' | 'marginLeft'): Promise<string> =>
        page
          .locator('td', { hasText: title })
          .locator(part)
          .first()
          .evaluate((found, of) => found.ownerDocument.defaultView.getComputedStyle(found)[of], name);
      const [early, usual] = ['Children’s improvement adviser', 'Police domestic violence lead'];
      expect(await style(early, '.day-grid__title', 'fontSize')).toBe(
        await style(usual, '.day-grid__title', 'fontSize'),
      );
      expect(Number.parseFloat(await style(early, '.day-grid__pair', 'marginLeft'))).toBeGreaterThan(5);
      await page.close();
    }
  });

  it('on a phone is a list that never scrolls sideways, each session with its time and stream', async () => {
    for (const html of [
      printablePage(sampleReview(), sampleProgramme()),
      personSheet(sampleReview(), sampleProgramme(), 'health')!,
    ]) {
      writeFileSync(join(folder, 'page.html'), html);
      const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
      await page.goto(`file://${join(folder, 'page.html')}`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      if (html.includes('day-grid__cell'))
        expect(
          (await page.locator('td', { hasText: 'Council leader' }).first().innerText())
            .split('\n')
            .slice(0, 2),
        ).toEqual(['3.00pm to 4.00pm', 'Stream B']);
      await page.close();
    }
  });

  it.each([
    ['the programme', printablePage(sampleReview(), sampleProgramme())],
    ['a peer’s week', personSheet(sampleReview(), sampleProgramme(), 'health')!],
    ['the week on a page', weekPage(sampleReview(), sampleProgramme())],
  ])('can be read by everybody (WCAG 2.2 AA, axe), wide and on a phone: %s', async (_, html) => {
    writeFileSync(join(folder, 'page.html'), html);
    for (const width of [1280, 320]) {
      const context = await browser.newContext({ viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.goto(`file://${join(folder, 'page.html')}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
      await context.close();
    }
  });
});
