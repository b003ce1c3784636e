import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateReview } from '../../fixtures/generate.ts';
import { solve } from '../../solver/solve.ts';
import { readProgramme } from '../../src/intake/index.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { openBrowser } from '../support/browser.ts';
import { needs } from '../support/needs.ts';
import { keep, type Served, served, signIn } from './served.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

needs('chromium').describe('the grid as the editor, in a real browser', () => {
  let site: Served;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const review = { ...generateReview({ size: 'S', tightness: 'loose', seed: 3 }), id: 'edited' };
  const at = `/reviews/${review.id}/programme`;

  const draft = async (): Promise<{ version: number; programme: Programme }> => {
    const stored = await site.store.programmes.draftOf(review.id);
    const reading = stored && readProgramme(stored.file, review);
    if (!stored || !reading?.ok) throw new Error('there is no draft');
    return { version: stored.version, programme: reading.value };
  };
  const version = async (n: number): Promise<void> => {
    await expect.poll(async () => (await draft()).version, { timeout: 10_000 }).toBe(n);
  };
  const picture = async (name: string): Promise<void> => {
    const folder = process.env.PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };
  const clean = async (name: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
    expect(violations.map((v) => `${name}: ${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
  };
  /** A session of day 2 that could go somewhere else that day, and where. */
  const titleOn = async (): Promise<string> => {
    await page.goto(`${site.url}${at}?day=2`);
    return (await page.locator('.day-grid__title a').first().textContent()) ?? '';
  };

  beforeAll(async () => {
    site = await served();
    const { programme } = await solve(review, { seed: 1, effort: 'quick' });
    await keep(site.store, review, programme);
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    await signIn(context, site);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('moves a session by keyboard alone, and takes it back and does it again', async () => {
    const title = await titleOn();
    await picture('grid');
    const before = await draft();
    await page.locator('.day-grid__title a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#picked');
    await expect.poll(() => page.evaluate('document.activeElement?.dataset.place ?? ""')).not.toBe('');
    await picture('picked');
    await clean('picked');
    // Down to a time that is free.
    for (let n = 0; n < 40; n++) {
      if (await page.evaluate('document.activeElement.matches(".pw-place--free")')) break;
      await page.keyboard.press('ArrowDown');
    }
    const start = Number(await page.evaluate('document.activeElement.dataset.place'));
    await page.keyboard.press('Enter');
    await page.waitForSelector('#chosen');
    await picture('chosen');
    await clean('chosen');
    await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toContain('Move it here');
    await page.keyboard.press('Enter');
    await version(2);
    const moved = (await draft()).programme.placements.find((p) => p.start === start);
    expect(review.sessions.find((s) => s.id === moved?.session)?.title).toBe(title);
    await page.waitForSelector('.pw-done');
    await picture('moved');
    await page.keyboard.press('Control+z');
    await version(3);
    expect((await draft()).programme.placements).toEqual(before.programme.placements);
    await page.waitForSelector('[data-redo]');
    await page.keyboard.press('Control+Shift+Z');
    await version(4);
    expect((await draft()).programme.placements.find((p) => p.session === moved?.session)?.start).toBe(start);
  });

  it('puts down what was picked with Escape, from the place chosen back to the places first', async () => {
    await titleOn();
    await page.locator('.day-grid__title a').first().click();
    await page.waitForSelector('#picked');
    await page.locator('.pw-place--free').first().click();
    await page.waitForSelector('#chosen');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement?.dataset.place ?? ""')).not.toBe('');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#picked', { state: 'detached' });
    expect(new URL(page.url()).searchParams.get('pick')).toBeNull();
  });

  it('moves a session by dragging: lit up as it is picked up, its cost shown on the way', async () => {
    const before = await draft();
    await titleOn();
    const cell = page.locator('[data-drag]').first();
    const box = await cell.boundingBox();
    if (!box) throw new Error('no cell');
    await page.mouse.move(box.x + 40, box.y + box.height - 6);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + box.height + 10, { steps: 4 });
    await page.waitForSelector('.pw-place--free');
    const target = page.locator('.pw-place--free').first();
    const start = Number(await target.getAttribute('data-place'));
    // Near an edge the page scrolls along: away from it, before one looks where to go.
    await page.mouse.move(box.x + 60, 400, { steps: 2 });
    await target.scrollIntoViewIfNeeded();
    const to = await target.boundingBox();
    if (!to) throw new Error('no place');
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
    await expect.poll(() => page.locator('.pw-ghost').textContent()).toMatch(/Free/);
    await picture('dragging');
    await page.mouse.up();
    await version(before.version + 1);
    expect((await draft()).programme.placements.some((p) => p.start === start)).toBe(true);
    await expect.poll(() => page.locator('.pw-ghost').count()).toBe(0);
  });

  it('swaps two', async () => {
    const before = await draft();
    await page.goto(`${site.url}${at}?day=all`);
    await page.locator('.day-grid__title a').nth(1).click();
    await page.waitForSelector('#picked');
    for (const link of await page.locator('.day-grid__swap a').all()) {
      const href = (await link.getAttribute('href')) ?? '';
      await page.goto(`${site.url}${href}`);
      if ((await page.locator('#chosen button', { hasText: 'Swap them' }).count()) > 0) break;
    }
    await picture('swap');
    await page.locator('#chosen button', { hasText: 'Swap them' }).click();
    await version(before.version + 1);
    await expect.poll(() => page.locator('.pw-done').textContent()).toMatch(/Swapped .+ and /);
  });

  it('fits a tablet and a phone, and needs no script', async () => {
    for (const [name, width] of [
      ['tablet', 820],
      ['phone', 375],
      ['narrow', 320],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await titleOn();
      await page.locator('.day-grid__title a').first().click();
      await page.waitForSelector('#picked');
      await page.locator('.pw-place--free, .pw-place--moves').first().click();
      await page.waitForSelector('#chosen');
      await picture(name);
      await clean(name);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    const plain = await browser.newContext({ javaScriptEnabled: false });
    await signIn(plain, site);
    const without = await plain.newPage();
    const { version: seen } = await draft();
    await without.goto(`${site.url}${at}?day=2`);
    await without.locator('.day-grid__title a').first().click();
    await without.locator('.pw-place--free').first().click();
    await without.locator('#chosen button').first().click();
    await without.waitForSelector('.pw-done');
    await version(seen + 1);
    await plain.close();
  });
});
