import type { Selectable } from 'kysely';
import { signedInUntil } from '../accounts/lifetimes.ts';
import { ofAccount, toAccount } from './accounts.ts';
import type { Account } from './accounts-port.ts';
import { noteUnbound } from './history.ts';
import { goodFor, openInvitations, takeUp } from './invitations.ts';
import { landed } from './landed.ts';
import { joinIn } from './members.ts';
import type { Sources } from './ports.ts';
import type { Database, Tables, Writing } from './schema.ts';
import { hashOf, newId, newSecret } from './secret.ts';
import type { Entered } from './sign-ins-port.ts';

type Link = Selectable<Tables['sign_in_link']>;

/** What somebody gives of themselves when they sign in for the first time. */
interface Given {
  readonly name?: string;
  readonly email?: string;
  readonly browser: string;
}

/** Why nobody is let in; thrown to undo whatever of the transaction was written by then. */
class NotIn extends Error {
  readonly why: 'gone' | 'who are you';
  constructor(why: 'gone' | 'who are you') {
    super(why);
    this.why = why;
  }
}

/** Uses a link up and signs in: all of it, or nothing. */
export async function enter(db: Database, sources: Sources, token: string, given: Given): Promise<Entered> {
  const browserToken = newSecret(sources.randomBytes);
  try {
    return await db.transaction().execute(async (writing) => {
      const link = await useUp(writing, sources, token);
      // It shows that somebody reads what is sent to an address, not that an account is theirs.
      if (link.kind === 'address') throw new NotIn('gone');
      const account = await accountFor(writing, sources, link, given);
      if (link.kind === 'first') await adopt(writing, sources, account);
      // Asking for a link shows that the address is theirs; the link of one invitation is good for that one.
      for (const invitation of await goodFor(writing, sources, account.email).execute())
        if (link.kind !== 'invitation' || link.invitation_id === invitation.id)
          await takeUp(writing, sources, invitation, account);
      await signIn(writing, sources, account, browserToken, given.browser);
      const to = link.leads_to;
      return { kind: 'in', token: browserToken, account, ...(to !== null && { leadsTo: to }) };
    });
  } catch (error) {
    if (error instanceof NotIn) return { kind: error.why };
    throw error;
  }
}

/** A link is good once: the second to press the button finds it used, on every database. */
async function useUp(writing: Writing, { now }: Sources, token: string): Promise<Link> {
  const at = now().toISOString();
  const used = await writing
    .updateTable('sign_in_link')
    .set({ used_at: at })
    .where('hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('ends_at', '>', at)
    .executeTakeFirst();
  if (!landed(used)) throw new NotIn('gone');
  const link = await writing
    .selectFrom('sign_in_link')
    .selectAll()
    .where('hash', '=', hashOf(token))
    .executeTakeFirstOrThrow();
  if (link.invitation_id === null) return link;
  const invitation = await openInvitations(writing).where('id', '=', link.invitation_id).executeTakeFirst();
  if (!invitation) throw new NotIn('gone');
  return link;
}

/** The account that a link is for; made where there is none yet and the address was invited. */
async function accountFor(writing: Writing, sources: Sources, link: Link, given: Given): Promise<Account> {
  const isFirst = link.kind === 'first';
  if (isFirst && (await writing.selectFrom('account').select('id').limit(1).executeTakeFirst()))
    throw new NotIn('gone');
  const email = isFirst ? given.email : (link.email ?? undefined);
  if (email === undefined) throw new NotIn('who are you');
  const there = await writing.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirst();
  if (there) return toAccount(there);
  if (!isFirst && !(await goodFor(writing, sources, email).executeTakeFirst())) throw new NotIn('gone');
  if (given.name === undefined) throw new NotIn('who are you');
  const row = {
    id: newId(sources.randomBytes),
    version: 1,
    email,
    name: given.name,
    added_at: sources.now().toISOString(),
    is_first: isFirst ? 1 : null,
    coordinates_since: null,
  };
  const added = await writing
    .insertInto('account')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  // Two first accounts at the same moment, or one invitation taken up twice: the other one was first.
  if (!landed(added)) throw new NotIn('gone');
  const account = toAccount(row);
  const why = isFirst ? 'Made the first account' : 'Made the account';
  await noteUnbound(writing, ofAccount(account, 'added', why, row.added_at));
  return account;
}

/** Reviews that nobody is part of (the sample of the first start, what the command line took in) are the first account's. */
async function adopt(writing: Writing, sources: Sources, account: Account): Promise<void> {
  const orphans = await writing
    .selectFrom('review')
    .leftJoin('member', 'member.review_id', 'review.id')
    .select('review.id')
    .where('member.id', 'is', null)
    .execute();
  const signature = { by: account.name, why: 'Made the first account' };
  for (const { id } of orphans)
    await joinIn(
      writing,
      sources,
      { review: id, account: account.id, roles: ['organiser', 'manager'] },
      signature,
    );
}

async function signIn(
  writing: Writing,
  { now, randomBytes }: Sources,
  account: Account,
  token: string,
  browser: string,
): Promise<void> {
  const at = now();
  await writing
    .insertInto('sign_in')
    .values({
      id: newId(randomBytes),
      hash: hashOf(token),
      account_id: account.id,
      browser,
      started_at: at.toISOString(),
      seen_at: at.toISOString(),
      ends_at: signedInUntil(at, at),
    })
    .execute();
}
