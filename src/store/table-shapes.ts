import { sql } from 'kysely';
import { migrate } from './migrations/migrate.ts';
import { openSqlite } from './sqlite.ts';

/** A table as the steps make it. */
export interface TableShape {
  readonly name: string;
  /** In their order. */
  readonly columns: readonly string[];
  /** Those that hold text. */
  readonly texts: readonly string[];
  /** What is unique in it. */
  readonly key: readonly string[];
}

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

let known: Promise<readonly TableShape[]> | undefined;

/**
 * Every table in the order in which the steps make them, so that what refers to a row comes after it. Read from an
 * empty database of the moment: it is the same whatever database the data is in, and nobody has to keep a list.
 */
export function tableShapes(): Promise<readonly TableShape[]> {
  known ??= readShapes();
  return known;
}

async function readShapes(): Promise<readonly TableShape[]> {
  const db = openSqlite(':memory:');
  try {
    await migrate(db);
    const { rows } = await sql<{ name: string }>`
      select name from sqlite_master
      where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_%' escape '\\'
      order by rowid`.execute(db);
    const shapes: TableShape[] = [];
    for (const { name } of rows) {
      const columns = (
        await sql<ColumnRow>`select name, type, pk from pragma_table_info(${name})`.execute(db)
      ).rows;
      shapes.push({
        name,
        columns: columns.map((c) => c.name),
        texts: columns.filter((c) => c.type.toLowerCase() === 'text').map((c) => c.name),
        key: columns
          .filter((c) => c.pk > 0)
          .sort((a, b) => a.pk - b.pk)
          .map((c) => c.name),
      });
    }
    return shapes;
  } finally {
    await db.destroy();
  }
}
