import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Send, sendWaiting } from '../../src/actions/send-waiting.ts';
import { NEW } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { emptyOutbox } from '../../web/empty-outbox.ts';
import { mailOf } from '../../web/mail.ts';
import { type Smtp, startSmtp } from '../support/smtp.ts';
import { ask, enteredSample, keep, type Served, send, served, textOf } from './served.ts';

const from = 'Peerweek <peerweek@example.gov.uk>';
const letter = {
  to: 'mo@example.org',
  subject: 'Ynys Môn: an invitation',
  text: 'Read “this”.\n.\nhttps://x.example/a\n',
};

describe('letters by a real mail server', () => {
  let smtp: Smtp;
  let minute: number;
  const now = () => new Date(Date.UTC(2026, 0, 12, 10, minute));
  const opened = () => openStore(':memory:', { now, randomBytes });
  const mail = (): Send => {
    const made = mailOf({ MAIL_URL: smtp.url, MAIL_FROM: from });
    if (typeof made !== 'function') throw new Error(String(made));
    return made;
  };
  beforeEach(async () => {
    minute = 0;
    smtp = await startSmtp();
  });
  afterEach(() => smtp.close());

  it('go out once, as they are written, from whom they should be', async () => {
    const store = await opened();
    const posted = await store.outbox.post(letter);
    expect(await sendWaiting(store, now, mail())).toBe(1);
    expect(await sendWaiting(store, now, mail())).toBe(0);
    expect(smtp.letters.map(({ from, to }) => [from, to])).toEqual([
      ['peerweek@example.gov.uk', ['mo@example.org']],
    ]);
    const data = smtp.letters[0]?.data ?? '';
    expect(data).toContain(`Message-ID: <${posted.id}@example.gov.uk>`);
    expect(data).toContain('Auto-Submitted: auto-generated');
    expect(data).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
    expect(data).toContain('\r\n.\r\n');
    expect(data).toContain('https://x.example/a');
    expect((await store.outbox.find(posted.id))?.state).toBe('sent');
    await store.close();
  });

  it('wait for a server that is busy, ever longer, and go out when it has time', async () => {
    const store = await opened();
    const { id } = await store.outbox.post(letter);
    smtp.answer((command) => (command.startsWith('RCPT') ? '451 4.3.0 greylisted, come again' : undefined));
    await sendWaiting(store, now, mail());
    expect(await store.outbox.find(id)).toMatchObject({
      state: 'waiting',
      tries: 1,
      trouble: '451 4.3.0 greylisted, come again',
      nextAt: '2026-01-12T10:01:00.000Z',
    });
    expect(await sendWaiting(store, now, mail())).toBe(0);
    minute = 1;
    await sendWaiting(store, now, mail());
    expect(await store.outbox.find(id)).toMatchObject({ tries: 2, nextAt: '2026-01-12T10:03:00.000Z' });
    smtp.answer(() => undefined);
    minute = 3;
    expect(await sendWaiting(store, now, mail())).toBe(1);
    expect(smtp.letters).toHaveLength(1);
    await store.close();
  });

  it('wait for a server that is not there', async () => {
    const store = await opened();
    const { id } = await store.outbox.post(letter);
    await smtp.close();
    const nowhere = mail();
    smtp = await startSmtp();
    await sendWaiting(store, now, nowhere);
    expect(await store.outbox.find(id)).toMatchObject({ state: 'waiting', tries: 1 });
    await store.close();
  });

  it('are left to a person where the server will not have them, ever', async () => {
    const store = await opened();
    const { id } = await store.outbox.post(letter);
    smtp.answer((command) => (command.startsWith('RCPT') ? '550 5.1.1 no such user' : undefined));
    await sendWaiting(store, now, mail());
    expect(await store.outbox.find(id)).toMatchObject({ state: 'failed', trouble: '550 5.1.1 no such user' });
    await store.outbox.again(id);
    smtp.answer((command) => (command === '.' ? '554 5.7.1 looks like spam' : undefined));
    await sendWaiting(store, now, mail());
    expect(await store.outbox.find(id)).toMatchObject({
      state: 'failed',
      trouble: '554 5.7.1 looks like spam',
    });
    await store.close();
  });

  it('are not given up for a wrong password, which is ours to mend', async () => {
    const store = await opened();
    const { id } = await store.outbox.post(letter);
    smtp.answer((command) => (command.startsWith('MAIL') ? '530 5.7.0 authentication required' : undefined));
    await sendWaiting(store, now, mail());
    expect(await store.outbox.find(id)).toMatchObject({
      state: 'waiting',
      trouble: '530 5.7.0 authentication required',
    });
    await store.close();
  });

  it('have one recipient, whatever an address or a subject says', async () => {
    const store = await opened();
    await store.outbox.post({ ...letter, to: 'a@x.org, b@x.org', subject: 'Hello\r\nBcc: c@x.org' });
    await sendWaiting(store, now, mail());
    const recipients = smtp.letters.flatMap(({ to }) => to);
    expect(recipients.filter((to) => to === 'b@x.org' || to === 'c@x.org')).toEqual([]);
    expect(smtp.letters.map(({ data }) => /^Bcc:/im.test(data))).not.toContain(true);
    await store.close();
  });

  it('go out as soon as they are posted, by a server that goes round', async () => {
    const store = await opened();
    const post = emptyOutbox({ store, now, log: pino({ level: 'silent' }), send: mail(), tell: () => {} });
    expect(post.sends).toBe(true);
    for (let n = 0; n < 3; n++) {
      await store.outbox.post({ ...letter, subject: `Letter ${n}` });
      post.soon();
    }
    await expect.poll(() => smtp.letters.length).toBe(3);
    await post.close();
    await store.close();
  });
});

describe('a letter that does not go', () => {
  it('is told of in the log by its id, without whom it was for (ASVS 16.3.4)', async () => {
    const now = () => new Date('2026-01-12T10:00:00Z');
    const store = await openStore(':memory:', { now, randomBytes });
    const { id } = await store.outbox.post(letter);
    let log = '';
    const send: Send = async ({ to }) => ({ ok: false, trouble: `550 5.1.1 <${to}> unknown`, never: true });
    const stream = {
      write(line: string) {
        log += line;
      },
    };
    const post = emptyOutbox({ store, now, log: pino({}, stream), send, tell: () => {} });
    await expect.poll(() => log).toContain(`"letter":"${id}","never":true`);
    expect(log).not.toContain('mo@');
    await post.close();
    await store.close();
  });
});

describe('the outbox without a mail server', () => {
  it('is told to the terminal once, and nothing in it is a command to a terminal', async () => {
    const now = () => new Date('2026-01-12T10:00:00Z');
    const store = await openStore(':memory:', { now, randomBytes });
    await store.outbox.post({ ...letter, subject: 'Red \u001b[31mcouncil\u0007' });
    let told = '';
    const tell = (text: string) => {
      told += text;
    };
    const post = emptyOutbox({ store, now, log: pino({ level: 'silent' }), send: undefined, tell });
    await expect.poll(() => told).toContain('A letter to mo@example.org. No mail server is set (MAIL_URL)');
    post.soon();
    await post.close();
    expect(told.match(/A letter to/g)).toHaveLength(1);
    expect(told).not.toContain('\u001b');
    expect(told).not.toContain('\u0007');
    expect((await store.outbox.list()).map((m) => m.state)).toEqual(['waiting']);
    await store.close();
  });

  it('names nobody of a review where what is told is kept in a file: only that a letter waits', async () => {
    const now = () => new Date('2026-01-12T10:00:00Z');
    const store = await openStore(':memory:', { now, randomBytes });
    const council = { id: 'one', council: 'C', firstDay: '2026-03-23', file: '{}' };
    await store.reviews.save(council, NEW, { by: 'Test', why: 'Test' });
    await store.outbox.post({ ...letter, review: 'one', text: 'Dear Mo, http://here/d/secret' });
    const into = async (isWatched: boolean) => {
      let told = '';
      const tell = (text: string) => {
        told += text;
      };
      const given = { store, now, log: pino({ level: 'silent' }), send: undefined, tell, isWatched };
      const post = emptyOutbox(given);
      await expect.poll(() => told).not.toBe('');
      await post.close();
      return told;
    };
    expect(await into(false)).toBe(
      'A letter of a review waits on the page Outbox: no mail server is set (MAIL_URL).\n',
    );
    expect(await into(true)).toContain('http://here/d/secret');
    await store.close();
  });
});

describe('the page of the outbox', () => {
  let site: Served;
  const page = async (who: object = {}, from = site) => {
    const { body } = await ask(`${from.url}/outbox`, { headers: who });
    return textOf(body);
  };
  const start = async (sends: boolean) => {
    site = await served(undefined, undefined, { post: { sends, soon: () => {} } });
    await keep(site.store, enteredSample());
    await keep(site.store, enteredSample({ id: 'other', council: 'Othershire Council' }));
  };
  afterEach(() => site.close());

  const invite = (email: string, review = 'sample') =>
    send(`${site.url}/reviews/${review}/members/invitations`, { email, role: 'peer' });

  it('says so when there is nothing', async () => {
    await start(false);
    expect(await page()).toContain('Nothing waits, and nothing was sent in the last week.');
  });

  it('without a mail server shows what a letter says, for its sender to hand on', async () => {
    await start(false);
    await invite('mo@example.org');
    const text = await page();
    expect(text).toContain('Sampleshire Council: you are invited to its peer review Waiting');
    expect(text).toContain('To mo@example.org . Written 12 January 2026, 10.00am.');
    expect(text).toMatch(/http:\/\/localhost:\d+\/sign-in\/[\w-]{43}/);
  });

  it('with one shows what became of a letter, never what it says, and tries again at a click', async () => {
    await start(true);
    await invite('mo@example.org');
    expect(await page()).toContain('on its way');
    const message = await site.store.outbox.claim();
    if (!message) throw new Error('nothing to send');
    await site.store.outbox.failed(message, '550 no such user', undefined);
    const text = await page();
    expect(text).toContain('Not sent');
    expect(text).toContain('The mail server said: 550 no such user');
    expect(text).not.toContain('/sign-in/');
    // Somebody else’s click changes nothing.
    await send(`${site.url}/outbox/again`, { message: message.id }, await site.as(['organiser'], 'other'));
    expect((await site.store.outbox.find(message.id))?.state).toBe('failed');
    await send(`${site.url}/outbox/again`, { message: message.id });
    expect((await site.store.outbox.find(message.id))?.state).toBe('waiting');
  });

  it('shows nobody the letters of a review that they do not organise', async () => {
    await start(false);
    await invite('mo@example.org');
    for (const who of [
      await site.as(['organiser'], 'other'),
      await site.as(['manager', 'peer'], 'sample'),
      await site.as([]),
    ])
      expect(await page(who)).toContain('Nothing waits');
    expect(await page(await site.as(['organiser'], 'sample'))).toContain('mo@example.org');
  });

  it('shows an organiser the link of somebody who is part of their reviews alone, and of nobody else', async () => {
    await start(false);
    const organiser = await site.as(['organiser'], 'sample');
    await site.as(['peer'], 'sample');
    const [peer] = (await site.store.members.of('sample')).filter((m) => m.roles.includes('peer'));
    const asksForLink = () =>
      send(`${site.url}/sign-in`, { email: peer?.email ?? '', to: '' }, { Cookie: '' });
    await asksForLink();
    expect(await page(organiser)).toContain('Your link to sign in to Peerweek');
    // The same person in a review that this organiser has no part in: their link opens that one too.
    await site.store.members.join('other', peer?.account ?? '', ['peer'], { by: 'Test', why: 'Test' });
    expect(await page(organiser)).not.toContain('Your link to sign in to Peerweek');
  });
});
