import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { engine } from '../solver/host/engine.ts';
import { buildProgramme } from '../src/actions/build-programme.ts';
import { firstStart } from '../src/actions/first-start.ts';
import { createOpenReview, type OpenReview } from '../src/actions/open-review.ts';
import { addresses, draftAddresses } from '../web/addresses.ts';
import { openBrowser } from './support/browser.ts';
import { approved, served, signIn, today } from './web/served.ts';

/*
 * Takes the README's pictures into web/pictures (`npm run pictures`): the sample's week, built as at the first start
 * and served by the real app, seen by a real Chromium, ten weeks before the visit. Wants chromium, poppler-utils and
 * imagemagick.
 */

const folder = 'web/pictures';
const review = 'westmarch';
const peer = 'helen-marsden';

/** Fewer colours, for fewer bytes: these pages have few. */
const shrink = (path: string): void =>
  void execFileSync('convert', [
    path,
    '-strip',
    '-colors',
    '128',
    '-define',
    'png:compression-level=9',
    path,
  ]);

async function open(browser: Browser, width: number, height: number, scale: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  await signIn(context, web);
  return context.newPage();
}

/** The programme of a day on a laptop. */
async function laptop(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, 1366, 900, 1);
  await page.goto(url + addresses.programme(review, { day: 2 }));
  const team = await page.getByRole('heading', { name: 'The team' }).boundingBox();
  const clip = { x: 0, y: 0, width: 1366, height: team?.y ?? 900 };
  await page.screenshot({ path: `${folder}/programme.png`, fullPage: true, clip });
}

/** A diary that is being painted, with what it leaves beside it. */
async function diary(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, 1366, 900, 1);
  await page.goto(url + addresses.people(review));
  const people = page.locator(`#people-rows a[href*="/diary"]`);
  await page.goto(new URL((await people.first().getAttribute('href')) ?? '', url).href);
  await page.getByLabel('Or write it').fill('not Tuesday morning, after 3 on Wed if needed');
  await page.locator('[data-read]').getByText('This was understood').waitFor();
  await page.screenshot({ path: `${folder}/diary.png` });
}

/** A session that is picked in the grid, and where it could go. */
async function picked(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, 1366, 900, 1);
  await page.goto(url + draftAddresses(review).grid({ day: 2, pick: 'council-leader' }));
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${folder}/picked.png` });
}

/** The first day as it comes out of a printer. */
async function paper(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, 1366, 900, 1);
  const temporary = mkdtempSync(join(tmpdir(), 'peerweek-pictures-'));
  const pdf = join(temporary, 'programme.pdf');
  await page.goto(url + addresses.sheet(review, 'programme'));
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const pages = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).split('\f');
  const monday = String(
    pages.findIndex((text) => /interview|director/i.test(text) && text.includes('Monday')) + 1,
  );
  const picture = ['-png', '-r', '120', '-singlefile', '-f', monday, '-l', monday];
  execFileSync('pdftoppm', [...picture, pdf, `${folder}/printed-day`]);
  rmSync(temporary, { recursive: true });
}

/** A peer's own week, through the private link that the page of the peers makes. */
async function phone(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, 1366, 900, 1);
  await page.goto(url + addresses.peers(review));
  await page.locator(`form:has(input[value="${peer}"]) button`).last().click();
  const link = await page.getByRole('alert').getByRole('link').first().getAttribute('href');
  const small = await open(browser, 375, 812, 2);
  await small.goto(new URL(link ?? '', page.url()).href);
  await small.getByRole('link', { name: 'Tue' }).click();
  await small.screenshot({ path: `${folder}/phone.png` });
}

const web = await served(() => today);
const browser = await openBrowser();
try {
  const { store } = web;
  const sample = readFileSync('fixtures/appendix-11.json', 'utf8');
  const signature = { by: 'Peerweek', why: 'Built the programme' };
  const build = (of: OpenReview) => buildProgramme({ store, solve: engine(1) }, of, { seed: 1 }, signature);
  await firstStart({ store, build, open: createOpenReview({ store, now: () => today }) }, sample);
  await laptop(browser, web.url);
  await diary(browser, web.url);
  await picked(browser, web.url);
  await paper(browser, web.url);
  const opening = await createOpenReview({ store, now: () => today })(review);
  // A peer is shown what was agreed, and nothing before that.
  if (opening?.ok && opening.open.draft)
    await approved(store, opening.open.review, opening.open.draft.programme);
  await phone(browser, web.url);
  for (const name of ['programme', 'diary', 'picked', 'printed-day', 'phone'])
    shrink(`${folder}/${name}.png`);
} finally {
  await browser.close();
  await web.close();
}
