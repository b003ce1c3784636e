import type { Selectable } from 'kysely';
import type { Account, AccountPort } from './accounts-port.ts';
import { noteUnbound } from './history.ts';
import type { HistoryLine, Sources } from './ports.ts';
import type { Database, Tables, Writing } from './schema.ts';

export const toAccount = (row: Selectable<Tables['account']>): Account => ({
  id: row.id,
  version: row.version,
  email: row.email,
  name: row.name,
  addedAt: row.added_at,
  ...(row.coordinates_since !== null && { coordinates: true as const }),
});

/** What was done to an account, under the name of whoever it is. */
export const ofAccount = (
  { id, name, version }: Pick<Account, 'id' | 'name' | 'version'>,
  what: HistoryLine['what'],
  why: string,
  at: string,
) => ({ thing: 'account', id, version, what, by: name, at, why }) as const;

/** Counts a write to an account that is made in another table, and gives the account as it is then. */
export async function oneMoreOf(writing: Writing, id: string): Promise<Account | undefined> {
  const row = await writing
    .updateTable('account')
    .set((account) => ({ version: account('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row && toAccount(row);
}

export function accountsIn(db: Database, { now }: Pick<Sources, 'now'>): AccountPort {
  const all = () => db.selectFrom('account').selectAll();
  const find = async (id: string) => {
    const row = await all().where('id', '=', id).executeTakeFirst();
    return row && toAccount(row);
  };
  return {
    find,
    none: async () => (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) === undefined,
    async byEmail(email) {
      const row = await all().where('email', '=', email).executeTakeFirst();
      return row && toAccount(row);
    },
    async coordinators() {
      const rows = await all()
        .where('coordinates_since', 'is not', null)
        .orderBy('name')
        .orderBy('id')
        .execute();
      return rows.map(toAccount);
    },
    coordinate: (id, is, { by, why }) =>
      db.transaction().execute(async (writing) => {
        const at = now().toISOString();
        const row = await writing
          .updateTable('account')
          .set((account) => ({ version: account('version', '+', 1), coordinates_since: is ? at : null }))
          .where('id', '=', id)
          .where('coordinates_since', is ? 'is' : 'is not', null)
          .returning('version')
          .executeTakeFirst();
        if (row) {
          const what = is ? 'added' : 'removed';
          await noteUnbound(writing, { thing: 'coordinator', id, version: row.version, what, by, at, why });
          return true;
        }
        return (await writing.selectFrom('account').where('id', '=', id).select('id').execute()).length > 0;
      }),
    async rename(id, expected, name) {
      const stored = await db.transaction().execute(async (writing) => {
        const row = await writing
          .updateTable('account')
          .set({ version: expected + 1, name })
          .where('id', '=', id)
          .where('version', '=', expected)
          .returningAll()
          .executeTakeFirst();
        const renamed = row && toAccount(row);
        if (renamed)
          await noteUnbound(writing, ofAccount(renamed, 'changed', 'Changed the name', now().toISOString()));
        return renamed;
      });
      return stored ? { saved: true, stored } : { saved: false, theirs: await find(id) };
    },
    close: (id) =>
      db.transaction().execute(async (writing) => {
        const gone = await writing
          .deleteFrom('account')
          .where('id', '=', id)
          .where(({ not, exists, selectFrom }) =>
            not(exists(selectFrom('member').select('member.id').where('account_id', '=', id))),
          )
          .returning(['email', 'version'])
          .executeTakeFirst();
        if (!gone) return false;
        await writing.deleteFrom('sign_in_link').where('email', '=', gone.email).execute();
        await writing
          .deleteFrom('message')
          .where('email', '=', gone.email)
          .where('review_id', 'is', null)
          .execute();
        // As of a review that is purged: that it was there, and names nobody.
        await writing
          .deleteFrom('history')
          .where('thing', 'in', ['account', 'coordinator'])
          .where('thing_id', '=', id)
          .execute();
        const closed = { id, version: gone.version + 1, name: 'Its holder' };
        await noteUnbound(writing, ofAccount(closed, 'removed', 'Closed the account', now().toISOString()));
        return true;
      }),
  };
}
