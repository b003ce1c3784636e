import { type Refusal, whyNotRemove, whyNotRoles } from '../accounts/members.ts';
import { inOrder, isRole, type Role } from '../accounts/roles.ts';
import type { Member, MemberPort, MemberSaved } from './accounts-port.ts';
import { note } from './history.ts';
import { holdReview } from './hold-review.ts';
import type { Signature, Sources } from './ports.ts';
import type { Database, Writing } from './schema.ts';
import { newId } from './secret.ts';

const rolesOf = (json: string): readonly Role[] => (JSON.parse(json) as unknown[]).filter(isRole);

const rows = (db: Database | Writing) =>
  db
    .selectFrom('member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .select([
      'member.id',
      'member.version',
      'review_id',
      'account_id',
      'name',
      'email',
      'roles',
      'joined_at',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

const toMember = (row: Row): Member => ({
  id: row.id,
  version: row.version,
  review: row.review_id,
  account: row.account_id,
  name: row.name,
  email: row.email,
  roles: rolesOf(row.roles),
  joinedAt: row.joined_at,
});

/** Makes somebody part of a review, or adds to what they are there; within the transaction of a greater thing. */
export async function joinIn(
  writing: Writing,
  { now, randomBytes }: Sources,
  { review, account, roles }: Pick<Member, 'review' | 'account' | 'roles'>,
  { by, why }: Signature,
): Promise<string> {
  const at = now().toISOString();
  await holdReview(writing, review);
  const there = await writing
    .selectFrom('member')
    .select(['id', 'version', 'roles'])
    .where('review_id', '=', review)
    .where('account_id', '=', account)
    .executeTakeFirst();
  const id = there?.id ?? newId(randomBytes);
  const before = there ? rolesOf(there.roles) : [];
  if (there && roles.every((role) => before.includes(role))) return id;
  const version = (there?.version ?? 0) + 1;
  const text = JSON.stringify(inOrder([...before, ...roles]));
  if (there) await writing.updateTable('member').set({ version, roles: text }).where('id', '=', id).execute();
  else
    await writing
      .insertInto('member')
      .values({ id, version, review_id: review, account_id: account, roles: text, joined_at: at })
      .execute();
  await note(writing, {
    review,
    thing: 'member',
    id,
    version,
    what: there ? 'changed' : 'added',
    by,
    at,
    why,
  });
  return id;
}

/** The members of a review, theirs alone to change until the transaction ends: two can't both stop being the last. */
async function held(writing: Writing, review: string): Promise<readonly Member[]> {
  await writing
    .updateTable('member')
    .set((row) => ({ review_id: row.ref('review_id') }))
    .where('review_id', '=', review)
    .execute();
  return (await rows(writing).where('review_id', '=', review).execute()).map(toMember);
}

export function membersIn(db: Database, sources: Sources): MemberPort {
  const find = async (id: string) => {
    const row = await rows(db).where('member.id', '=', id).executeTakeFirst();
    return row && toMember(row);
  };
  /** Writes if nobody else was first and the rules allow it; all within one transaction. */
  const changing = async (
    id: string,
    expected: number,
    { by, why }: Signature,
    whyNot: (members: readonly Member[], whom: Member) => Refusal | undefined,
    write: (writing: Writing) => Promise<'changed' | 'removed'>,
  ): Promise<MemberSaved> => {
    const before = await find(id);
    if (before?.version !== expected) return { saved: false, theirs: before };
    const outcome = await db.transaction().execute(async (writing) => {
      const members = await held(writing, before.review);
      const whom = members.find((m) => m.id === id);
      if (whom?.version !== expected) return 'somebody else was first';
      const refusal = whyNot(members, whom);
      if (refusal) return { refusal };
      const what = await write(writing);
      const at = sources.now().toISOString();
      const line = {
        review: whom.review,
        thing: 'member',
        id,
        version: expected + 1,
        what,
        by,
        at,
        why,
      } as const;
      await note(writing, line);
      return 'written';
    });
    if (typeof outcome === 'object') return { saved: false, why: outcome.refusal };
    const after = await find(id);
    return outcome === 'written' ? { saved: true, stored: after ?? before } : { saved: false, theirs: after };
  };
  return {
    async of(review) {
      const found = await rows(db)
        .where('review_id', '=', review)
        .orderBy('joined_at')
        .orderBy('member.id')
        .execute();
      return found.map(toMember);
    },
    async ofAccount(account) {
      const found = await db
        .selectFrom('member')
        .select(['review_id', 'roles'])
        .where('account_id', '=', account)
        .execute();
      return found.map((row) => ({ review: row.review_id, roles: rolesOf(row.roles) }));
    },
    async join(review, account, roles, signature) {
      const id = await db
        .transaction()
        .execute((writing) => joinIn(writing, sources, { review, account, roles }, signature));
      return toMember(await rows(db).where('member.id', '=', id).executeTakeFirstOrThrow());
    },
    change: (id, expected, roles, by, signature) =>
      changing(
        id,
        expected,
        signature,
        (members, whom) => whyNotRoles(members, by, whom.account, roles),
        async (writing) => {
          const values = { version: expected + 1, roles: JSON.stringify(inOrder(roles)) };
          await writing.updateTable('member').set(values).where('id', '=', id).execute();
          return 'changed';
        },
      ),
    remove: (id, expected, by, signature) =>
      changing(
        id,
        expected,
        signature,
        (members, whom) => whyNotRemove(members, by, whom.account),
        async (writing) => {
          await writing.deleteFrom('member').where('id', '=', id).execute();
          return 'removed';
        },
      ),
  };
}
