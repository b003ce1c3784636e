import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Answered,
  ask,
  enteredSample,
  keep,
  type Served,
  send,
  served,
  stranger,
  textOf,
} from './served.ts';

const cookieOf = ({ headers }: Answered) => ({
  Cookie: String(headers['set-cookie'] ?? '').split(';')[0] ?? '',
});
const linkIn = (text: string | undefined): string => /\/sign-in\/[\w-]{43}/.exec(text ?? '')?.[0] ?? 'none';

describe('who may work on a review', () => {
  let site: Served;
  beforeEach(async () => {
    site = await served();
    await keep(site.store, enteredSample());
    await keep(site.store, enteredSample({ id: 'other', council: 'Othershire Council' }));
  });
  afterEach(() => site.close());

  const at = '/reviews/sample/members';
  const page = async (who: object = {}) => ask(`${site.url}${at}`, { headers: who });
  const post = (path: string, values: Record<string, string>, who: object = {}) =>
    send(`${site.url}${at}${path}`, values, who);
  const letterTo = async (email: string) => (await site.store.outbox.list()).find((m) => m.to === email);
  const members = async () =>
    (await site.store.members.of('sample')).map((m) => [m.name, m.roles.join(' and ')]).sort();
  const memberCalled = async (name: string) => {
    const found = (await site.store.members.of('sample')).find((m) => m.name === name);
    if (!found) throw new Error(`no member ${name}`);
    return found;
  };

  it('grows by an invitation, whose link makes the account and opens the review', async () => {
    const invited = await post('/invitations', { email: 'Mo@LGA.example.org', role: 'manager' });
    expect([invited.status, invited.headers.location]).toEqual([303, `${at}?said=invited`]);
    expect(textOf((await ask(`${site.url}${at}?said=invited`)).body)).toContain(
      'The invitation is on its way.',
    );
    expect(textOf((await page()).body)).toContain(
      'mo@lga.example.org Review manager Invited by Olive Organiser',
    );
    const letter = await letterTo('mo@lga.example.org');
    expect(letter?.subject).toBe('Sampleshire Council: you are invited to its peer review');
    const link = `${site.url}${linkIn(letter?.text)}`;
    const look = await ask(link, { headers: stranger });
    expect(textOf(look.body)).toContain(
      'Olive Organiser invites you to work on the programme of Sampleshire Council’s peer review, as a review manager. For mo@lga.example.org. Your name',
    );
    const unnamed = await send(link, { name: '' }, stranger);
    expect([unnamed.status, unnamed.headers['set-cookie']]).toEqual([400, undefined]);
    const entered = await send(link, { name: 'Mo Manager' }, stranger);
    expect(entered.status).toBe(303);
    const mo = cookieOf(entered);
    expect((await ask(`${site.url}/reviews/sample/programme`, { headers: mo })).status).toBe(200);
    expect((await ask(`${site.url}/reviews/other/programme`, { headers: mo })).status).toBe(404);
    expect(await members()).toEqual([
      ['Mo Manager', 'manager'],
      ['Olive Organiser', 'organiser and manager'],
    ]);
    expect((await send(link, { name: 'Mo Manager' }, stranger)).status).toBe(410);
  });

  it('gives no link that signs in to somebody who has an account: they join from their own list', async () => {
    const pat = await site.as(['peer'], 'other');
    const [{ email = '' } = {}] = (await site.store.members.of('other')).filter((m) =>
      m.roles.includes('peer'),
    );
    await post('/invitations', { email, role: 'organiser' });
    const letter = await letterTo(email);
    expect(linkIn(letter?.text)).toBe('none');
    expect(letter?.text).toContain(`\n${site.url}/\n`);
    const list = await ask(`${site.url}/`, { headers: pat });
    expect(textOf(list.body)).toContain(
      'Olive Organiser invites you to work on the programme of Sampleshire Council’s peer review, as an organiser. Join Sampleshire Council',
    );
    const [, invitation = ''] = /name="invitation" value="([^"]+)"/.exec(list.body) ?? [];
    // Nobody takes up the invitation of another.
    await send(`${site.url}/join`, { invitation }, await site.as(['peer'], 'other'));
    expect(await members()).toHaveLength(1);
    await send(`${site.url}/join`, { invitation }, pat);
    expect((await ask(`${site.url}/reviews/sample/programme`, { headers: pat })).status).toBe(200);
  });

  it('says what is wrong with an invitation, and keeps what was typed', async () => {
    const wrong = async (values: Record<string, string>, who: object = {}) => {
      const { status, body } = await post('/invitations', values, who);
      return [status, /There is a problem (.*?) Who may work/.exec(textOf(body))?.[1], body] as const;
    };
    expect((await wrong({ email: 'mo', role: 'peer' })).slice(0, 2)).toEqual([
      400,
      'Enter an e-mail address, like name@council.gov.uk',
    ]);
    expect((await wrong({ email: 'mo@x.org', role: '' })).slice(0, 2)).toEqual([
      400,
      'Choose what they are in the review',
    ]);
    expect((await wrong({ email: 'mo@x.org', role: 'king' }))[0]).toBe(400);
    expect((await wrong({ email: 'first@example.org', role: 'manager' })).slice(0, 2)).toEqual([
      400,
      'Somebody with this e-mail address is that already',
    ]);
    const manager = await site.as(['manager'], 'sample');
    const [status, text, body] = await wrong({ email: 'new@x.org', role: 'organiser' }, manager);
    expect([status, text]).toEqual([400, 'An organiser is invited by an organiser']);
    expect(body).toContain('value="new@x.org"');
    expect(await site.store.invitations.of('sample')).toEqual([]);
  });

  it('can take an invitation back, and send it again', async () => {
    await post('/invitations', { email: 'mo@x.org', role: 'manager' });
    const [invitation] = await site.store.invitations.of('sample');
    const first = linkIn((await letterTo('mo@x.org'))?.text);
    const again = await post('/invitations/again', { invitation: invitation?.id ?? '' });
    expect(again.headers.location).toBe(`${at}?said=invited`);
    expect((await site.store.outbox.list()).filter((m) => m.to === 'mo@x.org')).toHaveLength(2);
    const back = await post('/invitations/withdraw', { invitation: invitation?.id ?? '' });
    expect(back.headers.location).toBe(`${at}?said=withdrawn`);
    expect((await send(`${site.url}${first}`, { name: 'Mo' }, stranger)).status).toBe(410);
    const late = await post('/invitations/withdraw', { invitation: invitation?.id ?? '' });
    expect(late.headers.location).toBe(`${at}?said=late`);
  });

  it('touches no invitation and no member of another review', async () => {
    await send(`${site.url}/reviews/other/members/invitations`, { email: 'mo@x.org', role: 'manager' });
    const [invitation] = await site.store.invitations.of('other');
    const [other] = await site.store.members.of('other');
    await post('/invitations/withdraw', { invitation: invitation?.id ?? '' });
    await post('/invitations/again', { invitation: invitation?.id ?? '' });
    await post('/roles', { member: other?.id ?? '', version: '1', roles: 'organiser' });
    await post('/remove', { member: other?.id ?? '', version: '1' });
    expect(await site.store.invitations.of('other')).toEqual([invitation]);
    expect(await site.store.members.of('other')).toEqual([other]);
  });

  it('changes what somebody may do from the next page on, with a line in the history', async () => {
    const pat = await site.as(['peer'], 'sample');
    const programme = async () =>
      (await ask(`${site.url}/reviews/sample/programme`, { headers: pat })).status;
    expect(await programme()).toBe(403);
    const member = await memberCalled('Somebody, peer');
    const values = { member: member.id, version: '1', roles: 'manager' };
    expect((await post('/roles', values)).headers.location).toBe(`${at}?said=changed`);
    expect(await programme()).toBe(200);
    const [line] = (await site.store.history.of('sample')).filter(
      (l) => l.what === 'changed' && l.thing === 'member',
    );
    expect([line?.by, line?.why]).toEqual(['Olive Organiser', 'Made Somebody, peer review manager']);
    // From a page that somebody else has overtaken.
    expect((await post('/roles', values)).headers.location).toBe(`${at}?said=late`);
  });

  it('takes somebody off, who then finds nothing there', async () => {
    const pat = await site.as(['peer'], 'sample');
    const member = await memberCalled('Somebody, peer');
    expect((await post('/remove', { member: member.id, version: '1' })).headers.location).toBe(
      `${at}?said=removed`,
    );
    expect((await ask(`${site.url}/reviews/sample`, { headers: pat })).status).toBe(404);
  });

  it('keeps its last organiser, who is told what to do first', async () => {
    const own = await memberCalled('Olive Organiser');
    const refused = [
      await post('/remove', { member: own.id, version: String(own.version) }),
      await post('/roles', { member: own.id, version: String(own.version), roles: 'manager' }),
    ];
    for (const { status, body } of refused) {
      expect(status).toBe(400);
      expect(textOf(body)).toContain('A review needs an organiser: make somebody else one first');
    }
    const stays = await send(`${site.url}/account/leave`, { review: 'sample' });
    expect(stays.status).toBe(400);
    expect(textOf(stays.body)).toContain('make somebody else one before you leave it');
    await site.as(['organiser'], 'sample');
    const left = await post('/remove', { member: own.id, version: String(own.version) });
    expect(left.headers.location).toBe('/');
    expect((await page()).status).toBe(404);
  });

  it('offers a review manager what a review manager may', async () => {
    const manager = await site.as(['manager'], 'sample');
    await site.as(['peer'], 'sample');
    const { body } = await page(manager);
    expect(textOf(body)).toContain('Take Somebody, peer off this review');
    expect(textOf(body)).not.toContain('Take Olive Organiser off');
    expect(body).not.toContain('value="organiser"');
    const olive = await memberCalled('Olive Organiser');
    const refused = await post('/remove', { member: olive.id, version: '1' }, manager);
    expect(textOf(refused.body)).toContain('Only an organiser can change this');
    expect((await post('/roles', { member: olive.id, version: '1', roles: 'peer' }, manager)).status).toBe(
      403,
    );
  });
});
