import { DatabaseSync } from '@photostructure/sqlite';
import type { Store } from '../../src/store/ports.ts';

/**
 * What is written without a line in the history, each with the reason: the one place where that is said. Everything else
 * that a store writes, it writes in one transaction with its line.
 */
export const unwritten: Readonly<Record<string, string>> = {
  sign_in: 'that somebody is signed in on a browser, and was seen there: it comes and goes by itself',
  sign_in_link: 'a key that is good for minutes; what is done with it has its line',
  sign_in_attempt: 'tries, counted for an hour',
  message:
    'letters that wait: their own rows say what became of them; asking and telling people have their lines',
  access_log: 'it is a record itself: who looked at what',
  upload: 'brought and not yet looked over, for a day at most: no part of the review',
  job: 'work that goes on: its own row says who asked, who stopped it; the draft that it leaves has its line',
  unfrozen: 'there within one transaction, and never seen from outside',
  'access_token.used_at': 'when a program last asked',
  'feed_token.fetched_at': 'when a calendar last asked',
  'diary_link.opened_at': 'when a link was last opened',
};

interface Look {
  /** Every table as text, without what is written without a line. */
  readonly tables: ReadonlyMap<string, string>;
  /** The lines that there are, and what was purged: of a purge that alone is left. */
  readonly lines: ReadonlySet<string>;
}

const linesOf = ['history', 'purged'];

function lookAt(db: InstanceType<typeof DatabaseSync>): Look {
  // One moment: what others commit meanwhile is seen whole, or not at all.
  db.exec('begin');
  try {
    const names = db
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'kysely%' order by name",
      )
      .all()
      .map((row: { readonly name?: unknown }) => String(row.name));
    const tables = new Map<string, string>();
    for (const name of names.filter((one: string) => !(one in unwritten) && !linesOf.includes(one))) {
      const rows = db.prepare(`select * from "${name}" order by 1, 2`).all();
      for (const row of rows)
        for (const column of Object.keys(row)) if (`${name}.${column}` in unwritten) delete row[column];
      tables.set(name, JSON.stringify(rows));
    }
    const lines = [
      ...db.prepare('select thing, thing_id, version from history').all(),
      ...db.prepare('select review_id, purged_at from purged').all(),
    ].map((row) => JSON.stringify(row));
    return { tables, lines: new Set(lines) };
  } finally {
    db.exec('rollback');
  }
}

/** What was asked of stores that were watched: `reviews.save`. */
export const asked = new Set<string>();

/** Everything that can be asked of a store. */
export const askable = (store: Store): readonly string[] =>
  Object.entries(store)
    .filter(([, port]) => typeof port === 'object')
    .flatMap(([name, port]) => Object.keys(port).map((method) => `${name}.${method}`));

/** The same store; whatever is asked of it and changes something without a line in the history rejects. */
export function watched(store: Store, file: string): Store {
  const watch = (called: string, method: (...given: readonly unknown[]) => Promise<unknown>) => {
    return async (...given: readonly unknown[]): Promise<unknown> => {
      asked.add(called);
      const db = new DatabaseSync(file);
      try {
        const before = lookAt(db);
        const answer = await method(...given);
        const after = lookAt(db);
        const changed = [...after.tables].filter(([name, rows]) => before.tables.get(name) !== rows);
        const told = [...after.lines].some((line) => !before.lines.has(line));
        if (changed.length > 0 && !told)
          throw new Error(
            `${called} wrote to ${changed.map(([name]) => name).join(', ')} without a line in the history`,
          );
        return answer;
      } finally {
        db.close();
      }
    };
  };
  return Object.fromEntries(
    Object.entries(store).map(([name, port]) => [
      name,
      typeof port !== 'object'
        ? port
        : Object.fromEntries(
            Object.entries(port).map(([method, does]) => [method, watch(`${name}.${method}`, does as never)]),
          ),
    ]),
  ) as unknown as Store;
}
