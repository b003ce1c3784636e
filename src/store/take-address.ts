import { ofAccount, toAccount } from './accounts.ts';
import { noteUnbound } from './history.ts';
import type { Sources } from './ports.ts';
import type { Database } from './schema.ts';
import { hashOf } from './secret.ts';

/** Thrown to undo whatever of the transaction was written by then. */
class NotTaken extends Error {
  readonly why: 'in use' | 'gone';
  constructor(why: 'in use' | 'gone') {
    super(why);
    this.why = why;
  }
}

/** Gives an account the address that its link was sent to, and uses the link up: both, or neither. */
export async function takeAddress(
  db: Database,
  { now }: Sources,
  token: string,
  account: string,
): Promise<'taken' | 'in use' | 'gone'> {
  const at = now().toISOString();
  try {
    return await db.transaction().execute(async (writing) => {
      const link = await writing
        .updateTable('sign_in_link')
        .set({ used_at: at })
        .where('hash', '=', hashOf(token))
        .where('kind', '=', 'address')
        .where('leads_to', '=', account)
        .where('used_at', 'is', null)
        .where('ends_at', '>', at)
        .returning('email')
        .executeTakeFirst();
      const email = link?.email;
      if (!email) throw new NotTaken('gone');
      const other = await writing
        .selectFrom('account')
        .select('id')
        .where('email', '=', email)
        .where('id', '!=', account)
        .executeTakeFirst();
      if (other) throw new NotTaken('in use');
      const changed = await writing
        .updateTable('account')
        .set((row) => ({ email, version: row('version', '+', 1) }))
        .where('id', '=', account)
        .returningAll()
        .executeTakeFirst();
      if (!changed) throw new NotTaken('gone');
      await noteUnbound(writing, ofAccount(toAccount(changed), 'changed', 'Changed the e-mail address', at));
      return 'taken' as const;
    });
  } catch (error) {
    if (error instanceof NotTaken) return error.why;
    throw error;
  }
}
