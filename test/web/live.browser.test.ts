import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Programme } from '../../src/programme/programme.ts';
import { openBrowser } from '../support/browser.ts';
import { needs } from '../support/needs.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { type Held, held } from './held-search.ts';
import { enteredSample, keep, type Served, send, served } from './served.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const timeout = 15_000;

needs('chromium').describe('two at once, and a programme as it is built, in a real browser', () => {
  let site: Served;
  let browser: Browser;
  let search: Held;
  let page: Page;
  const complaints: string[] = [];
  const programme = sampleProgramme();
  const at = '/reviews/sample';
  const titleOf = (session: string) => enteredSample().sessions.find((s) => s.id === session)?.title ?? '';
  const locked = new Set(enteredSample().locks.map((l) => l.session));
  const onDay1 = programme.placements.filter(
    (p) => p.start < 2 * 24 * 60 && p.start > 24 * 60 && !locked.has(p.session),
  );
  const [one, two, three] = onDay1.map((p) => p.session);

  const draftVersion = async () => String((await site.store.programmes.draftOf('sample'))?.version);
  /** The organiser, somewhere else, takes a session out of the week. */
  const park = async (session = '') =>
    send(`${site.url}${at}/programme/sessions/${session}/park`, { seen: await draftVersion() });
  const line = () => page.locator('.pw-live');
  const picture = async (name: string): Promise<void> => {
    const folder = process.env.PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };
  const clean = async (): Promise<readonly string[]> =>
    (await new AxeBuilder({ page }).withTags(wcag).analyze()).violations.map(
      (v) => `${v.id} ${v.nodes[0]?.html}`,
    );
  /** Marks the page, to see that it is the same one still. */
  const mark = () => page.evaluate('window.same = true');
  const isSame = () => page.evaluate('window.same === true');

  beforeAll(async () => {
    search = held();
    let moment = Date.UTC(2026, 0, 12, 10);
    const now = () => {
      moment += 50;
      return new Date(moment);
    };
    site = await served(now, undefined, { solve: (review, options) => search.solve(review, options) });
    await keep(site.store, enteredSample(), programme);
    const mo = await site.as(['manager'], 'sample');
    browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const [name = '', value = ''] = mo.Cookie.split('=', 2);
    await context.addCookies([{ name, value, url: site.url }]);
    page = await context.newPage();
    page.on('console', (message) => void complaints.push(message.text()));
    page.on('pageerror', (error) => void complaints.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('shows in the grid that is open what somebody else did, where it is, and says it in a line', async () => {
    await page.goto(`${site.url}${at}/programme?day=1`);
    await mark();
    const cells = page.locator('.day-grid__title', { hasText: titleOf(one ?? '') });
    expect(await cells.count()).toBeGreaterThan(0);
    await park(one);
    await line()
      .getByText(`Olive Organiser took ${titleOf(one ?? '')} out of the week.`)
      .waitFor({ timeout });
    await expect.poll(() => cells.count(), { timeout }).toBe(0);
    expect(await isSame()).toBe(true);
    expect(await line().getAttribute('role')).toBe('status');
    expect(await clean()).toEqual([]);
    await picture('told');
    await line().getByRole('button', { name: 'Hide' }).click();
    expect(await line().innerText()).toBe('');
  }, 60_000);

  it('keeps the place of the keyboard', async () => {
    await page.goto(`${site.url}${at}/programme?day=1`);
    const link = page.locator('.day-grid__title a').last();
    await link.focus();
    const before = await page.evaluate('document.activeElement.getAttribute("href")');
    await park(two);
    await line().getByText('out of the week').waitFor({ timeout });
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe(before);
  }, 60_000);

  it('says nothing of what was done on the page itself', async () => {
    await page.goto(`${site.url}${at}/programme?day=1`);
    const undo = page.locator('[data-undo] button').first();
    await undo.click();
    await page.locator('.pw-done').waitFor({ timeout });
    await page.waitForTimeout(5_000);
    expect(await line().innerText()).toBe('');
  }, 60_000);

  it('takes nothing away from somebody who types: a line with the way to it, and what is typed stays', async () => {
    await page.goto(`${site.url}${at}/agree`);
    const box = page.locator('textarea').first();
    await box.fill('Too early for the director?');
    await park(three);
    await line().getByRole('link', { name: 'Show it' }).waitFor({ timeout });
    expect(await box.inputValue()).toBe('Too early for the director?');
    expect(await clean()).toEqual([]);
  }, 60_000);

  it('shows a programme that is built as it gets better, and leads on to it', async () => {
    await page.goto(`${site.url}${at}/programme`);
    await send(`${site.url}${at}/programme/build`, {});
    await line().getByText('Olive Organiser is building the programme.').waitFor({ timeout });
    // Who asks too is shown what is being built.
    await page.goto(`${site.url}${at}/programme/build`);
    const job = await site.store.jobs.latest('sample', 'build');
    await page.goto(`${site.url}${at}/programme/build?job=${job?.id}`);
    await mark();
    const short: Programme = { ...programme, placements: programme.placements.slice(3) };
    search.going[0]?.tell(short);
    await page.locator('strong', { hasText: `${short.placements.length} of` }).waitFor({ timeout });
    expect(await clean()).toEqual([]);
    await picture('building');
    search.going[0]?.tell(programme);
    await page.locator('strong', { hasText: `${programme.placements.length} of` }).waitFor({ timeout });
    expect(await isSame()).toBe(true);
    for (const width of [820, 375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await picture(`building-${width}`);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.getByRole('button', { name: 'Stop, and keep the best so far' }).click();
    await page.getByRole('heading', { name: 'Programme', exact: true }).waitFor({ timeout });
    await page.getByText('stopped early by').first().waitFor({ timeout });
    search.going.shift();
  }, 90_000);

  it('goes on by itself to what was built, and puts it beside one’s own where somebody changed that', async () => {
    await page.goto(`${site.url}${at}/programme/build`);
    await page.getByRole('button', { name: 'Build the programme again' }).click();
    await page.getByText('trying out the week').waitFor({ timeout });
    await expect.poll(() => search.going.length, { timeout }).toBe(1);
    await park(one);
    search.going.shift()?.end(programme);
    await page.getByRole('heading', { name: 'The one that was built' }).first().waitFor({ timeout });
    expect(await clean()).toEqual([]);
    await picture('offered');
    await page.getByRole('button', { name: 'Take the one that was built' }).click();
    await page.getByText('Took the programme that was built.').first().waitFor({ timeout });
    expect(complaints).toEqual([]);
  }, 60_000);
});
