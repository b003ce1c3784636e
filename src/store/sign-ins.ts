import type { Selectable } from 'kysely';
import { afterDays, afterMinutes, signedInUntil } from '../accounts/lifetimes.ts';
import { toAccount } from './accounts.ts';
import { enter } from './enter.ts';
import { inPassing } from './in-passing.ts';
import type { Sources } from './ports.ts';
import type { Database, Tables } from './schema.ts';
import { hashOf, newId, newSecret } from './secret.ts';
import type { LinkKind, SignIn, SignInLink, SignInPort } from './sign-ins-port.ts';
import { takeAddress } from './take-address.ts';

/** How stale the note of when somebody was last seen may be: not every page is worth a write. */
const staleMs = 5 * 60_000;

/** What has run out is dropped after a day: until then it can be asked what became of it. */
const KEPT_DAYS = 1;

const toLink = (row: Selectable<Tables['sign_in_link']>): SignInLink => ({
  kind: row.kind as LinkKind,
  ...(row.email !== null && { email: row.email }),
  ...(row.invitation_id !== null && { invitation: row.invitation_id }),
  ...(row.leads_to !== null &&
    (row.kind === 'address' ? { account: row.leads_to } : { leadsTo: row.leads_to })),
  endsAt: row.ends_at,
});

export function signInsIn(db: Database, sources: Sources): SignInPort {
  const { now, randomBytes } = sources;
  const live = () =>
    db
      .selectFrom('sign_in')
      .innerJoin('account', 'account.id', 'sign_in.account_id')
      .selectAll('account')
      .select(['sign_in.id as sign_in_id', 'browser', 'started_at', 'seen_at'])
      .where('ends_at', '>', now().toISOString());
  type Row = Awaited<ReturnType<ReturnType<typeof live>['executeTakeFirstOrThrow']>>;
  const toSignIn = (row: Row): SignIn => ({
    id: row.sign_in_id,
    account: toAccount(row),
    browser: row.browser,
    startedAt: row.started_at,
    seenAt: row.seen_at,
  });
  return {
    enter: (token, given) => enter(db, sources, token, given),
    takeAddress: (token, account) => takeAddress(db, sources, token, account),
    async offer({ kind, email, invitation, leadsTo, account, endsAt }) {
      const token = newSecret(randomBytes);
      await db
        .insertInto('sign_in_link')
        .values({
          id: newId(randomBytes),
          hash: hashOf(token),
          kind,
          email: email ?? null,
          invitation_id: invitation ?? null,
          leads_to: leadsTo ?? account ?? null,
          made_at: now().toISOString(),
          ends_at: endsAt,
          used_at: null,
        })
        .execute();
      return token;
    },
    async look(token) {
      const row = await db
        .selectFrom('sign_in_link')
        .selectAll()
        .where('hash', '=', hashOf(token))
        .where('used_at', 'is', null)
        .where('ends_at', '>', now().toISOString())
        .executeTakeFirst();
      return row && toLink(row);
    },
    async open(token) {
      const row = await live().where('hash', '=', hashOf(token)).executeTakeFirst();
      if (!row) return undefined;
      const at = now();
      if (at.getTime() - Date.parse(row.seen_at) > staleMs)
        await inPassing(
          db
            .updateTable('sign_in')
            .set({ seen_at: at.toISOString(), ends_at: signedInUntil(new Date(row.started_at), at) })
            .where('id', '=', row.sign_in_id)
            .execute(),
        );
      return toSignIn(row);
    },
    async of(account) {
      const rows = await live()
        .where('account_id', '=', account)
        .orderBy('seen_at', 'desc')
        .orderBy('sign_in.id')
        .execute();
      return rows.map(toSignIn);
    },
    async end(token) {
      await db.deleteFrom('sign_in').where('hash', '=', hashOf(token)).execute();
    },
    async endOne(id, account) {
      await db.deleteFrom('sign_in').where('id', '=', id).where('account_id', '=', account).execute();
    },
    async endAll(account) {
      await db.deleteFrom('sign_in').where('account_id', '=', account).execute();
    },
    async attempt(bucket, minutes) {
      const at = now();
      // Written before it is counted: of many at once, each sees at least those that were written before it.
      await db
        .insertInto('sign_in_attempt')
        .values({ id: newId(randomBytes), bucket: hashOf(bucket), at: at.toISOString() })
        .execute();
      const { tries } = await db
        .selectFrom('sign_in_attempt')
        .select((row) => row.fn.countAll().as('tries'))
        .where('bucket', '=', hashOf(bucket))
        .where('at', '>', afterMinutes(at, -minutes))
        .executeTakeFirstOrThrow();
      return Number(tries);
    },
    async tidy() {
      const gone = afterDays(now(), -KEPT_DAYS);
      await db.deleteFrom('sign_in_link').where('ends_at', '<', gone).execute();
      await db.deleteFrom('sign_in').where('ends_at', '<', gone).execute();
      await db.deleteFrom('sign_in_attempt').where('at', '<', gone).execute();
    },
  };
}
