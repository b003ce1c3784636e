import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readProgramme } from '../../src/intake/index.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { NEW } from '../../src/store/ports.ts';
import { openBrowser } from '../support/browser.ts';
import { fixtureText, reviewFixture } from '../support/fixtures.ts';
import { needs } from '../support/needs.ts';
import { type Served, served } from './served.ts';

const timeout = 60_000;

needs('chromium').describe('two people agree a programme, in a real browser', () => {
  let site: Served;
  let browser: Browser;
  let organiser: Page;
  let manager: Page;
  const review = reviewFixture('small-council');
  const at = `/reviews/${review.id}`;

  const draft = async (): Promise<{ version: number; programme: Programme }> => {
    const stored = await site.store.programmes.draftOf(review.id);
    const reading = stored && readProgramme(stored.file, review);
    if (!stored || !reading?.ok) return { version: 0, programme: { ...empty } };
    return { version: stored.version, programme: reading.value };
  };
  const empty = { review: review.id, revision: 0, placements: [], fixedEvents: [], unplaced: [] };
  const version = (n: number) => expect.poll(async () => (await draft()).version, { timeout }).toBe(n);
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const releases = (n: number) =>
    expect.poll(async () => (await site.store.releases.of(review.id)).length, { timeout }).toBe(n);

  beforeAll(async () => {
    let moment = Date.UTC(2026, 0, 12, 10);
    site = await served(() => {
      moment += 50;
      return new Date(moment);
    });
    const file = JSON.parse(fixtureText('small-council.json'));
    const { sharedAt: _, approvedAt: __, ...about } = file.review;
    const { id, council, firstDay } = about;
    const text = JSON.stringify({ ...file, review: about });
    await site.store.reviews.save({ id, council, firstDay, file: text }, NEW, { by: 'Test', why: 'Test' });
    browser = await openBrowser();
    const open = async (role: 'organiser' | 'manager') => {
      const { Cookie } = await site.as([role], review.id);
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
      const [name = '', value = ''] = Cookie.split('=', 2);
      await context.addCookies([{ name, value, url: site.url }]);
      context.setDefaultTimeout(timeout);
      return context.newPage();
    };
    organiser = await open('organiser');
    manager = await open('manager');
  }, timeout);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it(
    'the organiser builds it, moves by keyboard alone, locks, mends around, and takes a re-build back',
    async () => {
      await organiser.goto(`${site.url}${at}/programme`);
      await organiser
        .getByRole('button', { name: /^Build/ })
        .first()
        .focus();
      await organiser.keyboard.press('Enter');
      await version(1);
      // By keyboard alone: pick the first of the day, go to a time that is free, and there it is.
      await organiser.goto(`${site.url}${at}/programme?day=2`);
      await organiser.locator('.day-grid__title a').first().focus();
      await organiser.keyboard.press('Enter');
      await organiser.waitForSelector('#picked');
      await expect
        .poll(() => organiser.evaluate('document.activeElement?.dataset.place ?? ""'), { timeout })
        .not.toBe('');
      for (let n = 0; n < 40; n++) {
        if (await organiser.evaluate('document.activeElement.matches(".pw-place--free")')) break;
        await organiser.keyboard.press('ArrowDown');
      }
      await organiser.keyboard.press('Enter');
      await organiser.waitForSelector('#chosen');
      await expect
        .poll(() => organiser.evaluate('document.activeElement?.textContent'), { timeout })
        .toContain('Move it here');
      await organiser.keyboard.press('Enter');
      await version(2);

      const [first, second] = (await draft()).programme.placements.filter((p) => p.peers.length === 2);
      await organiser.goto(`${site.url}${at}/programme/sessions/${first!.session}`);
      await organiser.locator('#lock-time').check();
      await organiser.locator('#because').fill('Agreed with her office');
      await press(organiser, 'Lock it');
      await expect
        .poll(async () => (await site.store.reviews.find(review.id))?.file, { timeout })
        .toContain('Agreed with her office');

      // Taken out of the week by hand, it finds its way back when the week is mended around it.
      await organiser.goto(`${site.url}${at}/programme/sessions/${second!.session}`);
      await press(organiser, 'Take it out of the week');
      await version(3);
      await organiser.goto(`${site.url}${at}/programme/mend`);
      await press(organiser, 'Look for ways to mend it');
      await press(organiser, /^Mend it this way/);
      await version(4);
      const mended = await draft();
      expect(mended.programme.placements.some((p) => p.session === second!.session)).toBe(true);

      await organiser.goto(`${site.url}${at}/programme/build`);
      await press(organiser, /^Build/);
      await version(5);
      await organiser.goto(`${site.url}${at}/programme`);
      await organiser.locator('[data-undo] button').first().click();
      await version(6);
      expect((await draft()).programme.placements).toEqual(mended.programme.placements);
    },
    timeout,
  );

  it(
    'the review manager comments, grants an exception and sends it back; what is answered is approved, amended, approved again',
    async () => {
      await organiser.goto(`${site.url}${at}/agree`);
      await press(organiser, 'Share the draft');
      await organiser.getByText('Shared by Somebody, organiser').waitFor();

      const [first] = (await draft()).programme.placements;
      await manager.goto(`${site.url}${at}/programme/sessions/${first!.session}`);
      await manager.getByLabel('Comment', { exact: true }).fill('Is this early enough?');
      await press(manager, 'Comment');
      await manager.locator('.pw-comment', { hasText: 'Is this early enough?' }).waitFor();
      await manager.goto(`${site.url}${at}/agree`);
      await manager.getByText('Grant another exception beforehand').click();
      await manager.getByLabel('What for').selectOption('by-phone');
      await manager.getByLabel('Whom or which session').selectOption(review.contacts[0]!.id);
      await manager.getByLabel('Reason', { exact: true }).fill('Abroad that week');
      await press(manager, 'Grant this exception');
      await manager.locator('.pw-done').waitFor();
      await manager.getByLabel('What is to be changed').fill('See the comment on the first session');
      await press(manager, 'Send back with comments');
      await manager.getByText('Sent back by Somebody, manager').waitFor();

      await organiser.goto(`${site.url}${at}/agree`);
      await organiser.getByText('See the comment on the first session').waitFor();
      await organiser
        .getByLabel(/^Answer/)
        .first()
        .fill('She asked for it.');
      await press(organiser, 'Answer');
      await organiser.getByText('She asked for it.').waitFor();
      await press(organiser, /^This is settled/);
      await organiser.getByText('No open comments.').waitFor();
      await press(organiser, 'Share the draft');
      await organiser.getByText('Shared by Somebody, organiser').waitFor();

      await manager.goto(`${site.url}${at}/agree`);
      await press(manager, 'Approve this programme');
      await releases(1);

      // After it, a change is an amendment: it waits, and the rest stands.
      const { programme, version: before } = await draft();
      const led = programme.placements.find((p) => p.peers.length === 2 && p.lead === undefined)!;
      await manager.goto(`${site.url}${at}/pairs`);
      await manager.locator(`#lead-${led.session}`).selectOption(led.peers[1]!);
      await press(manager, 'Save who leads');
      await version(before + 1);
      await manager.goto(`${site.url}${at}/agree`);
      await manager.getByText('1 session changed since, which wait for approval').waitFor();
      await press(manager, 'Approve this programme');
      await releases(2);
      await organiser.goto(`${site.url}${at}/releases/1/compare/2`);
      expect(await organiser.locator('main').innerText()).toContain('is led by');
    },
    timeout,
  );
});
