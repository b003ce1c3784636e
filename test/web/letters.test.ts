import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendWaiting } from '../../src/actions/send-waiting.ts';
import { changesBetween } from '../../src/programme/changes.ts';
import type { Placement } from '../../src/programme/placement.ts';
import type { Review } from '../../src/review/review.ts';
import { mailOf } from '../../web/mail.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { startSmtp } from '../support/smtp.ts';
import { fillIn, formIn } from './filled.ts';
import { approved, ask, enteredSample, keep, type Served, send, served, stranger, textOf } from './served.ts';

const plain = enteredSample();
/** Everybody but one of each has an address. */
const review: Review = {
  ...plain,
  contacts: plain.contacts.map((c) => {
    const { email: _, pa: __, ...rest } = c;
    return c.id === 'martin-bell' ? rest : { ...rest, email: `${c.id}@example.org` };
  }),
  peers: plain.peers.map((p) => ({ ...p, email: `${p.id}@example.org` })),
};
const programme = sampleProgramme();
const moved = (session: string, by: number): readonly Placement[] =>
  programme.placements.map((p) =>
    p.session === session
      ? {
          ...p,
          start: p.start + by,
          end: p.end + by,
          away: { from: p.away.from + by, to: p.away.to + by },
        }
      : p,
  );

describe('letters about a release', () => {
  let site: Served;
  beforeEach(async () => {
    site = await served();
    await keep(site.store, review, programme);
    await approved(site.store, review, programme);
  });
  afterEach(() => site.close());

  const at = () => `${site.url}/reviews/sample/letters`;
  const page = async () => (await ask(at())).body;
  const toTell = (html: string) =>
    html.includes('name="who"')
      ? formIn(html, '/letters').fields.flatMap(([k, v]) => (k === 'who' ? [v] : []))
      : [];
  /** Sends the form of the page as it stands, but for what is said. */
  const sendForm = async (what: string, who?: readonly string[], over: Record<string, string> = {}) => {
    const { fields } = formIn(await page(), '/letters');
    const body = new URLSearchParams();
    for (const [name, value] of fields)
      if (name !== 'who' || !who || who.includes(value)) body.append(name, over[name] ?? value);
    body.append('do', what);
    return ask(at(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
      body: body.toString(),
    });
  };
  const posted = async () =>
    new Map(
      (await site.store.outbox.list()).map((message) => [message.to.replace('@example.org', ''), message]),
    );

  it('of the first go to everybody who is in it, each looked over before, and nothing is sent by looking', async () => {
    const all = toTell(await page());
    const inIt = new Set(
      programme.placements.flatMap((p) => plain.sessions.find((s) => s.id === p.session)!.contacts),
    );
    for (const id of [...inIt, ...plain.peers.map((p) => p.id)]) expect(all).toContain(id);
    const looked = await sendForm('look', undefined, { note: 'Please come ten minutes early.' });
    expect(textOf(looked.body)).toContain('Please come ten minutes early.');
    expect((await site.store.outbox.list()).length).toBe(0);
    const outbox = textOf((await ask(`${site.url}/outbox`)).body);
    expect(outbox).toContain(`Sampleshire Council, release 1: ${all.length} letters to look over`);
    const done = await sendForm('send');
    expect(done.status).toBe(200);
    expect(textOf((await ask(`${site.url}/outbox`)).body)).not.toContain('to look over');
    expect(toTell(await page())).toEqual([]);
    expect((await site.store.outbox.list()).length).toBe(all.length - 1);
    expect(textOf(await page())).toContain(
      `Everybody whom Release 1 concerns has been written to; ${all.length - 1} letters have not been sent yet.`,
    );
    await sendWaiting(
      site.store,
      () => new Date('2026-01-12T10:00:00Z'),
      async () => ({ ok: true }),
    );
    expect(textOf(await page())).toContain('Everybody whom Release 1 concerns has been told of it.');
  });

  it('to a contact: their slot, place, who comes, a file for the calendar, a link; nothing of anybody else’s', async () => {
    await sendForm('send');
    const { text = '', subject, attached = [] } = (await posted()).get('joan-petrie') ?? {};
    expect(subject).toBe('Sampleshire Council: when the peer review team sees you');
    expect(text).toMatch(/^Dear Joan Petrie,\n/);
    expect(text).toContain('Thursday 26 March, 9.00am to 10.00am, ');
    expect(text).toContain(
      'You will meet: Harriet Lindqvist (operational manager peer) and Joanne Whitby (review analyst)',
    );
    const [, token = ''] = /\/p\/([\w-]{43})/.exec(text) ?? [];
    expect((await ask(`${site.url}/p/${token}`, { headers: stranger })).body).toContain('Joan Petrie');
    expect(attached.map(({ name, type }) => [name, type])).toEqual([
      ['peer-review.ics', 'text/calendar; charset=utf-8; method=PUBLISH'],
    ]);
    expect(attached[0]?.text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    const others = review.contacts.filter((c) => c.id !== 'joan-petrie');
    const said = `${text}${attached[0]?.text.replaceAll('\r\n ', '')}`;
    expect(others.filter((c) => said.includes(c.name))).toEqual([]);
  });

  it('to whoever has no address are shown once, to hand over', async () => {
    const { body } = await sendForm('send', ['martin-bell']);
    expect(textOf(body)).toContain('To hand over yourself');
    const [, token = ''] = /\/p\/([\w-]{43})/.exec(body) ?? [];
    expect((await ask(`${site.url}/p/${token}`, { headers: stranger })).body).toContain('Martin Bell');
    expect(await page()).not.toContain(token);
    expect(toTell(await page())).not.toContain('martin-bell');
    expect(toTell(await page())).toContain('joan-petrie');
  });

  it('of an amendment go to those whom it touches, and to nobody else, with before and after', async () => {
    await sendForm('send');
    const before = new Set((await site.store.outbox.list()).map((m) => m.id));
    const next = sampleProgramme({ placements: moved('midwifery', 60) });
    await approved(site.store, review, next);
    const touched = changesBetween(review, programme, next).flatMap((change) => change.tell);
    expect(touched.length).toBeGreaterThan(1);
    expect([...toTell(await page())].sort()).toEqual([...new Set(touched)].sort());
    await sendForm('send');
    const sent = (await site.store.outbox.list())
      .filter((m) => !before.has(m.id))
      .map((m) => m.to.replace('@example.org', ''));
    expect([...sent].sort()).toEqual([...new Set(touched)].sort());
    const contact = review.sessions.find((s) => s.id === 'midwifery')!.contacts[0]!;
    const text = (await site.store.outbox.list()).find(
      (m) => !before.has(m.id) && m.to.startsWith(contact),
    )?.text;
    expect(text).toContain('Was: Wednesday 25 March, 3.30pm to 4.30pm');
    expect(text).toContain('Now: Wednesday 25 March, 4.30pm to 5.30pm');
  });

  it('go to those of a session that is in the review no longer, too: not needed any more, and their calendar says so', async () => {
    await sendForm('send');
    const before = new Set((await site.store.outbox.list()).map((m) => m.id));
    const midwife = review.sessions.find((s) => s.id === 'midwifery')!.contacts[0]!;
    const without: Review = {
      ...review,
      sessions: review.sessions.filter((s) => s.id !== 'midwifery'),
      contacts: review.contacts.filter((c) => c.id !== midwife),
    };
    const left = programme.placements.filter((p) => p.session !== 'midwifery');
    await approved(site.store, without, sampleProgramme({ placements: left }));
    const peers = programme.placements.find((p) => p.session === 'midwifery')!.peers;
    expect([...toTell(await page())].sort()).toEqual([midwife, ...peers].sort());
    await sendForm('send');
    const letter = (await site.store.outbox.list()).find(
      (m) => !before.has(m.id) && m.to.startsWith(midwife),
    );
    expect(letter?.subject).toBe('Sampleshire Council: no longer needed for the peer review');
    expect(letter?.text).toContain('It is no longer held: you need not keep this time free.');
    expect(letter?.attached?.[0]?.text).toMatch(/SUMMARY:CANCELLED: [\s\S]*STATUS:CANCELLED/);
    const [, token = ''] = /\/p\/([\w-]{43})/.exec(letter?.text ?? '') ?? [];
    expect((await ask(`${site.url}/p/${token}`, { headers: stranger })).status).toBe(200);
    expect((await ask(`${site.url}/f/${token}.ics`, { headers: stranger })).body).toContain(
      'STATUS:CANCELLED',
    );
    // Who compares the releases is told by name what is gone, and whom that concerns.
    const compared = await ask(`${site.url}/reviews/sample/releases/1/compare/2`);
    const { name } = review.contacts.find((c) => c.id === midwife)!;
    expect(textOf(compared.body)).toContain(review.sessions.find((s) => s.id === 'midwifery')!.title);
    expect(textOf(compared.body)).toContain(name);
  });

  it('compare with what each was told last, however many releases ago; what went back again is no news', async () => {
    await sendForm('send');
    await approved(site.store, review, sampleProgramme({ placements: moved('midwifery', 60) }));
    await approved(site.store, review, sampleProgramme({ placements: moved('midwifery', 75) }));
    await sendForm('send', ['tessa-quinn']);
    const texts = (await site.store.outbox.list()).filter((m) => m.to.startsWith('tessa')).map((m) => m.text);
    expect(texts.find((text) => text.includes('Was: '))).toMatch(
      /Was: .*3\.30pm to 4\.30pm[\s\S]*Now: .*4\.45pm to 5\.45pm/,
    );
    await approved(site.store, review, programme);
    expect(toTell(await page())).toEqual(['tessa-quinn']);
  });

  it('say it where something is no longer held', async () => {
    await sendForm('send');
    const without = programme.placements.filter((p) => p.session !== 'midwifery');
    await approved(site.store, review, sampleProgramme({ placements: without }));
    await sendForm('send', ['tessa-quinn']);
    const message = (await site.store.outbox.list()).find((m) => m.subject.includes('no longer'));
    expect(message?.to).toBe('tessa-quinn@example.org');
    expect(message?.subject).toBe('Sampleshire Council: no longer needed for the peer review');
    expect(message?.text).toContain('It is no longer held: you need not keep this time free.');
    expect(message?.attached?.[0]?.text).toContain('STATUS:CANCELLED');
  });

  it('do not go where another release was approved meanwhile: it is said, and what was typed stays', async () => {
    const { status, body } = await sendForm('send', ['joan-petrie'], { release: '0', note: 'See you soon' });
    expect(status).toBe(409);
    expect(textOf(body)).toContain('Nothing was sent: release 1 was approved meanwhile.');
    expect(body).toContain('See you soon</textarea>');
    expect(body.match(/name="who"[^>]* checked/g)).toHaveLength(1);
    expect(await site.store.outbox.list()).toEqual([]);
    expect((await sendForm('send', [])).status).toBe(422);
  });

  it('do not go to whom somebody else has told meanwhile: it is said, and what was typed stays', async () => {
    const shown = await page();
    const second = (who: readonly string[]) =>
      fillIn(site, shown, '/letters', { who, note: 'See you soon', do: 'send' });
    await sendForm('send', ['joan-petrie']);
    const late = await second(['joan-petrie']);
    expect(late.status).toBe(409);
    expect(textOf(late.body)).toContain('Nothing was sent: those whom you chose were told meanwhile.');
    expect(late.body).toContain('See you soon</textarea>');
    await sendForm('send');
    const last = await second(['martin-bell']);
    expect([last.status, textOf(last.body).includes('it was not sent: See you soon')]).toEqual([409, true]);
  });

  it('are noted where people know already, and no letter goes', async () => {
    expect((await sendForm('told', ['joan-petrie'])).status).toBe(303);
    expect(toTell(await page())).not.toContain('joan-petrie');
    expect(textOf(await page())).toContain('Joan Petrie');
    expect(await site.store.outbox.list()).toEqual([]);
    const lines = (await site.store.history.of('sample')).filter((line) => line.thing === 'letters');
    expect(lines.map((line) => line.why)).toEqual(['Told 1 person of release 1 in another way']);
  });

  it('go out with their calendar by a real mail server; one that fails is shown and tried again from here', async () => {
    await sendForm('send', ['joan-petrie']);
    const smtp = await startSmtp();
    const mail = mailOf({ MAIL_URL: smtp.url, MAIL_FROM: 'Peerweek <peerweek@example.gov.uk>' });
    if (typeof mail !== 'function') throw new Error(String(mail));
    const now = () => new Date('2026-01-12T10:00:00Z');
    smtp.answer((command) => (command.startsWith('RCPT') ? '550 5.1.1 no such mailbox' : undefined));
    await sendWaiting(site.store, now, mail);
    expect(textOf(await page())).toContain('Not sent The mail server said: 550 5.1.1 no such mailbox');
    const [message] = await site.store.outbox.list();
    await send(`${at()}/again`, { message: 'another' });
    expect((await site.store.outbox.find(message!.id))?.state).toBe('failed');
    await send(`${at()}/again`, { message: message!.id });
    smtp.answer(() => undefined);
    await sendWaiting(site.store, now, mail);
    const data = smtp.letters.at(-1)?.data ?? '';
    expect(data).toMatch(
      /Content-Type: text\/calendar; charset=utf-8; method=PUBLISH;\s+name=peer-review\.ics/,
    );
    expect(textOf(await page())).toContain('joan-petrie@example.org Sent');
    await smtp.close();
  });
});
