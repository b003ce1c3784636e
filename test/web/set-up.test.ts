import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { type Answered, ask, type Served, send, served, textOf } from './served.ts';

let site: Served;
beforeAll(async () => {
  site = await served();
});
afterAll(() => site.close());

const page = async (path: string): Promise<string> => textOf((await ask(`${site.url}${path}`)).body);
const post = (path: string, values: Record<string, string>): Promise<Answered> =>
  send(`${site.url}${path}`, values);
const start = (values: Record<string, string> = {}) =>
  post('/reviews/new', {
    council: 'Newshire Council',
    'first-day': '22',
    'first-month': '3',
    'first-year': '2027',
    ...values,
  });
const entryOf = async (id: string) => {
  const stored = await site.store.reviews.find(id);
  const reading = readEntry(stored?.file ?? '');
  if (!reading.ok) throw new Error('not an entry');
  return reading.value;
};

describe('starting a review', () => {
  it('asks for the council and the week, and goes on', async () => {
    expect(await page('/reviews/new')).toContain('Start a review Two questions to begin with.');
    const answer = await start();
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/reviews/newshire-council-2027/set-up/week');
    const { review, sessions } = await entryOf('newshire-council-2027');
    expect(review).toMatchObject({ council: 'Newshire Council', firstDay: '2027-03-22' });
    expect(sessions?.map((s) => s.id)).toEqual([
      'accident-and-emergency',
      'duty-desk',
      'debrief',
      'debrief-2',
    ]);
    // Whoever comes back to it later is led to where they left off.
    expect(await page('/reviews/newshire-council-2027')).toContain(
      'What this review waits for Setting up to be finished. Go on with: How many sessions run at once',
    );
  });

  it('says what is missing and keeps what was typed', async () => {
    const { status, body } = await post('/reviews/new', { council: 'Lost & Found', 'first-day': '22' });
    expect(status).toBe(400);
    expect(textOf(body)).toContain('There is a problem The first day must include a month and a year');
    expect(body).toContain('value="Lost &amp; Found"');
    expect(body).toContain('value="22"');
    expect(body).toContain('href="#first-month"');
    const empty = textOf((await post('/reviews/new', {})).body);
    expect(empty).toContain('Enter the name of the council Enter the first day of the on-site week');
  });

  it('five-day-week (manual 323): takes a Monday, and another day only where it is meant', async () => {
    const tuesday = await start({ 'first-day': '23', council: 'Tuesdayshire' });
    expect(tuesday.status).toBe(400);
    expect(textOf(tuesday.body)).toContain('That day is a Tuesday, and the week usually starts on a Monday');
    expect(textOf(tuesday.body)).toContain('Yes, the week starts on a Tuesday');
    const meant = await start({ 'first-day': '23', council: 'Tuesdayshire', 'any-day': 'yes' });
    expect(meant.headers.location).toBe('/reviews/tuesdayshire-2027/set-up/week');
  });

  it('refuses what is no date', async () => {
    for (const wrong of [
      { 'first-day': '31', 'first-month': '2' },
      { 'first-month': 'x' },
      { 'first-year': '27' },
    ])
      expect(textOf((await start(wrong)).body)).toContain('The first day must be a real date');
    expect(textOf((await start({ 'first-year': '1926' })).body)).toContain('between 2020 and 2099');
  });

  it('gives a second review of the same council and year an id of its own', async () => {
    await start({ council: 'Twinshire' });
    expect((await start({ council: 'Twinshire' })).headers.location).toBe(
      '/reviews/twinshire-2027-2/set-up/week',
    );
  });
});

describe('the steps of setting up', () => {
  const id = 'stepshire-2027';
  const at = (step: string) => `/reviews/${id}/set-up${step && `/${step}`}`;
  beforeAll(async () => {
    await start({ council: 'Stepshire' });
  });

  it('point out bank holidays and clock changes', async () => {
    expect(await page(at('week'))).toContain('Monday 22 March Day 1');
    // Easter Monday of 2027 is 29 March, and the clocks go forward the day before it.
    const saved = await post(at('week'), {
      council: 'Stepshire',
      'first-day': '29',
      'first-month': '3',
      'first-year': '2027',
    });
    expect(saved.headers.location).toBe(`${at('streams')}?done=2`);
    const shown = await page(at('week'));
    expect(shown).toContain(
      'Sunday 28 March The evening before: the team first meets The clocks go forward an hour at 1.00am.',
    );
    expect(shown).toContain('Monday 29 March Day 1 Easter Monday: a bank holiday in England.');
    expect(await page(at(''))).toContain(
      'What stands out in this week Sunday 28 March: The clocks go forward',
    );
  });

  it('can be left and taken up again where they were left', async () => {
    expect(await page(at(''))).toContain(
      'Setting up is not finished: How many sessions run at once Go on with it',
    );
    await post(at('streams'), { streams: '2', more: 'seldom', limit: '' });
    expect((await entryOf(id)).review).toMatchObject({
      streams: 2,
      moreStreams: { limit: 3, when: 'seldom' },
    });
    expect(await page(at(''))).toContain('Setting up is not finished: Optional parts of the review');
  });

  it('save before they go back, too', async () => {
    const saved = await post(at('streams'), { streams: '3', more: 'never', go: 'back' });
    expect(saved.headers.location).toMatch(new RegExp(`^${at('week')}\\?done=`));
    expect((await entryOf(id)).review.streams).toBe(3);
  });

  it('say what is wrong and keep what was typed', async () => {
    const { status, body } = await post(at('streams'), { streams: '3', more: 'as-needed', limit: '3' });
    expect(status).toBe(400);
    expect(textOf(body)).toContain('The most that may run at once must be a whole number from 4 to 10');
    expect(body).toMatch(/name="limit"[^>]*value="3"/);
    expect(textOf((await post(at('streams'), {})).body)).toContain(
      'Choose how many sessions usually run at once Choose whether more may run at once',
    );
  });

  it('put in what an option asks for, and take it out with the option', async () => {
    const taken = await post(at('options'), { options: 'caseRecordingReview' });
    expect(taken.headers.location).toContain(at('enquiries'));
    expect((await entryOf(id)).sessions?.at(-1)).toMatchObject({ kind: 'record-review', latestDay: 2 });
    await post(at('options'), {});
    expect((await entryOf(id)).sessions?.some((s) => s.kind === 'record-review')).toBe(false);
    expect((await entryOf(id)).review.options).toEqual({
      caseRecords: false,
      caseRecordingReview: false,
      auditValidation: false,
      intervention: false,
    });
  });

  it('take key lines of enquiry line by line, none where there are none', async () => {
    await post(at('enquiries'), { enquiries: 'Neglect\r\n\r\n  Early   help \r\nNeglect' });
    expect((await entryOf(id)).review.keyLinesOfEnquiry).toEqual([
      { id: 'neglect', title: 'Neglect' },
      { id: 'early-help', title: 'Early help' },
    ]);
    expect(textOf((await ask(`${site.url}${at('enquiries')}`)).body)).toContain('Neglect Early help');
    await post(at('enquiries'), { enquiries: '' });
    expect((await entryOf(id)).review.keyLinesOfEnquiry).toEqual([]);
  });

  it('sponsor-debrief (manual 311): name the sponsor, who is then in the debriefs', async () => {
    const saved = await post(at('key-people'), {
      sponsor: 'Ruth Adeyemi',
      'sponsor-title': 'Chief executive',
      organiser: 'Colin Frost',
      'organiser-title': '',
    });
    expect(saved.headers.location).toContain(at(''));
    const { review, contacts, sessions } = await entryOf(id);
    expect(contacts).toMatchObject([
      { name: 'Ruth Adeyemi', jobTitle: 'Chief executive', organisation: 'Stepshire' },
      { name: 'Colin Frost', organisation: 'Stepshire' },
    ]);
    expect([review.sponsor, review.organiser]).toEqual(contacts?.map((c) => c.id));
    expect(sessions?.filter((s) => s.kind === 'debrief').map((s) => s.contacts)).toEqual([
      [review.sponsor],
      [review.sponsor],
    ]);
    expect(await page(at(''))).toContain('Sponsor Ruth Adeyemi, Chief executive Change the sponsor');
    // Sent again as it stands, nothing changes.
    const before = (await site.store.reviews.find(id))?.version;
    await post(at('key-people'), {
      sponsor: 'ruth adeyemi',
      'sponsor-title': 'Chief executive',
      organiser: 'Colin Frost',
      'organiser-title': '',
    });
    expect((await site.store.reviews.find(id))?.version).toBe(before);
  });

  it('keep what two people do at once, and say where both did the same', async () => {
    const seen = String((await site.store.reviews.find(id))?.version);
    await post(at('week'), {
      council: 'Stepshire',
      seen,
      'first-day': '12',
      'first-month': '4',
      'first-year': '2027',
    });
    const other = await post(at('enquiries'), { seen, enquiries: 'Exploitation' });
    expect(other.status).toBe(303);
    const clash = await post(at('week'), {
      council: 'Stepshire',
      seen,
      'first-day': '19',
      'first-month': '4',
      'first-year': '2027',
    });
    expect(clash.status).toBe(409);
    expect(textOf(clash.body)).toContain('somebody else made it “2027-04-12”');
    expect(clash.body).toMatch(/name="first-day"[^>]*value="19"/);
    // The page that said so has today's version in it: sent again, ours goes over theirs.
    const now = /name="seen" value="(\d+)"/.exec(clash.body)?.[1] ?? '';
    await post(at('week'), {
      council: 'Stepshire',
      seen: now,
      'first-day': '19',
      'first-month': '4',
      'first-year': '2027',
    });
    const { review } = await entryOf(id);
    expect([review.firstDay, review.keyLinesOfEnquiry?.[0]?.title]).toEqual(['2027-04-19', 'Exploitation']);
  });

  it('offers to undo what was just saved', async () => {
    await post(at('enquiries'), { enquiries: 'Something else' });
    const version = (await site.store.reviews.find(id))?.version;
    expect(await page(`${at('key-people')}?done=${version}`)).toContain('Set 1 key line of enquiry. Undo');
    await post(`/reviews/${id}/undo`, { version: String(version) });
    expect((await entryOf(id)).review.keyLinesOfEnquiry?.[0]?.title).toBe('Exploitation');
  });

  it('answers 404 for a step that there is not, and for a review that there is not', async () => {
    expect((await ask(`${site.url}${at('other')}`)).status).toBe(404);
    expect((await ask(`${site.url}/reviews/none/set-up`)).status).toBe(404);
    expect((await post('/reviews/none/set-up/week', {})).status).toBe(404);
  });
});
