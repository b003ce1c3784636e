import type { Selectable } from 'kysely';
import { afterDays, INVITATION_DAYS } from '../accounts/lifetimes.ts';
import type { Role } from '../accounts/roles.ts';
import type { Account, Invitation, InvitationPort } from './accounts-port.ts';
import { note } from './history.ts';
import { holdReview } from './hold-review.ts';
import { landed } from './landed.ts';
import { joinIn } from './members.ts';
import type { Sources } from './ports.ts';
import type { Database, Tables, Writing } from './schema.ts';
import { newId } from './secret.ts';

const toInvitation = (row: Selectable<Tables['invitation']>): Invitation => ({
  id: row.id,
  version: row.version,
  review: row.review_id,
  email: row.email,
  role: row.role as Role,
  by: row.invited_by,
  invitedAt: row.invited_at,
  endsAt: row.ends_at,
});

/** Neither accepted nor withdrawn. */
export const openInvitations = (db: Database | Writing) =>
  db.selectFrom('invitation').selectAll().where('accepted_at', 'is', null).where('withdrawn_at', 'is', null);

/** Those that somebody with this address could take up now. */
export const goodFor = (db: Database | Writing, { now }: Sources, email: string) =>
  openInvitations(db)
    .where('email', '=', email)
    .where('ends_at', '>', now().toISOString())
    .orderBy('invited_at')
    .orderBy('id');

/** Makes somebody part of the review that an invitation is to; within a transaction. False: it was taken up already. */
export async function takeUp(
  writing: Writing,
  sources: Sources,
  { id, version: before, review_id: review, role, invited_by }: Selectable<Tables['invitation']>,
  { id: account, name }: Account,
): Promise<boolean> {
  const at = sources.now().toISOString();
  const version = before + 1;
  const signature = { by: name, why: `Took up the invitation of ${invited_by}` };
  const result = await writing
    .updateTable('invitation')
    .set({ version, accepted_at: at })
    .where('id', '=', id)
    .where('version', '=', before)
    .executeTakeFirst();
  if (!landed(result)) return false;
  await note(writing, { review, thing: 'invitation', id, version, what: 'changed', at, ...signature });
  await joinIn(writing, sources, { review, account, roles: [role as Role] }, signature);
  return true;
}

export function invitationsIn(db: Database, sources: Sources): InvitationPort {
  const { now, randomBytes } = sources;
  const find = async (id: string) => {
    const row = await openInvitations(db).where('id', '=', id).executeTakeFirst();
    return row && toInvitation(row);
  };
  return {
    find,
    async of(review) {
      const rows = await openInvitations(db)
        .where('review_id', '=', review)
        .orderBy('invited_at')
        .orderBy('id')
        .execute();
      return rows.map(toInvitation);
    },
    async openFor(email) {
      const rows = await goodFor(db, sources, email).execute();
      return rows.map(toInvitation);
    },
    takeUp: (id, account) =>
      db.transaction().execute(async (writing) => {
        const row = await goodFor(writing, sources, account.email).where('id', '=', id).executeTakeFirst();
        return row !== undefined && takeUp(writing, sources, row, account);
      }),
    async invite(review, email, role, { by, why }) {
      const at = now();
      const row = await db.transaction().execute(async (writing) => {
        await holdReview(writing, review);
        const there = await openInvitations(writing)
          .where('review_id', '=', review)
          .where('email', '=', email)
          .executeTakeFirst();
        const values = {
          version: (there?.version ?? 0) + 1,
          role,
          invited_by: by,
          invited_at: at.toISOString(),
          ends_at: afterDays(at, INVITATION_DAYS),
        };
        const invited = {
          ...(there ?? {
            id: newId(randomBytes),
            review_id: review,
            email,
            accepted_at: null,
            withdrawn_at: null,
          }),
          ...values,
        };
        if (there) await writing.updateTable('invitation').set(values).where('id', '=', there.id).execute();
        else await writing.insertInto('invitation').values(invited).execute();
        await note(writing, {
          review,
          thing: 'invitation',
          id: invited.id,
          version: invited.version,
          what: there ? 'changed' : 'added',
          by,
          at: at.toISOString(),
          why,
        });
        return invited;
      });
      return toInvitation(row);
    },
    async withdraw(id, expected, { by, why }) {
      const before = await find(id);
      const at = now().toISOString();
      const version = expected + 1;
      const saved =
        before !== undefined &&
        (await db.transaction().execute(async (writing) => {
          const result = await writing
            .updateTable('invitation')
            .set({ version, withdrawn_at: at })
            .where('id', '=', id)
            .where('version', '=', expected)
            .where('accepted_at', 'is', null)
            .where('withdrawn_at', 'is', null)
            .executeTakeFirst();
          if (!landed(result)) return false;
          const { review } = before;
          await note(writing, { review, thing: 'invitation', id, version, what: 'revoked', by, at, why });
          return true;
        }));
      return saved ? { saved, stored: { ...before, version } } : { saved: false, theirs: await find(id) };
    },
  };
}
