import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateReview } from '../../fixtures/generate.ts';
import { solve } from '../../solver/solve.ts';
import { changeReview } from '../../src/actions/change-review.ts';
import { put } from '../../src/entry/edit.ts';
import { at } from '../../src/time/span.ts';
import { needs } from '../support/needs.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { everyPageThere } from './every-page.ts';
import { approved, enteredSample, keep, type Served, send, served, signIn, today } from './served.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A laptop and a phone: the pages have these two shapes. */
const widths = [1366, 375] as const;
/** Each page at one of the two, turn by turn; with PEERWEEK_LONG each at both. */
const isLookedAt = (page: number, width: (typeof widths)[number]): boolean =>
  process.env.PEERWEEK_LONG !== undefined || page % widths.length === widths.indexOf(width);
/** Long enough for a slow machine that does other things too. */
const timeout = process.env.PEERWEEK_LONG === undefined ? 240_000 : 900_000;
/** What WCAG 1.4.10 asks for: 1280 pixels at 400 %. */
const narrowest = 320;

/** A style as the browser has worked it out. In text: the types of the browser are not those of Node. */
const styleOf = (page: Page, selector: string, name: string): Promise<unknown> =>
  page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${name}`);

needs('chromium').describe('every page in a real browser', () => {
  let site: Served;
  let browser: Browser;
  let token: string;
  let diary: string;
  let listed: string;
  let happened: string;
  let decided: string;

  beforeAll(async () => {
    site = await served();
    const [left, ...sessions] = enteredSample().sessions;
    await keep(
      site.store,
      enteredSample({ declined: [{ role: 'lay-people', because: 'None could come' }] }),
      sampleProgramme({
        placements: sampleProgramme().placements.filter((p) => p.session !== left?.id),
        unplaced: [{ session: left?.id ?? '', because: ['No hour is left on day 1.'] }],
      }),
      {
        status: 'feasible',
        conflicts: [
          { sentence: 'Two at once.', sessions: sessions.slice(0, 2).map((s) => s.id), mends: ['Ask one.'] },
        ],
      },
    );
    await approved(site.store, enteredSample(), sampleProgramme());
    await keep(site.store, enteredSample({ id: 'bare', council: 'Bareshire Council' }));
    const [seen] = enteredSample().contacts;
    const edit = put('contacts', {
      id: seen!.id,
      name: seen!.name,
      organisation: 'Another',
      jobTitle: 'New',
    });
    await changeReview({ store: site.store, now: () => today }, 'bare', 1, edit, {
      by: 'Ada',
      why: 'Changed one',
    });
    // A week whose alternatives have been looked for.
    const chosen = generateReview({ size: 'S', tightness: 'tight', seed: 2 });
    const { programme } = await solve(chosen, { seed: 1, effort: 'quick' });
    await keep(site.store, { ...chosen, id: 'chosen' }, { ...programme, review: 'chosen' });
    await send(`${site.url}/reviews/chosen/programme/alternatives`, {});
    const { body } = await send(`${site.url}/reviews/sample/peers/links`, { peer: 'health' });
    token = /\/p\/([A-Za-z0-9_-]{43})"/.exec(body)?.[1] ?? '';
    const link = { review: 'sample', contact: 'priya-shah', to: 'contact' } as const;
    const asked = { by: 'Test', why: 'Test' };
    const endsAt = '2026-02-01T23:59:59.000Z';
    diary = (await site.store.diaryLinks.issue({ ...link, endsAt }, asked)).token;
    const first = await site.store.accounts.byEmail('first@example.org');
    await site.store.accounts.coordinate(first?.id ?? '', true, { by: 'A test', why: 'Made a coordinator' });
    await send(`${site.url}/reviews/sample/peers/from-list/team`, {});
    await send(`${site.url}/reviews/sample/frame/keep`, { name: 'Ours' });
    listed = (await site.store.shared.of('peer'))[0]?.id ?? '';
    const what = { kind: 'called-off', about: 'hospital', from: 0, to: 0, note: 'They rang' } as const;
    const when = { review: 'sample', atMinute: at(3, 9), rehearsed: true } as const;
    happened = (await site.store.happenings.report({ ...what, ...when }, asked)).id;
    const settled = await site.store.happenings.report({ ...what, ...when }, asked);
    await site.store.happenings.settle('sample', settled.id, 1, { state: 'left' }, asked);
    decided = settled.id;
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const leftOut = enteredSample().sessions[0]?.id ?? '';
  const addressOf = (path: string): string =>
    `${site.url}${path.replace('[TOKEN]', token).replace('[LEFT]', leftOut).replace('[DIARY]', diary).replace('[LISTED]', listed).replace('[HAPPENED]', happened).replace('[DECIDED]', decided)}`;

  /** A context that notes what leaves the server's own origin, and what the browser complains of. */
  async function watched(options: Parameters<Browser['newContext']>[0] = {}) {
    const context = await browser.newContext(options);
    await signIn(context, site);
    const left: string[] = [];
    const complaints: string[] = [];
    context.on('request', (request) => {
      if (!request.url().startsWith(`${site.url}/`)) left.push(request.url());
    });
    // That addresses with nothing at them, or nothing any more, answer 404 and 410 is what is asked of them.
    const expected = /status of (404|410)/;
    context.on('console', (message) => {
      if (!expected.test(message.text())) complaints.push(message.text());
    });
    context.on('weberror', (error) => void complaints.push(error.error().message));
    return { context, left, complaints };
  }

  const everyPage = async (
    context: BrowserContext,
    look: (page: Page, path: string) => Promise<void>,
    paths: readonly string[] = everyPageThere,
  ): Promise<void> => {
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(addressOf(path));
      await look(page, path);
    }
  };

  const tooWide = async (page: Page, path: string, width: number): Promise<readonly string[]> => {
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
    return wide > width ? [`${path}: ${wide} pixels wide`] : [];
  };

  it(`scrolls only downwards at ${narrowest} pixels`, { timeout }, async () => {
    const { context } = await watched({ viewport: { width: narrowest, height: 600 } });
    const found: string[] = [];
    await everyPage(context, async (page, path) => {
      found.push(...(await tooWide(page, path, narrowest)));
    });
    expect(found).toEqual([]);
    await context.close();
  });

  for (const width of widths)
    it(`is clean to axe (WCAG 2.2 AA) at ${width} pixels, scrolls only downwards, asks nobody else, has no complaint`, {
      timeout,
    }, async () => {
      const { context, left, complaints } = await watched({ viewport: { width, height: 800 } });
      const found: string[] = [];
      await everyPage(
        context,
        async (page, path) => {
          const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
          for (const { id, nodes } of violations)
            found.push(
              `${path}: ${id}: ${nodes
                .map((n) => n.html)
                .join(' ')
                .slice(0, 300)}`,
            );
          found.push(...(await tooWide(page, path, width)));
        },
        everyPageThere.filter((_, n) => isLookedAt(n, width)),
      );
      expect(found).toEqual([]);
      expect(left).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    });

  it('works without JavaScript: another day, another peer, a link made and ended', async () => {
    const { context, left, complaints } = await watched({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(addressOf('/'));
    await page.getByRole('link', { name: 'Sampleshire Council' }).click();
    await page.getByRole('link', { name: 'Programme', exact: true }).click();
    await page.getByRole('link', { name: 'Wednesday' }).click();
    expect(await page.getByRole('table').getByText('Day 3').count()).toBe(1);
    await page.getByRole('link', { name: 'By peer' }).click();
    await page.getByLabel('Which peer').selectOption('Joanne Whitby');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.getByRole('heading', { level: 2 }).innerText()).toContain('Joanne Whitby');
    await page.getByRole('link', { name: 'Peers', exact: true }).click();
    await page.getByRole('button', { name: 'Make a link for Joanne Whitby' }).click();
    const private_ = await page.locator('a[href*="/p/"]').getAttribute('href');
    await page.goto(private_ ?? '');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Joanne Whitby');
    await page.goto(addressOf('/reviews/sample/peers'));
    await page.getByRole('button', { name: 'End this link of Joanne Whitby' }).click();
    const gone = await page.goto(private_ ?? '');
    expect(gone?.status()).toBe(404);
    expect([left, complaints]).toEqual([[], []]);
    await context.close();
  });

  it('can be walked with the keyboard alone, and shows where one is', async () => {
    const { context } = await watched({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.goto(addressOf('/reviews/sample/programme'));
    // A key that comes before the page is drawn for the first time is dropped by the browser; and a jump within the
    // page is done at the next drawing, when it takes the focus from wherever a quicker key has brought it.
    const drawn = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';
    await page.evaluate(drawn);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    await page.evaluate(drawn);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toMatch(/^\d+ findings to put right$/);
    expect(await styleOf(page, ':focus', 'backgroundColor')).toBe('rgb(255, 221, 0)');
    await page.getByRole('link', { name: 'Print it' }).focus();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('What is to be put right');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('By day');
    expect(await styleOf(page, ':focus', 'backgroundColor')).toBe('rgb(255, 221, 0)');
    await context.close();
  });

  it('prints a day of the grid on one page across, without the ways around it', async () => {
    const { context } = await watched({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    for (const day of [1, 2, 3, 4]) {
      await page.goto(addressOf(`/reviews/sample/programme?day=${day}`));
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect([day, pdf.match(/\/Type \/Page\b/g)?.length]).toEqual([day, 1]);
      expect(pdf).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[45][.\d]*\]/);
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    await page.goto(addressOf('/reviews/sample/people'));
    expect(await page.locator('.pw-rows tbody th').first().isVisible()).toBe(true);
    const ways = '.pw-add, .pw-find, .pw-rows__do';
    expect(await page.locator(ways).count()).toBeGreaterThan(2);
    expect(await page.locator(ways).filter({ visible: true }).count()).toBe(0);
    await context.close();
  });

  it('stays readable where people choose their own colours', async () => {
    const { context } = await watched({ forcedColors: 'active', viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.goto(addressOf('/reviews/sample/programme?day=2'));
    expect(await styleOf(page, '.day-grid__cell--session', 'borderLeftStyle')).toBe('solid');
    expect(await styleOf(page, '.pw-switch__link[aria-current]', 'borderTopWidth')).toBe('4px');
    await context.close();
  });
});
