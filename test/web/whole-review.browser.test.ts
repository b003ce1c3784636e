import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { readEntry, readProgramme, readReview } from '../../src/intake/index.ts';
import { roleLabel } from '../../src/intake/spreadsheet/role-names.ts';
import { writeWorkbook } from '../../src/publish/workbook.ts';
import { appendix10 } from '../../src/review/roles.ts';
import { openBrowser } from '../support/browser.ts';
import { needs } from '../support/needs.ts';
import { Person } from './person-time.ts';
import { type Served, served, signIn } from './served.ts';

const council = 'Elmshire County Council';
const review = 'elmshire-county-council-2027';
/** Monday of the week, clear of bank holidays. */
const monday = { Day: '8', Month: '3', Year: '2027' };
const peers = [
  ['Dawn Rowntree', 'Team leader'],
  ['Walter Stirling', 'Member peer'],
  ['Ola Okoye', 'Operational manager peer'],
  ['Nina Hale', 'NHS peer'],
  ['Robin Voss', 'Operational manager peer'],
  ['Pat Iqbal', 'Member peer'],
  ['Gail Foster', 'Operational manager peer'],
  ['Ian Woodhouse', 'Review manager'],
] as const;

const first = ['Asha', 'Ben', 'Carla', 'Dev', 'Elin', 'Farid', 'Gwen', 'Hari'];
const last = ['Ashby', 'Barlow', 'Chowdhury', 'Drake', 'Elgar', 'Frost', 'Gill', 'Hobbs'];
/** One person a line of the list, and three more for its groups: forty. */
const people = [
  ...appendix10.filter((r) => r.when === 'always').map((r) => r.id),
  'practitioners',
  'practitioners',
  'partners',
]
  .slice(0, 40)
  .map((role, n) => ({
    name: `${first[n % 8]} ${last[(n + Math.floor(n / 8)) % 8]}`,
    job: `Head of service ${n + 1}`,
    email: `person-${n + 1}@elmshire.example`,
    role,
  }));

/** A calendar as a person saves it: a standing meeting, a day off, and a series with one of it moved. */
const calendar = (n: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//Test//EN',
    'BEGIN:VEVENT',
    `UID:standing-${n}`,
    'DTSTAMP:20270101T090000Z',
    `DTSTART;TZID=Europe/London:20270104T${String(9 + (n % 4)).padStart(2, '0')}0000`,
    `DTEND;TZID=Europe/London:20270104T${String(10 + (n % 4)).padStart(2, '0')}0000`,
    'RRULE:FREQ=WEEKLY;BYDAY=MO,WE',
    'SUMMARY:Not to be kept',
    'END:VEVENT',
    'BEGIN:VEVENT',
    `UID:away-${n}`,
    'DTSTAMP:20270101T090000Z',
    `DTSTART;VALUE=DATE:2027030${8 + (n % 2)}`,
    `DTEND;VALUE=DATE:20270${n % 2 === 0 ? '309' : '310'}`,
    'SUMMARY:Leave',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

needs('chromium').describe('a whole review', () => {
  let site: Served;
  let browser: Browser;
  let folder: string;
  const file = (name: string): string => join(folder, name);
  const nameOf = (n: number): string => people[n]?.name ?? '';
  const calendars = [2, 5, 9, 14, 21, 30].map((n) => ({ n, name: `${nameOf(n)}.ics` }));

  beforeAll(async () => {
    site = await served();
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'peerweek-whole-'));
    const columns = ['Name', 'Job title', 'E-mail', 'Organisation', 'Role on the list', 'Office', 'Site'];
    const rows = people.map(({ name, job, email, role }, n) => [
      name,
      job,
      email,
      council,
      roleLabel(role as Parameters<typeof roleLabel>[0]),
      `Room ${n + 1}`,
      'County Hall',
    ]);
    const rooms = [
      ['Base room', '14', 'County Hall', 'yes'],
      ['Committee room', '18', 'County Hall', ''],
      ['Gallery', '26', 'County Hall', ''],
      ['Small room', '6', 'County Hall', ''],
    ];
    writeFileSync(
      file('People.xlsx'),
      await writeWorkbook([
        { name: 'People', headings: columns, rows, widths: columns.map(() => 20) },
        {
          name: 'Rooms',
          headings: ['Room', 'Seats', 'Site', 'Base room'],
          rows: rooms,
          widths: [20, 8, 20, 8],
        },
      ]),
    );
    for (const { n, name } of calendars) writeFileSync(file(name), calendar(n));
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    rmSync(folder, { recursive: true });
  });

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
  const entry = async () => {
    const reading = readEntry((await site.store.reviews.find(review))?.file ?? '');
    if (!reading.ok) throw new Error('The review can’t be read');
    return reading.value;
  };
  const linksTo = async (email: string, kind: 'd' | 'sign-in'): Promise<string> => {
    const letters = (await site.store.outbox.list()).filter((m) => m.to === email);
    const [link = ''] = letters.flatMap(
      ({ text }) => new RegExp(`http:\\S+/${kind}/[\\w-]+`).exec(text) ?? [],
    );
    return link;
  };
  const who = (n: number) => people[n] ?? { name: '', email: '' };

  it('of forty people is entered and built in under 20 minutes of a person’s time', async () => {
    const olive = new Person();
    const context = await browser.newContext({ viewport: { width: 1366, height: 1500 } });
    await signIn(context, site);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const at = (path: string) => `${site.url}/reviews/${review}${path}`;
    const save = (to: RegExp) => olive.goOn(button(page, 'Save and continue'), to);
    /** A tab of the page, as somebody who knows their way takes it. */
    const tab = async (path: string) => {
      await olive.goOn(
        page.locator(`nav a[href="/reviews/${review}${path}"]`).first(),
        new RegExp(`${path}$`),
      );
    };

    // The wizard.
    await page.goto(`${site.url}/`);
    olive.look();
    await olive.goOn(button(page, 'Start a review'), /reviews\/new/);
    await olive.type(page.getByLabel('Name of the council'), council);
    for (const [label, value] of Object.entries(monday))
      await olive.type(page.getByLabel(label, { exact: true }), value);
    await olive.goOn(button(page, 'Start this review'), /set-up\/week/);
    await save(/set-up\/streams/);
    await olive.click(page.getByLabel('Three'));
    await save(/set-up\/options/);
    await save(/set-up\/enquiries/);
    await save(/set-up\/key-people/);
    await olive.type(page.getByLabel('Name').nth(0), who(4).name);
    await olive.type(page.getByLabel('Name').nth(1), 'Olive Organiser');
    await save(/set-up(\?|$)/);

    // The list of people to see, then a spreadsheet with their names.
    await olive.goOn(page.locator('main').getByRole('link', { name: 'Who to see' }), /\/list/);
    await olive.goOn(page.getByRole('link', { name: 'Plan them as one group' }), /list\/group/);
    await olive.goOn(button(page, 'Plan this group'), /list\?done/);
    await olive.goOn(button(page, 'Plan all that is to do, names to come'), /list\?done/);
    await tab('/bring-in');
    await olive.files(page.getByLabel('A workbook or a CSV file'), [file('People.xlsx')]);
    await olive.goOn(button(page, 'Look it over'), /bring-in\/.+/);
    await olive.goOn(button(page, /^Bring in: add/), /done=/);
    expect((await entry()).contacts?.length).toBeGreaterThanOrEqual(40);

    // The review manager is invited, and enters the team.
    await page.goto(at('/members'));
    olive.look();
    await olive.type(page.getByLabel('E-mail address'), 'ian@lga.example');
    await olive.click(page.getByLabel('Review manager').last());
    await olive.goOn(button(page, /^Invite$/), /members/);
    await page.getByText('The invitation is on its way.').waitFor();
    const manager = new Person();
    const theirs = await (await browser.newContext({ viewport: { width: 1366, height: 900 } })).newPage();
    theirs.setDefaultTimeout(30_000);
    await theirs.goto(await linksTo('ian@lga.example', 'sign-in'));
    await manager.type(theirs.getByLabel('Your name'), 'Ian Woodhouse');
    await manager.goOn(button(theirs, 'Join'), /reviews|\/$/);
    await theirs.goto(at('/peers'));
    for (const [name, role] of peers) {
      await manager.type(theirs.locator('#team-add').getByLabel('Name'), name);
      await manager.choose(theirs.locator('#team-add').getByLabel('What they are'), role);
      await manager.click(theirs.locator('#team-add').getByRole('button'));
      await theirs.locator('.pw-done', { hasText: `Added ${name}` }).waitFor();
    }
    await theirs.context().close();

    // Six calendars.
    await page.goto(at('/bring-in/calendars'));
    olive.look();
    await olive.files(
      page.getByLabel('Calendars', { exact: true }),
      calendars.map(({ name }) => file(name)),
    );
    await olive.goOn(button(page, 'Look them over'), /bring-in\/[\w-]{12,}$/);
    await olive.goOn(button(page, 'Put into their diaries'), /diaries\?done/);

    // Two diaries painted, two typed.
    const cell = (time: string) => page.getByRole('checkbox', { name: new RegExp(`^${time},`) });
    const openDiary = async (n: number) => {
      await tab('/diaries');
      await olive.goOn(
        page.getByRole('link', { name: `Enter it for ${who(n).name}`, exact: true }),
        /\/diary$/,
      );
    };
    for (const n of [0, 1]) {
      await openDiary(n);
      await olive.drag(cell('Tuesday 9.00am'), cell('Wednesday 11.45am'));
      await olive.goOn(button(page, 'Save this diary'), /done=/);
    }
    for (const [n, words] of [
      [3, 'not Tuesday morning, not Thursday after 2'],
      [6, 'Tue 10-12, Wed if needed'],
    ] as const) {
      await openDiary(n);
      await olive.type(page.getByLabel('Or write it'), words);
      await page.locator('[data-read]').getByText('This was understood').waitFor();
      olive.look();
      await olive.click(button(page, 'Add these times'));
      await page
        .locator('[data-said]')
        .getByText('Can’t:')
        .or(page.locator('[data-said]').getByText('If needed:'))
        .first()
        .waitFor();
      await olive.goOn(button(page, 'Save this diary'), /done=/);
    }

    await tab('/diaries');
    // Everybody who has not answered is written to, and three answer.
    await olive.goOn(
      page.getByRole('button', { name: /^Write to \d+ people who have not answered$/ }),
      /ask/,
    );
    await olive.click(button(page, 'Look the letters over'));
    await page.getByRole('heading', { name: 'Look the letters over' }).waitFor();
    await olive.click(page.locator('button[value=send]'));
    await page.getByRole('heading', { name: /The letters are/ }).waitFor();
    for (const [i, n] of [7, 8, 10].entries()) {
      // A contact, on a phone, without an account.
      const phone = await (await browser.newContext({ viewport: { width: 375, height: 800 } })).newPage();
      phone.setDefaultTimeout(30_000);
      await phone.goto(await linksTo(who(n).email, 'd'));
      await phone.getByLabel('Or write it').fill(['not Monday', 'Wed 9-11', 'not Thursday morning'][i] ?? '');
      await phone.locator('[data-read]').getByText('This was understood').waitFor();
      await button(phone, 'Add these times').click();
      await phone.locator('[data-said]').getByText('Can’t:').waitFor();
      await phone.getByRole('button', { name: 'Save', exact: true }).click();
      await phone.getByText('Thank you: it is saved.').waitFor();
      await phone.context().close();
    }

    // Ready? Then built.
    await tab('/ready');
    const light = page.locator('.pw-light__says');
    await expect.poll(() => light.innerText(), { timeout: 120_000 }).not.toContain('Trying');
    expect(await light.innerText()).toMatch(/^The week works/);
    olive.look();
    await olive.click(button(page, 'Build the programme'));
    await page.waitForURL(/\/programme(\?|$)/, { timeout: 180_000 });
    olive.look();

    const stored = await site.store.reviews.find(review);
    const draft = await site.store.programmes.draftOf(review);
    const whole = readReview(stored?.file ?? '');
    if (!whole.ok) throw new Error(JSON.stringify(whole.problems));
    const programme = readProgramme(draft?.file ?? '', whole.value);
    if (!programme.ok) throw new Error(JSON.stringify(programme.problems));
    expect(programme.value.unplaced).toEqual([]);
    expect(
      check(whole.value, programme.value, { today: '2027-01-04' }).filter((f) => f.kind === 'must'),
    ).toEqual([]);
    expect((await entry()).contacts?.filter((c) => c.diary !== undefined)).toHaveLength(13);

    const minutes = (olive.seconds + manager.seconds) / 60;
    process.stdout.write(
      `A review of ${people.length} people, ${programme.value.placements.length} sessions: ${minutes.toFixed(1)} minutes of a person’s time, ` +
        `${olive.counts.think + manager.counts.think} acts, ${olive.counts.key + manager.counts.key} keys, ${olive.counts.glance + manager.counts.glance} looks.\n`,
    );
    expect(minutes).toBeLessThan(20);
    await context.close();
  }, 600_000);
});
