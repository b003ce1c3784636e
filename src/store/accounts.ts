import type { Selectable } from 'kysely';
import type { Account, AccountPort } from './accounts-port.ts';
import { landed } from './landed.ts';
import type { Database, Tables } from './schema.ts';

export const toAccount = (row: Selectable<Tables['account']>): Account => ({
  id: row.id,
  version: row.version,
  email: row.email,
  name: row.name,
  addedAt: row.added_at,
  ...(row.coordinates_since !== null && { coordinates: true as const }),
});

export function accountsIn(db: Database): AccountPort {
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
    async coordinate(id, since) {
      const result = await db
        .updateTable('account')
        .set({ coordinates_since: since ?? null })
        .where('id', '=', id)
        .executeTakeFirst();
      return landed(result);
    },
    async rename(id, expected, name) {
      const result = await db
        .updateTable('account')
        .set({ version: expected + 1, name })
        .where('id', '=', id)
        .where('version', '=', expected)
        .executeTakeFirst();
      const found = await find(id);
      return landed(result) && found ? { saved: true, stored: found } : { saved: false, theirs: found };
    },
    close: (id) =>
      db.transaction().execute(async (writing) => {
        const gone = await writing
          .deleteFrom('account')
          .where('id', '=', id)
          .where(({ not, exists, selectFrom }) =>
            not(exists(selectFrom('member').select('member.id').where('account_id', '=', id))),
          )
          .returning('email')
          .executeTakeFirst();
        if (!gone) return false;
        await writing.deleteFrom('sign_in_link').where('email', '=', gone.email).execute();
        await writing
          .deleteFrom('message')
          .where('email', '=', gone.email)
          .where('review_id', 'is', null)
          .execute();
        return true;
      }),
  };
}
