import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { needs } from '../support/needs.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { enteredSample, keep, type Served, send, served, signIn } from './served.ts';

// A real browser, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 240_000 });

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A laptop, a phone, and what WCAG 1.4.10 asks for: 1280 pixels at 400 %. */
const widths = [1366, 375, 320] as const;

needs('chromium').describe('coming in, in a real browser', () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    site = await served();
    await keep(site.store, enteredSample(), sampleProgramme());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const linkTo = async (email: string, subject = /./): Promise<string> => {
    const letters = (await site.store.outbox.list()).filter((m) => m.to === email && subject.test(m.subject));
    const [link = 'none'] = letters.flatMap(({ text }) => /http:\S+\/sign-in\/[\w-]{43}/.exec(text) ?? []);
    return link;
  };

  const found: string[] = [];
  async function look(page: Page, name: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
    for (const { id, nodes } of violations)
      found.push(`${name}: ${id}: ${nodes.map((n) => n.html).join(' ')}`);
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
    const room = page.viewportSize()?.width ?? 0;
    if (wide > room) found.push(`${name}: ${wide} pixels wide at ${room}`);
  }

  for (const width of widths)
    it(`every page of it is clean to axe and scrolls only downwards at ${width} pixels`, async () => {
      found.length = 0;
      const stranger = await browser.newContext({ viewport: { width, height: 800 } });
      const page = await stranger.newPage();
      page.setDefaultTimeout(20000);
      const open = async (path: string, name = path) => {
        await page.goto(`${site.url}${path}`);
        await look(page, name);
      };
      await open('/sign-in');
      await page.getByLabel('Your e-mail address').fill('not an address');
      await page.getByRole('button', { name: 'Send me a link' }).click();
      await look(page, 'what is wrong with an address');
      await open('/sign-in/sent');
      await open('/sign-in/none', 'a link that is gone');
      await send(`${site.url}/reviews/sample/members/invitations`, {
        email: `pat-${width}@a-rather-long-name-of-a-council.example.org`,
        role: 'peer',
      });
      const email = `pat-${width}@a-rather-long-name-of-a-council.example.org`;
      await page.goto(await linkTo(email));
      await look(page, 'an invitation');
      await page.getByRole('button', { name: 'Join' }).click();
      await look(page, 'an invitation without a name');
      await stranger.close();

      const known = await browser.newContext({ viewport: { width, height: 800 } });
      await signIn(known, site);
      const own = await known.newPage();
      own.setDefaultTimeout(20000);
      for (const path of ['/', '/account', '/outbox', '/reviews/sample/members']) {
        await own.goto(`${site.url}${path}`);
        await look(own, path);
      }
      await own.goto(`${site.url}/account`);
      await own.getByRole('button', { name: 'Make a token' }).click();
      await look(own, 'what a token still wants');
      await own.goto(`${site.url}/reviews/sample/members`);
      await own.getByRole('button', { name: 'Invite', exact: true }).click();
      await look(own, 'what an invitation still wants');
      await own.getByText('Change what Olive Organiser may do').click();
      await look(own, 'what somebody may do');
      await known.close();
      expect(found).toEqual([]);
    });

  const without = (): Promise<BrowserContext> => browser.newContext({ javaScriptEnabled: false });

  it('works without JavaScript: invited, in, changed, out', async () => {
    const organiser = await without();
    await signIn(organiser, site);
    const page = await organiser.newPage();
    page.setDefaultTimeout(20000);
    await page.goto(`${site.url}/reviews/sample/members`);
    await page.getByLabel('E-mail address').fill('mo@example.org');
    await page.getByLabel('Review manager').last().check();
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    expect(await page.getByRole('status').innerText()).toBe('The invitation is on its way.');
    await page.getByRole('link', { name: 'outbox' }).click();
    const letter = await page.locator('.pw-posted', { hasText: 'mo@example.org' }).innerText();
    const [link = ''] = /http:\S+\/sign-in\/[\w-]{43}/.exec(letter) ?? [];

    const manager = await without();
    const theirs = await manager.newPage();
    theirs.setDefaultTimeout(20000);
    await theirs.goto(link);
    await theirs.getByLabel('Your name').fill('Mo Manager');
    await theirs.getByRole('button', { name: 'Join' }).click();
    await theirs.getByRole('link', { name: 'Sampleshire Council' }).click();
    await theirs.getByRole('link', { name: 'Peers', exact: true }).click();
    expect(await theirs.getByRole('heading', { level: 1 }).innerText()).toBe('Peers');

    await page.goto(`${site.url}/reviews/sample/members`);
    await page.getByText('Change what Mo Manager may do').click();
    const mo = page.getByRole('group', { name: 'What Mo Manager is' });
    await mo.getByLabel('Review manager').uncheck();
    await mo.getByLabel('Peer').check();
    await page.getByRole('button', { name: 'Save what Mo Manager is' }).click();
    expect(await page.getByRole('status').innerText()).toBe('Changed what they may do.');
    await theirs.reload();
    expect(await theirs.getByRole('heading', { level: 1 }).innerText()).toBe(
      'This is not your part of the review',
    );
    await theirs.getByRole('button', { name: 'Sign out' }).click();
    expect(await theirs.getByRole('heading', { level: 1 }).innerText()).toBe('Sign in');
    await organiser.close();
    await manager.close();
  });

  it('gives back what was typed to somebody who was signed out meanwhile, and takes it once they are in again', async () => {
    const context = await without();
    const email = 'mo-2@example.org';
    await send(`${site.url}/reviews/sample/members/invitations`, { email, role: 'organiser' });
    const page = await context.newPage();
    await page.goto(await linkTo(email));
    await page.getByLabel('Your name').fill('Mo');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await page.goto(`${site.url}/account`);
    const [account] = (await site.store.members.of('sample')).filter((m) => m.email === email);
    await site.store.signIns.endAll(account?.account ?? '');
    await page.getByLabel('Your name').fill('Morgan Manager');
    await page.getByRole('button', { name: 'Save my name' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You are signed out');
    const opens = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Sign in again' }).click();
    const second = await opens;
    await second.getByLabel('Your e-mail address').fill(email);
    await second.getByRole('button', { name: 'Send me a link' }).click();
    await second.waitForURL('**/sign-in/sent');
    await second.goto(await linkTo(email, /sign in/i));
    await second.getByRole('button', { name: 'Sign in' }).click();
    await page.bringToFront();
    await page.getByRole('button', { name: 'Send it again' }).click();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Morgan Manager');
    await context.close();
  });
});
