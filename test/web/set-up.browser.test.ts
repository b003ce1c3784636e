import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { peopleToSeeIn } from '../../src/entry/people-to-see.ts';
import { readEntry } from '../../src/intake/index.ts';
import { openBrowser } from '../support/browser.ts';
import { needs } from '../support/needs.ts';
import { type Served, served, signIn } from './served.ts';

// A real browser, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 240_000 });

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

needs('chromium').describe('setting a review up, in a real browser', () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    site = await served();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const entryOf = async (id: string) => {
    const reading = readEntry((await site.store.reviews.find(id))?.file ?? '');
    if (!reading.ok) throw new Error('not an entry');
    return reading.value;
  };

  async function look(page: Page, name: string): Promise<readonly string[]> {
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
    const room = page.viewportSize()?.width ?? 0;
    return [
      ...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map((n) => n.html).join(' ')}`),
      ...(wide > room ? [`${name}: ${wide} pixels wide at ${room}`] : []),
    ];
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

  async function firstStep(page: Page, council: string, day: string): Promise<void> {
    await page.goto(`${site.url}/`);
    await press(page, 'Start a review');
    await page.getByLabel('Name of the council').fill(council);
    await page.getByLabel('Day', { exact: true }).fill(day);
    await page.getByLabel('Month').fill('3');
    await page.getByLabel('Year').fill('2027');
    await press(page, 'Start this review');
  }

  it('goes from nothing to a planned list, without a script, on a phone', async () => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 640 },
      javaScriptEnabled: false,
    });
    await signIn(context, site);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await firstStep(page, 'Plainshire', '22');
    for (let step = 0; step < 5; step++) await press(page, 'Save and continue');
    expect(await page.locator('h1').textContent()).toBe('The review');
    await page.getByRole('link', { name: 'Who to see' }).last().click();
    await page.getByLabel('Who is seen as Council chief executive').fill('Marcus Bell, Chief executive');
    await press(page, 'Plan what is filled in');
    await press(page, 'Plan all that is to do, names to come');
    const entry = await entryOf('plainshire-2027');
    expect(peopleToSeeIn(entry).filter((role) => role.sessions.length === 0)).toEqual([]);
    expect(entry.contacts?.map((c) => [c.name, c.jobTitle])).toEqual([['Marcus Bell', 'Chief executive']]);
    await press(page, 'Undo');
    expect(peopleToSeeIn(await entryOf('plainshire-2027')).filter((r) => r.sessions.length > 0)).toHaveLength(
      1,
    );
    await context.close();
  });

  it('goes first to what is wrong, keeps what was typed, and is clean to axe then too', async () => {
    const context = await browser.newContext({ viewport: { width: 375, height: 800 } });
    await signIn(context, site);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const found: string[] = [];
    await firstStep(page, 'Wrongshire', '23');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate('document.activeElement.textContent')).toContain('There is a problem');
    found.push(...(await look(page, 'a first day that is no Monday')));
    expect(await page.getByLabel('Name of the council').inputValue()).toBe('Wrongshire');
    await page.getByLabel('Yes, the week starts on a Tuesday').check();
    await press(page, 'Start this review');
    await page.goto(`${site.url}/reviews/wrongshire-2027/frame?day=2`);
    await page.getByLabel('From').first().fill('dawn');
    await press(page, 'Save');
    found.push(...(await look(page, 'a time that can’t be read')));
    await page.getByRole('link', { name: 'The start must be a time of day' }).click();
    expect(await page.evaluate('document.activeElement.value')).toBe('dawn');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('9.15');
    await page.keyboard.press('Enter');
    await page.getByText('Changed Wednesday in the week').waitFor();
    const { frame } = (await entryOf('wrongshire-2027')).review;
    expect(frame?.days.find((d) => d.day === 2)?.windows?.[0]?.start).toBe('09:15');
    await page.goto(`${site.url}/reviews/wrongshire-2027/list/roles/partners`);
    await page.getByLabel('How long').fill('7');
    await press(page, 'Plan this session');
    found.push(...(await look(page, 'a length that can’t be')));
    expect(found).toEqual([]);
    await context.close();
  });

  it('asks before what was typed is left by another way', async () => {
    const context = await browser.newContext();
    await signIn(context, site);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${site.url}/reviews/new`);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.getByLabel('Name of the council').pressSequentially('Half');
    await page.getByRole('link', { name: 'All reviews' }).click();
    await page.waitForURL(`${site.url}/`);
    expect(asked).toEqual(['beforeunload']);
    await context.close();
  });
});
