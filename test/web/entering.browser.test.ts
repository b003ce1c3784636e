import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { needs } from '../support/needs.ts';
import { enteredSample, keep, type Served, served, signIn } from './served.ts';

needs('chromium').describe('lists that are entered, in a real browser', () => {
  let site: Served;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    site = await served();
    await keep(site.store, enteredSample());
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    await signIn(context, site);
    context.on('console', (message) => void complaints.push(message.text()));
    context.on('weberror', (error) => void complaints.push(error.error().message));
    page = await context.newPage();
    page.setDefaultTimeout(6000);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = (path: string) => page.goto(`${site.url}/reviews/sample/${path}`);
  /** Counts the pages that are loaded while something is done. */
  async function loads(act: () => Promise<void>): Promise<number> {
    let count = 0;
    const counter = () => {
      count++;
    };
    page.on('load', counter);
    await act();
    page.off('load', counter);
    return count;
  }
  const row = (name: string) => page.locator('tr', { has: page.getByRole('rowheader', { name }) });
  const done = (text: string) => page.locator('.pw-done', { hasText: text }).waitFor();

  it('adds people by keyboard alone, one after another, without loading a page', async () => {
    await open('people');
    await page.locator('#name').focus();
    const count = await loads(async () => {
      for (const [name, job] of [
        ['Ada Ames', 'Head of play'],
        ['Bo Burr', 'Head of parks'],
        ['Cy Cole', 'Head of pools'],
      ] as const) {
        await page.keyboard.type(name);
        await page.keyboard.press('Tab');
        await page.keyboard.type(job);
        await page.keyboard.press('Enter');
        await done(`Added ${name} to the people`);
        expect(await page.locator(':focus').getAttribute('id')).toBe('name');
        expect(await page.locator('#name').inputValue()).toBe('');
      }
    });
    expect(count).toBe(0);
    expect(await row('Bo Burr').innerText()).toContain('Head of parks');
    expect(await page.locator('.pw-find [role=status]').innerText()).toBe('47 people');
  });

  it('changes a row in place, by keyboard, and goes back to where one was', async () => {
    const count = await loads(async () => {
      await page.getByRole('link', { name: 'Change Bo Burr' }).press('Enter');
      const box = page.locator('tr[data-open] input[name=name]');
      await box.waitFor();
      expect(await page.locator(':focus').inputValue()).toBe('Bo Burr');
      await page.keyboard.type('Bo Barr');
      await page.keyboard.press('Enter');
      await done('Changed Bo Barr');
    });
    expect(count).toBe(0);
    expect((await page.locator(':focus').innerText()).replace(/\s+/g, ' ')).toBe('Change Bo Barr');
  });

  it('keeps what is being typed in one row while another is saved', async () => {
    await page.getByRole('link', { name: 'Change Ada Ames' }).click();
    await page.getByRole('link', { name: 'Change Cy Cole' }).click();
    const rows = page.locator('tr[data-open]');
    await rows.nth(1).waitFor();
    await rows.nth(0).getByLabel('Job title').fill('Half typed');
    await rows.nth(1).getByLabel('Job title').fill('Head of lakes');
    await rows.nth(1).getByRole('button', { name: 'Save' }).click();
    await done('Changed Cy Cole');
    expect(await rows.count()).toBe(1);
    expect(await rows.getByLabel('Job title').inputValue()).toBe('Half typed');
    await rows.getByRole('link', { name: 'Leave it as it was' }).click();
    await row('Ada Ames').waitFor();
    expect(await row('Ada Ames').innerText()).toContain('Head of play');
  });

  it('says what is wrong in place, and keeps the row open', async () => {
    await page.getByRole('link', { name: 'Change Ada Ames' }).click();
    const open = page.locator('tr[data-open]');
    await open.getByLabel('Name').fill('');
    await open.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('Enter a name').waitFor();
    expect(await page.evaluate('document.activeElement.closest("#trouble") !== null')).toBe(true);
    await page.getByRole('alert').getByRole('link', { name: 'Enter a name' }).click();
    await page.keyboard.type('Ada Ayres');
    await page.keyboard.press('Enter');
    await done('Changed Ada Ayres');
    expect(await page.locator('#trouble').innerText()).toBe('');
  });

  it('filters as one types, and sorts without losing it', async () => {
    await page.getByLabel('Find').fill('head of');
    expect(await page.locator('.pw-find [role=status]').innerText()).toMatch(/^\d of 47 people$/);
    const shown = page.locator('#people-rows tr:visible');
    const before = await shown.count();
    const count = await loads(async () => {
      await page.getByRole('link', { name: 'Job title' }).click();
      await page.locator('th[aria-sort=ascending] #people-by-job').waitFor();
    });
    expect([count, await shown.count()]).toEqual([0, before]);
    expect(await page.locator(':focus').getAttribute('id')).toBe('people-by-job');
    await page.getByLabel('Find').fill('');
    expect(await shown.count()).toBe(47);
  });

  it('removes with a question where something goes with it, and undoes', async () => {
    await page.getByRole('button', { name: 'Remove Cy Cole' }).click();
    await done('Removed Cy Cole from the people');
    expect(await row('Cy Cole').count()).toBe(0);
    expect(await page.locator(':focus').innerText()).toBe('Undo');
    await page.keyboard.press('Enter');
    await done('Undid: Removed Cy Cole from the people');
    expect(await row('Cy Cole').count()).toBe(1);
    await page.getByRole('link', { name: 'Remove Priya Shah' }).click();
    await page.getByText('Left with nobody to see: Director of children’s services').waitFor();
    await page.getByRole('link', { name: 'Keep it' }).click();
    await row('Priya Shah').waitFor();
  });

  it('says so and keeps what was typed where there is no answer', async () => {
    await page.locator('#name').fill('Dee Dunn');
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await page.getByText('This could not be saved: there was no answer.').waitFor();
    expect(await page.locator('#name').inputValue()).toBe('Dee Dunn');
    await context.setOffline(false);
    await page.locator('#name').press('Enter');
    await done('Added Dee Dunn to the people');
  });

  it('a site that is added is there to be chosen for a room, and has its minutes, at once', async () => {
    await open('places');
    const rooms = page.locator('#rooms-add');
    await rooms.getByLabel('Room').fill('Half typed');
    const count = await loads(async () => {
      await page.locator('#sites-add').getByLabel('Site').fill('Police HQ');
      await page.keyboard.press('Enter');
      await done('Added Police HQ to the sites');
    });
    expect(count).toBe(0);
    await page.getByText('30 taken').first().waitFor();
    // What was being typed is left as it is, choices and all.
    expect(await rooms.getByLabel('Room').inputValue()).toBe('Half typed');
    await rooms.getByLabel('Room').fill('');
    await page.locator('#sites-add').getByLabel('Site').fill('Youth Centre');
    await page.keyboard.press('Enter');
    await done('Added Youth Centre to the sites');
    await rooms.getByLabel('Site').selectOption('Youth Centre');
  });

  it('asks before a page is left on which something is not saved', async () => {
    await open('sessions/lead-member');
    await page.getByLabel('Title').fill('Half typed');
    let asked = '';
    page.once('dialog', (dialog) => {
      asked = dialog.type();
      void dialog.dismiss();
    });
    await page.getByRole('link', { name: 'All sessions' }).click();
    await expect.poll(() => asked).toBe('beforeunload');
    expect(await page.getByLabel('Title').inputValue()).toBe('Half typed');
    await page.getByLabel('Find in this list').first().fill('director of adult');
    expect(
      await page.locator('.pw-long').first().locator('.govuk-checkboxes__item:visible').allInnerTexts(),
    ).toEqual([
      'Cllr Jane Tully, Lead member for children’s services',
      'Helen Marchetti, Director of adult services',
    ]);
    await page.getByRole('button', { name: 'Save' }).click();
    await done('Changed Half typed');
  });

  it('leaves no complaint in the browser', () => {
    expect(complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|status of 422/.test(text))).toEqual([]);
  });
});
