import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../src/store/accounts-port.ts';
import { NEW, type Store } from '../../../src/store/ports.ts';
import type { SignInLink } from '../../../src/store/sign-ins-port.ts';
import type { Opened } from '../contract.ts';

const ada = { by: 'Ada', why: 'Entered from a file' };
const far = '2027-01-01T00:00:00.000Z';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** What every store does for people who sign in, whatever database is behind it. */
export function describeAccounts(name: string, open: () => Promise<Opened>): void {
  describe(`people who sign in, on ${name}`, () => {
    let opened: Opened;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await review('one');
    });
    afterEach(() => opened.remove());

    const review = (id: string, founder?: string) =>
      store.reviews.save({ id, council: 'C', firstDay: '2026-03-23', file: '{}' }, NEW, ada, founder);

    const enter = async (link: SignInLink, given: { name?: string; email?: string } = {}, in_ = store) =>
      in_.signIns.enter(await store.signIns.offer(link), { browser: 'Firefox on Linux', ...given });

    const entered = async (link: SignInLink, given: { name?: string; email?: string } = {}) => {
      const result = await enter(link, given);
      if (result.kind !== 'in') throw new Error(result.kind);
      return result;
    };

    const olive = { name: 'Olive', email: 'olive@example.org' };
    const first = () => entered({ kind: 'first', endsAt: far }, olive);

    /** Somebody by an invitation to review `one`. */
    const invited = async (who: string, role: 'organiser' | 'manager' | 'peer') => {
      const email = `${who}@example.org`;
      const { id } = await store.invitations.invite('one', email, role, ada);
      return (await entered({ kind: 'invitation', email, invitation: id, endsAt: far }, { name: who }))
        .account;
    };

    const memberOf = async (account: Account) => {
      const found = (await store.members.of('one')).find((m) => m.account === account.id);
      if (!found) throw new Error('not a member');
      return found;
    };

    describe('one-time links', () => {
      it('are kept as a hash only, and looking at one uses nothing up', async () => {
        const token = await store.signIns.offer({ kind: 'first', endsAt: far, leadsTo: '/rules' });
        expect(token).toMatch(/^[\w-]{43}$/);
        const link = { kind: 'first', endsAt: far, leadsTo: '/rules' };
        expect(await store.signIns.look(token)).toEqual(link);
        expect(await store.signIns.look(token)).toEqual(link);
        expect(await store.signIns.look(`${token}A`)).toBeUndefined();
        const kept = await opened.dump();
        expect(kept).not.toContain(token);
        expect(kept).toContain(hash(token));
      });

      it('let in once, and not after their time', async () => {
        const token = await store.signIns.offer({ kind: 'first', endsAt: far });
        const browser = 'Firefox on Linux';
        const results = await Promise.all([
          store.signIns.enter(token, { ...olive, browser }),
          store.signIns.enter(token, { ...olive, browser }),
        ]);
        expect(results.map((r) => r.kind).sort()).toEqual(['gone', 'in']);
        expect(await store.signIns.look(token)).toBeUndefined();
        const late: SignInLink = { kind: 'sign-in', email: olive.email, endsAt: '2026-01-12T09:00:00.000Z' };
        expect(await enter(late)).toEqual({ kind: 'gone' });
      });

      it('ask somebody new who they are, and are as good as before', async () => {
        const token = await store.signIns.offer({ kind: 'first', endsAt: far });
        for (const given of [{}, { name: 'Olive' }, { email: 'olive@example.org' }])
          expect(await store.signIns.enter(token, { browser: 'b', ...given })).toEqual({
            kind: 'who are you',
          });
        expect((await store.signIns.enter(token, { browser: 'b', ...olive })).kind).toBe('in');
      });

      it('make one first account and no second, whichever server the button was pressed at', async () => {
        const other = await opened.reopen();
        const results = await Promise.all([
          enter({ kind: 'first', endsAt: far }, olive),
          enter({ kind: 'first', endsAt: far }, { name: 'Mallory', email: 'm@example.org' }, other),
        ]);
        expect(results.map((r) => r.kind).sort()).toEqual(['gone', 'in']);
        expect(await store.accounts.none()).toBe(false);
        await other.close();
      });

      it('give the first account the reviews that nobody is part of, and no other', async () => {
        const { account } = await first();
        await review('two', account.id);
        await review('three');
        expect(await store.members.ofAccount(account.id)).toEqual([
          { review: 'one', roles: ['organiser', 'manager'] },
          { review: 'two', roles: ['organiser', 'manager'] },
        ]);
        expect(await store.members.of('three')).toEqual([]);
      });

      it('let nobody in who has neither account nor invitation', async () => {
        expect(await enter({ kind: 'sign-in', email: 'x@example.org', endsAt: far }, { name: 'X' })).toEqual({
          kind: 'gone',
        });
        expect(await store.accounts.none()).toBe(true);
      });
    });

    describe('signed in', () => {
      it('a browser is known by a token of which only the hash is kept', async () => {
        const { token, account } = await first();
        const signedIn = await store.signIns.open(token);
        expect(signedIn?.account).toEqual(account);
        expect(account).toEqual({
          id: account.id,
          version: 1,
          email: 'olive@example.org',
          name: 'Olive',
          addedAt: account.addedAt,
        });
        expect(await opened.dump()).not.toContain(token);
        for (const wrong of ['', `${token}A`, account.id, hash(token)])
          expect(await store.signIns.open(wrong)).toBeUndefined();
      });

      it('ends here at a click, and everywhere at another', async () => {
        const one = await first();
        const link: SignInLink = { kind: 'sign-in', email: olive.email, endsAt: far };
        const [two, three] = [await entered(link), await entered(link)];
        expect((await store.signIns.of(one.account.id)).map((s) => s.browser)).toEqual([
          'Firefox on Linux',
          'Firefox on Linux',
          'Firefox on Linux',
        ]);
        // One by one as well: by its id, and only by whoever it is.
        const ids = (await store.signIns.of(one.account.id)).map((s) => s.id);
        const third = (await store.signIns.open(three.token))?.id ?? '';
        expect(ids).toContain(third);
        await store.signIns.endOne(third, 'somebody else');
        expect(await store.signIns.open(three.token)).toBeDefined();
        await store.signIns.endOne(third, one.account.id);
        expect(await store.signIns.open(three.token)).toBeUndefined();
        await store.signIns.end(two.token);
        expect(await store.signIns.open(two.token)).toBeUndefined();
        expect(await store.signIns.open(one.token)).toBeDefined();
        await store.signIns.endAll(one.account.id);
        for (const { token } of [one, three]) expect(await store.signIns.open(token)).toBeUndefined();
        expect(await store.signIns.of(one.account.id)).toEqual([]);
      });

      it('counts tries by what is limited, whichever server they are made at', async () => {
        const other = await opened.reopen();
        const counts = await Promise.all(
          Array.from({ length: 6 }, (_, n) => (n % 2 ? store : other).signIns.attempt('email a', 60)),
        );
        expect(Math.max(...counts)).toBe(6);
        expect(await store.signIns.attempt('email b', 60)).toBe(1);
        // An old try counts no more: the clock goes on by a minute at each look.
        expect(await store.signIns.attempt('email b', 1)).toBe(1);
        expect(await opened.dump()).not.toContain('email a');
        await other.close();
      });

      it('renames over the version that was seen', async () => {
        const { account } = await first();
        const saved = await store.accounts.rename(account.id, 1, 'Olive Oak');
        expect(saved).toEqual({ saved: true, stored: { ...account, version: 2, name: 'Olive Oak' } });
        const theirs = await store.accounts.byEmail(olive.email);
        expect(await store.accounts.rename(account.id, 1, 'Late')).toEqual({ saved: false, theirs });
        expect(
          (await store.history.about('account', account.id)).map((l) => [l.version, l.by, l.why]),
        ).toEqual([
          [1, 'Olive', 'Made the first account'],
          [2, 'Olive Oak', 'Changed the name'],
        ]);
      });
    });

    describe('another address', () => {
      it('is the account’s that asked for the link, once; the link lets nobody in', async () => {
        const { account } = await first();
        const other = await invited('otto', 'peer');
        const link = { kind: 'address', email: 'oak@example.org', account: account.id, endsAt: far } as const;
        const token = await store.signIns.offer(link);
        expect(await store.signIns.look(token)).toEqual(link);
        expect(await store.signIns.enter(token, { browser: 'B', name: 'X' })).toEqual({ kind: 'gone' });
        expect(await store.signIns.takeAddress(token, other.id)).toBe('gone');
        expect(await store.signIns.takeAddress(token, account.id)).toBe('taken');
        expect(await store.signIns.takeAddress(token, account.id)).toBe('gone');
        expect(await store.accounts.find(account.id)).toMatchObject({ email: 'oak@example.org', version: 2 });
        const taken = await store.signIns.offer({ ...link, email: other.email });
        expect(await store.signIns.takeAddress(taken, account.id)).toBe('in use');
        expect(await store.accounts.byEmail(other.email)).toEqual(other);
      });
    });

    describe('an account', () => {
      it('is closed with all that is only its own, and not while it is part of a review', async () => {
        await first();
        const otto = await invited('otto', 'peer');
        expect(await store.accounts.close(otto.id)).toBe(false);
        const { id, version } = await memberOf(otto);
        await store.members.remove(id, version, otto.id, ada);
        const token = await store.signIns.offer({ kind: 'sign-in', email: otto.email, endsAt: far });
        await store.outbox.post({ to: otto.email, subject: 'S', text: 'T' });
        await store.accounts.coordinate(otto.id, true, ada);
        expect(await store.accounts.close(otto.id)).toBe(true);
        expect(await store.accounts.close(otto.id)).toBe(false);
        expect([await store.accounts.find(otto.id), await store.signIns.look(token)]).toEqual([
          undefined,
          undefined,
        ]);
        expect(await store.signIns.of(otto.id)).toEqual([]);
        // That it was there stays, and names nobody.
        expect(await store.history.about('account', otto.id)).toMatchObject([
          { version: 3, what: 'removed', by: 'Its holder', why: 'Closed the account' },
        ]);
        expect(await store.history.about('coordinator', otto.id)).toEqual([]);
        expect((await store.outbox.waiting()).map((m) => m.to)).not.toContain(otto.email);
      });
    });

    describe('invitations', () => {
      it('make somebody part of their review in their role, once, with lines in its history', async () => {
        const { id } = await store.invitations.invite('one', 'pat@example.org', 'peer', ada);
        expect((await store.invitations.openFor('pat@example.org')).map((i) => i.id)).toEqual([id]);
        const link: SignInLink = {
          kind: 'invitation',
          email: 'pat@example.org',
          invitation: id,
          endsAt: far,
        };
        const { account } = await entered(link, { name: 'Pat' });
        expect(await store.members.ofAccount(account.id)).toEqual([{ review: 'one', roles: ['peer'] }]);
        expect(await store.invitations.of('one')).toEqual([]);
        expect(await enter(link, { name: 'Pat' })).toEqual({ kind: 'gone' });
        const lines = (await store.history.of('one')).map(({ thing, what, by, why }) => [
          thing,
          what,
          by,
          why,
        ]);
        expect(lines.slice(1)).toEqual([
          ['invitation', 'added', 'Ada', 'Entered from a file'],
          ['invitation', 'changed', 'Pat', 'Took up the invitation of Ada'],
          ['member', 'added', 'Pat', 'Took up the invitation of Ada'],
        ]);
      });

      it('that were taken back let nobody in, with any link that is still about', async () => {
        const email = 'pat@example.org';
        const { id, version } = await store.invitations.invite('one', email, 'peer', ada);
        expect((await store.invitations.withdraw(id, version, ada)).saved).toBe(true);
        expect(await store.invitations.withdraw(id, version, ada)).toEqual({
          saved: false,
          theirs: undefined,
        });
        const links: SignInLink[] = [
          { kind: 'invitation', email, invitation: id, endsAt: far },
          { kind: 'sign-in', email, endsAt: far },
        ];
        for (const link of links) expect(await enter(link, { name: 'Pat' })).toEqual({ kind: 'gone' });
      });

      it('are one an address and review: inviting again renews', async () => {
        const before = await store.invitations.invite('one', 'pat@example.org', 'peer', ada);
        const after = await store.invitations.invite('one', 'pat@example.org', 'manager', ada);
        expect(after).toEqual({ ...after, id: before.id, version: 2, role: 'manager' });
        expect(await store.invitations.of('one')).toEqual([after]);
      });

      it('a link of one takes up that one, and a link that was asked for takes up all', async () => {
        await review('two');
        await review('three');
        const email = 'pat@example.org';
        const [one] = [
          await store.invitations.invite('one', email, 'peer', ada),
          await store.invitations.invite('two', email, 'peer', ada),
          await store.invitations.invite('three', email, 'peer', ada),
        ];
        const { account } = await entered(
          { kind: 'invitation', email, invitation: one.id, endsAt: far },
          { name: 'Pat' },
        );
        const parts = async () => (await store.members.ofAccount(account.id)).map((p) => p.review).sort();
        expect(await parts()).toEqual(['one']);
        const [two] = await store.invitations.openFor(email);
        expect(await store.invitations.takeUp(two?.id ?? '', { ...account, email: 'x@example.org' })).toBe(
          false,
        );
        expect(await store.invitations.takeUp(two?.id ?? '', account)).toBe(true);
        expect(await store.invitations.takeUp(two?.id ?? '', account)).toBe(false);
        expect(await parts()).toEqual(['one', 'two']);
        await entered({ kind: 'sign-in', email, endsAt: far });
        expect(await parts()).toEqual(['one', 'three', 'two']);
      });
    });

    describe('members', () => {
      it('get roles, and are taken off, over the version that was seen', async () => {
        const { account } = await first();
        const pat = await memberOf(await invited('pat', 'peer'));
        const changed = await store.members.change(pat.id, 1, ['peer', 'manager'], account.id, ada);
        expect(changed).toEqual({ saved: true, stored: { ...pat, version: 2, roles: ['manager', 'peer'] } });
        const theirs = (await store.members.of('one')).find((m) => m.id === pat.id);
        expect(await store.members.change(pat.id, 1, ['peer'], account.id, ada)).toEqual({
          saved: false,
          theirs,
        });
        expect((await store.members.remove(pat.id, 2, account.id, ada)).saved).toBe(true);
        expect(await store.members.remove(pat.id, 2, account.id, ada)).toEqual({
          saved: false,
          theirs: undefined,
        });
        const lines = (await store.history.of('one')).filter((l) => l.id === pat.id);
        expect(lines.map((l) => l.what)).toEqual(['added', 'changed', 'removed']);
      });

      it('the last organiser stays one, by change or by leaving', async () => {
        const { account } = await first();
        const own = await memberOf(account);
        const refused = { saved: false, why: 'last organiser' };
        expect(await store.members.change(own.id, 1, ['manager'], account.id, ada)).toEqual(refused);
        expect(await store.members.remove(own.id, 1, account.id, ada)).toEqual(refused);
        expect(await memberOf(account)).toEqual(own);
      });

      it('of two organisers who leave at the same moment one stays', async () => {
        const one = await memberOf((await first()).account);
        const two = await memberOf(await invited('other', 'organiser'));
        const other = await opened.reopen();
        const results = await Promise.all([
          store.members.remove(one.id, 1, one.account, ada),
          other.members.remove(two.id, 1, two.account, ada),
        ]);
        expect(results.filter((r) => r.saved)).toHaveLength(1);
        expect(await store.members.of('one')).toHaveLength(1);
        await other.close();
      });

      it('who may not change anybody is refused', async () => {
        const own = await memberOf((await first()).account);
        const manager = await invited('mo', 'manager');
        expect(await store.members.remove(own.id, 1, manager.id, ada)).toEqual({
          saved: false,
          why: 'not yours to change',
        });
        expect(await store.members.change(own.id, 1, ['peer'], manager.id, ada)).toEqual({
          saved: false,
          why: 'not yours to change',
        });
      });
    });

    describe('two at the same moment', () => {
      const twice =
        <T>(asks: (store: Store) => Promise<T>) =>
        async () => {
          const other = await opened.reopen();
          const answers = await Promise.all([asks(store), asks(other), asks(store), asks(other)]);
          await other.close();
          return answers;
        };

      it('who invite one address have invited it once, the later to what they said', async () => {
        const ids = await twice((at) => at.invitations.invite('one', 'pat@example.org', 'peer', ada))();
        const all = await store.invitations.of('one');
        expect(all).toHaveLength(1);
        expect(all[0]).toMatchObject({ version: 4, email: 'pat@example.org' });
        expect(new Set(ids.map(({ id }) => id))).toEqual(new Set([all[0]?.id]));
        expect(await store.invitations.find(all[0]?.id ?? '')).toEqual(all[0]);
      });

      it('who make somebody part of a review lose neither’s role', async () => {
        const { account } = await first();
        const own = await memberOf(account);
        await store.members.change(own.id, 1, ['organiser'], account.id, ada);
        await Promise.all([
          store.members.join('one', account.id, ['manager'], ada),
          store.members.join('one', account.id, ['peer'], ada),
        ]);
        expect(await memberOf(account)).toMatchObject({
          version: 4,
          roles: ['organiser', 'manager', 'peer'],
        });
      });
    });

    describe('what has run out', () => {
      it('is dropped after a day', async () => {
        await store.signIns.offer({ kind: 'first', endsAt: '2026-01-10T00:00:00.000Z' });
        const good = await store.signIns.offer({ kind: 'sign-in', email: olive.email, endsAt: far });
        await store.signIns.tidy();
        const kept = await opened.dump();
        expect([kept.includes(hash(good)), kept.includes('2026-01-10')]).toEqual([true, false]);
      });
    });

    describe('access tokens', () => {
      it('open for their token, until they end or are revoked by their owner', async () => {
        const { account } = await first();
        const terms = { name: 'My script', writes: false, endsAt: far };
        const { token, stored } = await store.accessTokens.issue(account.id, terms);
        expect(token).toMatch(/^peerweek_[\w-]{43}$/);
        expect(stored).toEqual({ ...terms, id: stored.id, issuedAt: stored.issuedAt });
        expect(await opened.dump()).not.toContain(token.slice('peerweek_'.length));
        expect((await store.accessTokens.open(token))?.account).toEqual({ ...account, version: 2 });
        const [used] = await store.accessTokens.of(account.id);
        expect(used).toEqual({ ...stored, usedAt: used?.usedAt });
        const late = await store.accessTokens.issue(account.id, {
          ...terms,
          endsAt: '2026-01-12T09:00:00.000Z',
        });
        for (const wrong of [late.token, `${token}A`, token.slice(9), ''])
          expect(await store.accessTokens.open(wrong)).toBeUndefined();
        expect(await store.accessTokens.revoke(stored.id, 'somebody else')).toBe(false);
        expect(await store.accessTokens.revoke(stored.id, account.id)).toBe(true);
        expect(await store.accessTokens.open(token)).toBeUndefined();
        expect(await store.accessTokens.of(account.id)).toEqual([]);
        const told = await store.history.about('account', account.id);
        expect(told.map((line) => line.why)).toEqual([
          'Made the first account',
          'Made a token that only reads',
          'Made a token that only reads',
          'Ended a token',
        ]);
      });
    });
  });
}
