import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRelease } from '../../src/actions/amendments.ts';
import { changesBetween } from '../../src/programme/changes.ts';
import { everyoneIn, sessionOf } from '../../src/review/facts.ts';
import { openBrowser } from '../support/browser.ts';
import { builtWeek } from '../support/built-week.ts';
import { needs } from '../support/needs.ts';
import { type Subscriber, subscribe } from '../support/subscriber.ts';
import { missing } from '../support/tools.ts';
import { keep, type Served, served } from './served.ts';

const timeout = 120_000;
const { review: built, programme } = builtWeek();
/** Everybody can be written to. */
const review = {
  ...built,
  peers: built.peers.map((p) => ({ ...p, email: `${p.id}@example.org` })),
  contacts: built.contacts.map((c) => ({ ...c, email: `${c.id}@example.org` })),
};
const { approvedAt: _, ...unapproved } = review;
/** Whether programs that subscribe to calendars are there; the rest of the week is lived without them too. */
const subscribes = missing(['vdirsyncer', 'khal']).length === 0;
const home = `/reviews/${review.id}`;
const placed = programme.placements.flatMap(({ session }) => sessionOf(built, session) ?? []);
/** Everybody whom the team sees, sessions and events. */
const inIt = new Set([
  ...placed.flatMap((session) => everyoneIn(built, session)),
  ...built.frame.events.flatMap((event) => event.contacts),
]);
const opposition = placed.find(({ id }) => id === 'opposition')!.contacts[0]!;
/** Somebody seen on Monday: what happens on Wednesday is nothing to them. */
const untouched = everyoneIn(
  built,
  sessionOf(built, [...programme.placements].sort((a, b) => a.start - b.start)[0]!.session)!,
)[0]!;

needs('chromium').describe('the week, lived by four people in real browsers', () => {
  let site: Served;
  let browser: Browser;
  let now = new Date('2026-06-12T09:00:00Z');
  const contexts: BrowserContext[] = [];
  let subscriber: Subscriber | undefined;

  const open = async (who: { readonly Cookie: string } | undefined, width = 1366): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    contexts.push(context);
    const [name = '', value = ''] = (who?.Cookie ?? '').split('=', 2);
    if (who) await context.addCookies([{ name, value, url: site.url }]);
    context.setDefaultTimeout(30_000);
    return context.newPage();
  };
  const text = async (page: Page, path: string): Promise<string> => {
    await page.goto(`${site.url}${path}`);
    return (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  };

  beforeAll(async () => {
    site = await served(() => now);
    await keep(site.store, unapproved, programme);
    browser = await openBrowser();
  }, timeout);
  afterAll(async () => {
    subscriber?.remove();
    for (const context of contexts) await context.close();
    await browser?.close();
    await site?.close();
  });

  it(
    'a cancellation on Wednesday at ten past eight: reported, mended, approved, and right on the board',
    async () => {
      const manager = await open(await site.as(['manager'], review.id));
      const organiser = await open(await site.as(['organiser'], review.id));
      const peer = await open(await site.as(['peer'], review.id), 375);
      const wall = await open(undefined);
      await wall.clock.install();

      // Friday before: the review manager approves, and a link is made for the screen in the base room.
      await manager.goto(`${site.url}${home}/agree`);
      await manager.getByRole('button', { name: 'Approve this programme' }).click();
      await manager.waitForURL(/\/agree$/);
      await expect.poll(async () => (await site.store.releases.of(review.id)).length, { timeout }).toBe(1);
      await manager.goto(`${site.url}${home}/board`);
      await manager.getByRole('button', { name: 'Make a link for a screen' }).click();
      const link = await manager.locator('a[href*="/b/"]').getAttribute('href');
      const board = new URL(link ?? '').pathname;
      expect(await text(wall, board)).toContain('The week begins on Monday 15 June.');

      // The letters are looked over and go, to everybody; each brings a link, which calendars are made from.
      await manager.goto(`${site.url}${home}/letters`);
      await manager.getByRole('button', { name: /^Send \d+ letters$/ }).click();
      await manager.getByRole('heading', { name: 'The letters are in the outbox' }).waitFor();
      const first = await site.store.outbox.list();
      expect(first).toHaveLength(review.peers.length + inIt.size);
      const tokenOf = (person: string) =>
        /\/p\/([\w-]{43})/.exec(first.find(({ to }) => to.startsWith(`${person}@`))?.text ?? '')?.[1] ?? '';
      const feedOf = (person: string) => `${site.url}/f/${tokenOf(person)}.ics`;
      const leader = await fetch(feedOf(untouched));
      const etag = leader.headers.get('etag') ?? '';
      if (subscribes) subscriber = await subscribe(feedOf(opposition));
      await subscriber?.sync();
      if (subscriber)
        expect(await subscriber.list('2026-06-17', '2026-06-18')).toEqual([
          '2026-06-17',
          '13:45-14:45 Interview with the peer review team',
        ]);

      // It is left standing there, and never asked for again by hand.
      const standing = async () => (await wall.locator('main').innerText()).replace(/\s+/g, ' ');
      now = new Date('2026-06-17T07:05:00Z');
      await wall.clock.runFor(16_000);
      await expect.poll(standing, { timeout: 30_000 }).toContain('Wednesday 17 June 8.05am');

      // Wednesday, ten past eight: she says on her phone that she can’t; the organiser is rung too, and says so, without a mouse.
      now = new Date('2026-06-17T07:10:00Z');
      const phone = await open(undefined, 375);
      await phone.goto(`${site.url}/p/${tokenOf(opposition)}`);
      await phone.locator('summary').click();
      await phone.getByLabel(/^When could you/).fill('Called to London');
      await phone.getByRole('button', { name: 'Tell the council that I can’t make it' }).click();
      await phone.waitForURL(/said=cant/);
      expect(await text(organiser, home)).toContain('1 person can’t come when the programme has them.');
      await organiser.goto(`${site.url}${home}/week`);
      await organiser.locator('a[href*="session=opposition&kind=cancelled"]').focus();
      await organiser.keyboard.press('Enter');
      await organiser.waitForURL(/session=opposition/);
      // What is asked of other kinds is not in the way.
      expect(await organiser.locator('#longer').isVisible()).toBe(false);
      await organiser.getByLabel('Somebody can’t make it').check();
      expect(await organiser.locator('#session').inputValue()).toBe('opposition');
      expect(await organiser.getByLabel('At that time alone').isChecked()).toBe(true);
      await organiser.getByLabel('Anything to add').fill('Her office rang: called to London');
      await organiser.getByRole('button', { name: 'See what can be done' }).click();
      await organiser.waitForSelector('.pw-ways__way');
      expect(await organiser.getByRole('button', { name: /approve/ }).count()).toBe(0);
      const happening = new URL(organiser.url()).pathname;

      // The review manager finds it on the page of the week, sees what can be done, and does the first.
      await manager.goto(`${site.url}${home}/week`);
      await manager.locator('#happened + ul a').first().click();
      await manager.waitForSelector('.pw-ways__way');
      expect(await manager.locator('.pw-ways__way').count()).toBeGreaterThanOrEqual(2);
      const way = (await manager.locator('.pw-ways__way').first().innerText()).replace(/\s+/g, ' ');
      expect(way).toContain('To tell:');
      await manager
        .getByRole('button', { name: /^Do this and approve it/ })
        .first()
        .click();
      await manager.waitForSelector('#tell');
      const told = (await manager.locator('main').innerText()).replace(/\s+/g, ' ');
      expect(told).toContain('It was approved as Release 2');
      expect(told).toContain('Interview with the peer review team: now ');
      expect(new URL(manager.url()).pathname).toBe(happening);
      // Exactly those who are told in words are those whom the change touches: nobody else’s name stands there.
      const names = await manager.locator('.pw-tell h3').allInnerTexts();
      for (const name of names) expect(way).toContain(name.split(' ').slice(0, 2).join(' '));

      // Letters to exactly those whom it touches, looked over first; and every calendar that it touches, no other.
      const touched = changesBetween(
        review,
        programme,
        openRelease(await site.store.releases.latest(review.id))!.programme,
      ).flatMap((change) => change.tell);
      const before = new Set((await site.store.outbox.list()).map(({ id }) => id));
      await manager.goto(`${site.url}${home}/letters`);
      await manager.getByRole('button', { name: /^Send \d+ letters?$/ }).click();
      await manager.getByRole('heading', { name: 'The letters are in the outbox' }).waitFor();
      const second = (await site.store.outbox.list()).filter(({ id }) => !before.has(id));
      expect(second.map(({ to }) => to.replace('@example.org', '')).sort()).toEqual(
        [...new Set(touched)].sort(),
      );
      await subscriber?.sync();
      if (subscriber)
        expect(await subscriber.list('2026-06-17', '2026-06-20')).not.toContain(
          '13:45-14:45 Interview with the peer review team',
        );
      const still = await fetch(feedOf(untouched), { headers: { 'If-None-Match': etag } });
      expect(touched.includes(untouched) ? 304 : still.status).toBe(304);
      expect(await text(organiser, `${home}/cant-come`)).toContain('Answered');
      expect(await text(organiser, `${home}/week`)).not.toContain('can’t make it');

      // The board on the wall, the peer on a phone, the organiser: all of them see it, at once and without asking twice.
      now = new Date('2026-06-17T12:50:00Z');
      await wall.clock.runFor(16_000);
      await expect.poll(standing, { timeout: 30_000 }).toContain('1.50pm');
      for (const shown of [await standing(), await text(peer, `${home}/board`)]) {
        expect(shown).toContain('1.50pm');
        expect(shown).toContain('What changed today');
        expect(shown).toMatch(/Release 2 Opposition member .* moves from Wednesday, 1\.45pm to 2\.45pm/);
        const running = shown.slice(shown.indexOf('Now'), shown.indexOf('What changed today'));
        expect(running).not.toContain('Opposition');
        expect(running).toMatch(/Glenn Cowan GC Free/);
      }
      expect(await text(organiser, happening)).toContain('Mended');
      expect(await peer.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    },
    timeout,
  );
});
