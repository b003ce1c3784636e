import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { troubleLine } from '../../src/actions/command/trouble.ts';
import type { Message } from '../../src/store/outbox-port.ts';
import { openStore } from '../../src/store/store.ts';
import { goesOpen } from '../../src/store/where.ts';
import { mailOf } from '../../web/mail.ts';
import { startSmtp } from '../support/smtp.ts';

const letter: Message = {
  id: 'one',
  version: 1,
  to: 'mo@example.org',
  subject: 'A link',
  text: 'https://…/sign-in/secret\n',
  madeAt: '2026-01-12T10:00:00.000Z',
  state: 'waiting',
  tries: 0,
  nextAt: '2026-01-12T10:00:00.000Z',
};
const from = 'Peerweek <peerweek@example.gov.uk>';

describe('what leaves this computer leaves by TLS (ASVS 12.3.1)', () => {
  const sendTo = async (url: string) => {
    const send = mailOf({ MAIL_URL: url, MAIL_FROM: from });
    if (typeof send !== 'function') throw new Error(String(send));
    return send(letter);
  };

  it('no letter goes to a mail server elsewhere that offers none', async () => {
    // Another address of this computer stands for another computer: nobody else can be asked here.
    const elsewhere = await startSmtp('127.0.0.2');
    expect((await sendTo(elsewhere.url)).ok).toBe(false);
    expect(elsewhere.letters).toEqual([]);
    // Whoever knows that the way there is safe has said so.
    expect((await sendTo(`${elsewhere.url}?ignoreTLS=true`)).ok).toBe(true);
    await elsewhere.close();
    const here = await startSmtp();
    expect((await sendTo(here.url)).ok).toBe(true);
    await here.close();
  });

  it('no database elsewhere is asked without, unless its address says so', async () => {
    const open = [
      'postgresql://me:secret@db.example.gov.uk/peerweek',
      'postgres://db.example.gov.uk/peerweek?application_name=x',
      'postgresql://me@localhost/peerweek?host=10.0.0.7',
    ];
    const closed = [
      'postgresql://me:secret@db.example.gov.uk/peerweek?sslmode=verify-full',
      'postgresql://db.internal/peerweek?sslmode=disable',
      'postgresql://me:secret@localhost/peerweek',
      'postgresql://me@[::1]:5433/peerweek',
      'postgresql:///peerweek?host=/run/postgresql',
      '/srv/peerweek/peerweek.db',
    ];
    expect(open.map(goesOpen)).toEqual(open.map(() => true));
    expect(closed.map(goesOpen)).toEqual(closed.map(() => false));
    const refused = await openStore(open[0]!, { now: () => new Date(), randomBytes }).catch((error) => error);
    expect(troubleLine(refused)).toMatch(
      /^DATABASE_URL leads to another computer and says nothing of TLS: put \?sslmode=verify-full/,
    );
  });
});
