import { feedTokensIn } from './feed-tokens.ts';
import { historyIn } from './history.ts';
import { migrate } from './migrations/migrate.ts';
import type { Sources, Store } from './ports.ts';
import { programmesIn } from './programmes.ts';
import { reviewsIn } from './reviews.ts';
import type { Database } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/** The store over any database that Kysely speaks to, brought to the newest shape first. */
async function storeIn(db: Database, sources: Sources): Promise<Store> {
  await migrate(db);
  return {
    reviews: reviewsIn(db, sources),
    programmes: programmesIn(db, sources),
    feedTokens: feedTokensIn(db, sources),
    history: historyIn(db),
    close: () => db.destroy(),
  };
}

/** The embedded store: one file, or `:memory:`. */
export const openStore = (file: string, sources: Sources): Promise<Store> =>
  storeIn(openSqlite(file), sources);
