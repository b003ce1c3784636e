import type { Selectable } from 'kysely';
import type { AccessToken, AccessTokenPort } from './access-tokens-port.ts';
import { ofAccount, oneMoreOf, toAccount } from './accounts.ts';
import { noteUnbound } from './history.ts';
import { inPassing } from './in-passing.ts';
import type { Sources } from './ports.ts';
import type { Database, Tables, Writing } from './schema.ts';
import { hashOf, newId, newSecret } from './secret.ts';

/** So that people, and programs that look for lost keys, can tell what it is. */
const prefix = 'peerweek_';

/** How stale the note of the last use may be: not every request is worth a write. */
const staleMs = 60 * 60_000;

const toToken = (row: Selectable<Tables['access_token']>): AccessToken => ({
  id: row.id,
  name: row.name,
  writes: row.writes === 1,
  issuedAt: row.issued_at,
  endsAt: row.ends_at,
  ...(row.used_at !== null && { usedAt: row.used_at }),
});

export function accessTokensIn(db: Database, { now, randomBytes }: Sources): AccessTokenPort {
  const good = () =>
    db
      .selectFrom('access_token')
      .selectAll()
      .where('revoked_at', 'is', null)
      .where('ends_at', '>', now().toISOString());
  const tell = async (writing: Writing, id: string, why: string) => {
    const owner = await oneMoreOf(writing, id);
    if (owner) await noteUnbound(writing, ofAccount(owner, 'changed', why, now().toISOString()));
  };
  return {
    async issue(account, { name, writes, endsAt }) {
      const token = `${prefix}${newSecret(randomBytes)}`;
      const row = {
        id: newId(randomBytes),
        hash: hashOf(token),
        account_id: account,
        name,
        writes: writes ? 1 : 0,
        issued_at: now().toISOString(),
        ends_at: endsAt,
        used_at: null,
        revoked_at: null,
      };
      await db.transaction().execute(async (writing) => {
        await writing.insertInto('access_token').values(row).execute();
        await tell(writing, account, `Made a token that ${writes ? 'reads and changes' : 'only reads'}`);
      });
      return { token, stored: toToken(row) };
    },
    async open(token) {
      const row = await good().where('hash', '=', hashOf(token)).executeTakeFirst();
      if (!row) return undefined;
      const account = await db
        .selectFrom('account')
        .selectAll()
        .where('id', '=', row.account_id)
        .executeTakeFirstOrThrow();
      const at = now();
      if (row.used_at === null || at.getTime() - Date.parse(row.used_at) > staleMs)
        await inPassing(
          db
            .updateTable('access_token')
            .set({ used_at: at.toISOString() })
            .where('id', '=', row.id)
            .execute(),
        );
      return { stored: toToken(row), account: toAccount(account) };
    },
    async of(account) {
      const rows = await good()
        .where('account_id', '=', account)
        .orderBy('issued_at')
        .orderBy('id')
        .execute();
      return rows.map(toToken);
    },
    revoke: (id, account) =>
      db.transaction().execute(async (writing) => {
        const row = await writing
          .updateTable('access_token')
          .set({ revoked_at: now().toISOString() })
          .where('id', '=', id)
          .where('account_id', '=', account)
          .where('revoked_at', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (row) await tell(writing, account, 'Ended a token');
        return row !== undefined;
      }),
  };
}
