import { sql } from 'kysely';
import type { Database, Writing } from './schema.ts';
import { type TableShape, tableShapes } from './table-shapes.ts';

/** So many rows at once: few enough for the memory and for what a statement may hold. */
const BATCH = 100;

type Row = Readonly<Record<string, unknown>>;

const rowsOf = async (db: Database, { name, key }: TableShape, from: number): Promise<readonly Row[]> => {
  const order = sql.join(key.map((column) => sql.ref(column)));
  const some = sql<Row>`select * from ${sql.table(name)} order by ${order} limit ${BATCH} offset ${from}`;
  return (await some.execute(db)).rows;
};

async function insert(to: Writing, { name, columns }: TableShape, rows: readonly Row[]): Promise<void> {
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(name)} (${names}) values ${sql.join(values)}`.execute(to);
}

/** How many rows a database holds in all. */
export async function countAll(db: Database | Writing): Promise<number> {
  let count = 0;
  for (const { name } of await tableShapes()) {
    const { rows } = await sql<{ n: number | string }>`select count(*) as n from ${sql.table(name)}`.execute(
      db,
    );
    count += Number(rows[0]?.n ?? 0);
  }
  return count;
}

/** Takes every row out of every table. */
export async function clearAll(writing: Writing): Promise<void> {
  // What lets releases go as well goes when they have gone.
  for (const { name } of (await tableShapes()).toReversed())
    if (name !== 'unfrozen') await sql`delete from ${sql.table(name)}`.execute(writing);
}

/** Copies every row of every table, whatever the two databases are. Both are of the newest shape; `to` is empty. */
export async function copyAll(from: Database, to: Writing): Promise<number> {
  let count = 0;
  for (const table of await tableShapes())
    for (let at = 0; ; at += BATCH) {
      const rows = await rowsOf(from, table, at);
      if (rows.length > 0) await insert(to, table, rows);
      count += rows.length;
      if (rows.length < BATCH) break;
    }
  return count;
}
