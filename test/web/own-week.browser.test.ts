import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { needs } from '../support/needs.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { approved, enteredSample, keep, type Served, served } from './served.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

needs('chromium').describe('a peer’s own week on a phone', () => {
  let site: Served;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let token: string;
  const complaints: string[] = [];
  const signature = { by: 'Test', why: 'Test' };
  const picture = async (name: string): Promise<void> => {
    const folder = process.env.PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  beforeAll(async () => {
    site = await served();
    await keep(site.store, enteredSample(), sampleProgramme());
    await approved(site.store, enteredSample(), sampleProgramme());
    ({ token } = await site.store.feedTokens.issue('sample', 'health', signature));
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 375, height: 700 } });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() !== 'log') complaints.push(message.text());
    });
    await page.clock.install({ time: new Date('2026-03-25T15:40:00Z') });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('is kept, and there without a signal, where it says so; now and next go on with the clock', async () => {
    await page.goto(`${site.url}/p/${token}`);
    const kept = `caches.open('own-week').then((c) => c.keys()).then((all) => all.length)`;
    await expect.poll(() => page.evaluate(kept), { timeout: 15_000 }).toBe(3);
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    expect(await page.locator('[data-now]').innerText()).toMatch(/^Head of midwifery, Wednesday, 3\.30pm/);
    const next = await page.locator('[data-next]').innerText();
    await picture('own-week-phone');
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
    expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);

    await context.setOffline(true);
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('Dr Samir Patel');
    expect(await page.locator('[data-old]').isVisible()).toBe(true);
    await page.clock.runFor('01:25:00');
    expect(await page.locator('[data-now]').innerText()).toBe(next);
    await context.setOffline(false);
  });

  it('a link that is ended takes with it what was kept', async () => {
    const [link] = await site.store.feedTokens.of('sample');
    await site.store.feedTokens.revoke(link?.id ?? '', 1, signature);
    expect((await page.goto(`${site.url}/p/${token}`))?.status()).toBe(404);
    const pages = `caches.open('own-week').then((c) => c.keys()).then((all) => all.filter((r) => r.url.includes('/p/')).length)`;
    await expect.poll(() => page.evaluate(pages), { timeout: 15_000 }).toBe(0);
    expect(
      complaints.filter((text) => !text.includes('404') && !text.includes('INTERNET_DISCONNECTED')),
    ).toEqual([]);
  });

  needs('poppler').it('prints as one sheet, whoever’s it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'peerweek-own-'));
    const pages: Record<string, string> = {};
    for (const { id } of enteredSample().peers) {
      const { token: one } = await site.store.feedTokens.issue('sample', id, signature);
      await page.goto(`${site.url}/p/${one}`);
      const file = join(folder, `${id}.pdf`);
      writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
      pages[id] = /Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1] ?? '';
      if (process.env.PICTURES && id === 'health')
        execFileSync('pdftoppm', ['-r', '70', '-png', file, `${process.env.PICTURES}/own-week-print`]);
    }
    expect(pages).toEqual(Object.fromEntries(enteredSample().peers.map(({ id }) => [id, '1'])));
    rmSync(folder, { recursive: true, force: true });
  });
});
