import { sql } from 'kysely';
import { note } from './history.ts';
import { landed } from './landed.ts';
import type { Erasure, PersonPort, PersonRow } from './person-port.ts';
import type { Sources } from './ports.ts';
import type { Database, Writing } from './schema.ts';
import { trulyGone } from './sqlite.ts';
import { type TableShape, tableShapes } from './table-shapes.ts';
import { unfrozen } from './unfrozen.ts';

type Row = Readonly<Record<string, unknown>>;

/** So many rows at once: a review's file may stand in each. */
const BATCH = 50;

/** Columns that say whose a row is: a person's id, an address that something was sent to. */
const whose = { person: ['person', 'contact'], email: ['email'] } as const;

const ofReview = async (): Promise<readonly TableShape[]> =>
  (await tableShapes()).filter(({ name, columns }) => columns.includes('review_id') && name !== 'purged');

/** The condition for rows of a table that are about one person alone; undefined where there are no such rows. */
function about({ columns }: TableShape, person: string, emails: readonly string[]) {
  const ids = whose.person.filter((c) => columns.includes(c)).map((c) => sql`${sql.ref(c)} = ${person}`);
  const addresses = whose.email
    .filter((c) => columns.includes(c))
    .flatMap((c) => emails.map((email) => sql`lower(${sql.ref(c)}) = ${email.toLowerCase()}`));
  const all = [...ids, ...addresses];
  return all.length === 0 ? undefined : sql.join(all, sql` or `);
}

const withoutSecrets = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'hash'));

export function personsIn(db: Database, { now }: Sources): PersonPort {
  return {
    async rows(review, person, emails) {
      const found: PersonRow[] = [];
      for (const table of await ofReview()) {
        const which = about(table, person, emails);
        if (!which) continue;
        const { rows } = await sql<Row>`
          select * from ${sql.table(table.name)} where review_id = ${review} and (${which})`.execute(db);
        found.push(...rows.map((row) => ({ table: table.name, row: withoutSecrets(row) })));
      }
      return found;
    },
    async erase(review, expected, erasure, { by, why }) {
      const erased = await db.transaction().execute(async (writing) => {
        const at = now().toISOString();
        const version = expected + 1;
        const held = await writing
          .updateTable('review')
          .set({ version, saved_at: at })
          .where('id', '=', review)
          .where('version', '=', expected)
          .executeTakeFirst();
        if (!landed(held)) return false;
        // Lists of people that wait to be looked over, for a day at most: they are brought again.
        await writing.deleteFrom('upload').where('review_id', '=', review).execute();
        // What is being built knows them still: it is asked for anew.
        await writing.deleteFrom('job').where('review_id', '=', review).execute();
        await unfrozen(writing, 'erase', async () => {
          for (const table of await ofReview()) {
            const which = about(table, erasure.person, erasure.emails);
            if (which)
              await sql`delete from ${sql.table(table.name)} where review_id = ${review} and (${which})`.execute(
                writing,
              );
            await rewrite(writing, table, review, erasure);
          }
        });
        const line = { by, at, why, what: 'changed' } as const;
        const file = await rewriteReview(writing, review, erasure);
        await note(writing, { ...line, review, thing: 'review', id: review, version }, file);
        const draft = await writing
          .selectFrom('programme')
          .selectAll()
          .where('review_id', '=', review)
          .executeTakeFirst();
        if (draft) {
          const built = draft.review_version === expected ? version : draft.review_version;
          await writing
            .updateTable('programme')
            .set({ version: draft.version + 1, review_version: built })
            .where('review_id', '=', review)
            .execute();
          const ofDraft = { thing: 'programme', id: review, version: draft.version + 1 } as const;
          await note(writing, { ...line, ...ofDraft, review }, draft.file);
        }
        return true;
      });
      if (erased) await trulyGone(db);
      return erased;
    },
  };
}

async function rewriteReview(writing: Writing, review: string, erasure: Erasure): Promise<string> {
  const row = await writing
    .selectFrom('review')
    .select(['file', 'council'])
    .where('id', '=', review)
    .executeTakeFirstOrThrow();
  const file = erasure.review(row.file);
  await writing
    .updateTable('review')
    .set({ file, council: erasure.text(row.council) })
    .where('id', '=', review)
    .execute();
  return file;
}

/** Changes every text of a table that says something; what only tells rows apart stays. */
async function rewrite(
  writing: Writing,
  table: TableShape,
  review: string,
  { text }: Erasure,
): Promise<void> {
  const fixed = ['id', 'review_id', 'hash'];
  const columns = table.texts.filter((column) => !fixed.includes(column));
  const name = sql.table(table.name);
  const order = sql.join(table.key.map((column) => sql.ref(column)));
  const again: { readonly before: Row; readonly after: Row }[] = [];
  for (let at = 0; ; at += BATCH) {
    const { rows } = await sql<Row>`
      select * from ${name} where review_id = ${review} order by ${order} limit ${BATCH} offset ${at}`.execute(
      writing,
    );
    for (const before of rows) {
      const changed = columns
        .map((column) => [column, before[column]] as const)
        .filter((pair): pair is readonly [string, string] => typeof pair[1] === 'string')
        .map(([column, was]) => [column, was, text(was)] as const)
        .filter(([, was, is]) => was !== is);
      if (changed.length === 0) continue;
      const after = { ...before, ...Object.fromEntries(changed.map(([column, , is]) => [column, is])) };
      // What it is found by changes too: last, or it would be met again further on.
      if (changed.some(([column]) => table.key.includes(column))) again.push({ before, after });
      else await replace(writing, table, before, changed);
    }
    if (rows.length < BATCH) break;
  }
  for (const { before, after } of again) {
    await sql`delete from ${name} where ${is(table, before)}`.execute(writing);
    const names = sql.join(table.columns.map((column) => sql.ref(column)));
    const values = sql.join(table.columns.map((column) => after[column]));
    await sql`insert into ${name} (${names}) values (${values}) on conflict do nothing`.execute(writing);
  }
}

const is = ({ key }: TableShape, row: Row) =>
  sql.join(
    key.map((column) => sql`${sql.ref(column)} = ${row[column]}`),
    sql` and `,
  );

async function replace(
  writing: Writing,
  table: TableShape,
  row: Row,
  changed: readonly (readonly [column: string, was: string, is: string])[],
): Promise<void> {
  const set = sql.join(changed.map(([column, , now]) => sql`${sql.ref(column)} = ${now}`));
  await sql`update ${sql.table(table.name)} set ${set} where ${is(table, row)}`.execute(writing);
}
