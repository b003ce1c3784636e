import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { writeWorkbook } from '../../src/publish/workbook.ts';
import { google, outlook } from '../intake/calendar/shapes.ts';
import { openBrowser } from '../support/browser.ts';
import { needs } from '../support/needs.ts';
import { enteredSample, keep, type Served, served, signIn } from './served.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A laptop, a phone, and 1280 pixels at 400 %. */
const widths = [1366, 375, 320] as const;
/** Where pictures of the pages go, for somebody to look at; nowhere unless it is set. */
const pictures = process.env.PICTURES;

needs('chromium').describe('bringing in, in a real browser', () => {
  let site: Served;
  let browser: Browser;
  let folder: string;
  const file = (name: string): string => join(folder, name);

  beforeAll(async () => {
    site = await served();
    await keep(site.store, enteredSample());
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'peerweek-bring-in-'));
    if (pictures) mkdirSync(pictures, { recursive: true });
    const people = Array.from({ length: 40 }, (_, n) => [
      `Person${n} Name${n}`,
      `Head of team ${n}`,
      n === 7 ? 'no address' : `p${n}@elm.gov.uk`,
      n % 3 === 0 ? 'Elm NHS Trust' : '',
      n === 9 ? 'gibberish' : 'not Tue 10-12',
    ]);
    writeFileSync(
      file('People.xlsx'),
      await writeWorkbook([
        {
          name: 'Contacts',
          headings: ['Full name', 'Position', 'E-mail address', 'Agency', 'Availability'],
          rows: people,
          widths: [20, 20, 20, 20, 20],
        },
        {
          name: 'Rooms',
          headings: ['Room', 'Seats', 'Location'],
          rows: [
            ['Room 9', '8', 'Annexe'],
            ['Room 10', 'lots', 'Annexe'],
          ],
          widths: [20, 20, 20],
        },
      ]),
    );
    writeFileSync(file('Priya Shah.ics'), outlook);
    writeFileSync(file('export.ics'), google);
    writeFileSync(file('wrong.ics'), 'hello');
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    rmSync(folder, { recursive: true });
  });

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext(options);
    await signIn(context, site);
    return context.newPage();
  }

  /** What axe finds, and what is wider than the page, at every width. */
  async function faults(page: Page, name: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
      for (const { id, nodes } of violations)
        found.push(
          `${name} ${width}: ${id}: ${nodes
            .map((n) => n.html)
            .join(' ')
            .slice(0, 300)}`,
        );
      const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
      if (wide > width) found.push(`${name} ${width}: ${wide} pixels wide`);
      const size = (await page.content()).length;
      if (size > 150_000) found.push(`${name}: ${size} characters`);
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    }
    await page.setViewportSize({ width: 1366, height: 800 });
    return found;
  }

  const entered = async () => {
    const reading = readEntry((await site.store.reviews.find('sample'))!.file);
    if (!reading.ok) throw new Error('The review can’t be read');
    return reading.value;
  };

  it('takes a workbook from the file to the list of people, every page of it clean', async () => {
    const page = await open();
    const found: string[] = [];
    await page.goto(`${site.url}/reviews/sample/bring-in`);
    found.push(...(await faults(page, 'start')));
    await page.getByRole('button', { name: 'Look it over' }).click();
    await page.getByRole('alert').waitFor();
    found.push(...(await faults(page, 'start-refused')));
    await page.getByLabel('A workbook or a CSV file').setInputFiles(file('People.xlsx'));
    await page.getByRole('button', { name: 'Look it over' }).click();
    await page.getByRole('heading', { name: 'Look it over: People.xlsx' }).waitFor();
    found.push(...(await faults(page, 'tables')));
    await page.getByText('How it is read').click();
    found.push(...(await faults(page, 'tables-columns')));
    await page.getByLabel('What Position is').selectOption({ label: 'Not brought in' });
    await page.getByRole('button', { name: 'Read it so' }).click();
    await page.waitForURL(/sheet=0/);
    expect(await page.locator('.pw-brought').getByText('Head of team 3').count()).toBe(0);
    await page.getByRole('link', { name: 'Rooms' }).first().click();
    await page.getByRole('heading', { name: 'Rooms: read as Rooms' }).waitFor();
    await page.getByRole('button', { name: 'Bring in: add 41' }).click();
    await page.waitForURL(/\/people\?done=/);
    expect(await page.getByText('Brought in 40 people and 1 room from People.xlsx').count()).toBe(1);
    expect((await entered()).contacts?.filter(({ name }) => name.startsWith('Person'))).toHaveLength(40);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undid: Brought in 40 people').first().waitFor();
    expect((await entered()).contacts?.filter(({ name }) => name.startsWith('Person'))).toHaveLength(0);
    expect(found).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('takes several calendars to their owners without script, every page of it clean', async () => {
    const plain = await open({ javaScriptEnabled: false });
    const page = await open();
    const found: string[] = [];
    const address = `${site.url}/reviews/sample/bring-in/calendars`;
    await page.goto(address);
    found.push(...(await faults(page, 'calendars')));
    await page.goto(`${site.url}/reviews/sample/people/priya-shah/diary/bring-in`);
    found.push(...(await faults(page, 'diary')));
    await plain.goto(address);
    await plain
      .getByLabel('Calendars', { exact: true })
      .setInputFiles(['Priya Shah.ics', 'export.ics', 'wrong.ics'].map(file));
    await plain.getByRole('button', { name: 'Look them over' }).click();
    await plain.getByRole('heading', { name: 'Look it over: 3 calendars' }).waitFor();
    await page.goto(plain.url());
    found.push(...(await faults(page, 'calendar-files')));
    const whose = plain.getByLabel('Whose it is');
    expect(await whose.first().inputValue()).toBe('contacts/priya-shah');
    expect(await whose.nth(1).inputValue()).toBe('');
    const other = enteredSample().contacts.find(({ id }) => id !== 'priya-shah')!;
    await whose.nth(1).selectOption(`contacts/${other.id}`);
    await plain.getByRole('button', { name: 'Show what they become' }).click();
    await plain.getByText('It becomes:').first().waitFor();
    await plain.getByRole('button', { name: 'Put into their diaries' }).click();
    await plain.waitForURL(/\/diaries\?done=/);
    const { contacts = [] } = await entered();
    for (const id of ['priya-shah', other.id])
      expect(contacts.find((one) => one.id === id)?.diary?.busy?.length).toBeGreaterThan(2);
    expect(found).toEqual([]);
    await page.context().close();
    await plain.context().close();
  }, 240_000);
});
