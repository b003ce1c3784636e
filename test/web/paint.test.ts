import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { openBrowser } from '../support/browser.ts';
import { needs } from '../support/needs.ts';
import { enteredSample, keep, type Served, served, signIn } from './served.ts';

needs('chromium').describe('painting a diary in a real browser', () => {
  let site: Served;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const diary = async () => {
    const reading = readEntry((await site.store.reviews.find('sample'))?.file ?? '');
    return reading.ok ? reading.value.contacts?.find((c) => c.id === 'priya-shah')?.diary : undefined;
  };
  const cell = (time: string) => page.getByRole('checkbox', { name: new RegExp(`^${time},`) });
  const said = () => page.locator('[data-said] li').allTextContents();
  const centre = async (time: string) => {
    const box = await cell(time).boundingBox();
    if (!box) throw new Error(`${time} is not shown`);
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  /** What the page says of itself, once the server has answered. */
  const saying = async (...sentences: string[]) => expect.poll(said, { timeout: 10_000 }).toEqual(sentences);

  beforeAll(async () => {
    site = await served();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  beforeEach(async () => {
    if (!(await site.store.reviews.find('sample'))) await keep(site.store, enteredSample());
    await context?.close();
    context = await browser.newContext({ viewport: { width: 1366, height: 1600 }, hasTouch: true });
    await signIn(context, site);
    page = await context.newPage();
    await page.goto(`${site.url}/reviews/sample/people/priya-shah/diary`);
  });

  it('by mouse: a stroke over days and hours, what it leaves at once, rubbed out by the same stroke, saved by the button', async () => {
    const [x, y] = await centre('Tuesday 10.00am');
    const [toX, toY] = await centre('Wednesday 10.45am');
    const stroke = async () => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(toX, toY, { steps: 5 });
      await page.mouse.up();
    };
    const before = await page.locator('[data-left] li').first().textContent();
    await stroke();
    await saying('Can’t: Tuesday and Wednesday 10.00am to 11.00am.');
    expect(await cell('Tuesday 10.30am').isChecked()).toBe(true);
    expect(await page.locator('[data-left] li').first().textContent()).not.toBe(before);
    await stroke();
    await saying('Any time is fine.');
    await stroke();
    await page.getByRole('radio', { name: /^Prefer/ }).check();
    await page.getByRole('button', { name: 'Thursday' }).click();
    await saying('Can’t: Tuesday and Wednesday 10.00am to 11.00am.', 'Prefers: Thursday all day.');
    expect(await diary()).toBeUndefined();
    await page.getByRole('button', { name: 'Save this diary' }).first().click();
    await page.getByText('Changed the diary of Priya Shah.').waitFor();
    expect(await diary()).toEqual({
      busy: [
        { from: '2026-03-24T10:00', to: '2026-03-24T11:00' },
        { from: '2026-03-25T10:00', to: '2026-03-25T11:00' },
      ],
      preferred: [{ from: '2026-03-26', to: '2026-03-26' }],
    });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForLoadState();
    expect(await diary()).toBeUndefined();
  });

  it('by keyboard: one tab stop, arrow keys to go, space to mark, shift to drag', async () => {
    await cell('Monday 9.00am').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageDown');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Tuesday 10.00am, free',
    );
    await page.keyboard.press('Space');
    await saying('Can’t: Tuesday 10.00am to 10.15am.');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Tuesday 10.00am, can’t',
    );
    await page.keyboard.press('Space');
    await saying('Any time is fine.');
    await page.keyboard.down('Shift');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    await page.keyboard.up('Shift');
    await saying('Can’t: Tuesday and Wednesday 10.00am to 10.45am.');
    expect(await page.evaluate(`document.querySelectorAll('.pw-paint input[tabindex="0"]').length`)).toBe(1);
  });

  it('by finger: a tap marks one time, a finger that is held paints, one that moves on scrolls', async () => {
    const [x, y] = await centre('Tuesday 2.00pm');
    await page.touchscreen.tap(x, y);
    await saying('Can’t: Tuesday 2.00pm to 2.15pm.');
    const touch = await context.newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: readonly [number, number]) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: at ? [{ x: at[0], y: at[1] }] : [],
      });
    const [from, to] = [await centre('Wednesday 3.00pm'), await centre('Wednesday 3.45pm')];
    await send('touchStart', from);
    await page.waitForTimeout(400);
    await send('touchMove', to);
    await send('touchEnd');
    await saying('Can’t: Tuesday 2.00pm to 2.15pm; Wednesday 3.00pm to 4.00pm.');
    await send('touchStart', await centre('Thursday 10.00am'));
    await send('touchMove', await centre('Thursday 9.00am'));
    await send('touchEnd');
    await page.waitForTimeout(600);
    await saying('Can’t: Tuesday 2.00pm to 2.15pm; Wednesday 3.00pm to 4.00pm.');
  });

  it('in words: read back as they are typed, and put in when that is agreed to', async () => {
    await page.getByLabel('Or write it').fill('not Tuesday morning, blah, Thursday after 2 if needed');
    const read = page.locator('[data-read]');
    await read.getByText('Can’t: Tuesday until 12.00pm.').waitFor();
    expect(await read.textContent()).toContain('“blah”');
    await saying('Any time is fine.');
    await page.getByRole('button', { name: 'Add these times' }).click();
    await saying('Can’t: Tuesday until 12.00pm.', 'If needed: Thursday from 2.00pm.');
    expect(await cell('Tuesday 9.00am').isChecked()).toBe(true);
    expect(await page.getByLabel('Or write it').inputValue()).toBe('');
  });
});
