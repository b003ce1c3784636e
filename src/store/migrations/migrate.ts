import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator, sql } from 'kysely';
import type { Database } from '../schema.ts';
import { reviews } from './001-reviews.ts';
import { accounts } from './002-accounts.ts';
import { diaryLinks } from './003-diary-links.ts';
import { dataProtection } from './004-data-protection.ts';
import { uploads } from './005-uploads.ts';
import { agreement } from './006-agreement.ts';
import { jobs } from './007-jobs.ts';
import { editing } from './008-editing.ts';
import { reaching } from './009-reaching.ts';
import { happenings } from './010-happenings.ts';
import { coordination } from './011-coordination.ts';
import { ownHistories } from './012-own-histories.ts';

/** Each step once, in the order of their names; a step that was released is never edited. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-reviews-programmes-feed-tokens-history': reviews,
  '002-accounts': accounts,
  '003-diary-links': diaryLinks,
  '004-data-protection': dataProtection,
  '005-uploads': uploads,
  '006-agreement': agreement,
  '007-jobs': jobs,
  '008-editing': editing,
  '009-reaching': reaching,
  '010-happenings': happenings,
  '011-coordination': coordination,
  '012-own-histories': ownHistories,
};

/** What the steps are called, in their order. */
export const stepNames = (): readonly string[] => Object.keys(migrations).sort();

/**
 * Brings the tables to the newest shape; of `upTo`, a step's name, to the shape that they had then. Throws, and leaves
 * all as it was, where a step fails, and where a newer Peerweek has been at the database (`code` NEWER).
 */
export async function migrate(db: Database, upTo?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (!error) return;
  if (await isNewer(db))
    throw Object.assign(new Error('The database is a newer Peerweek’s'), { code: 'NEWER' });
  throw new Error('The database could not be brought to the newest shape', { cause: error });
}

/** Whether a step was taken that is not known here. */
async function isNewer(db: Database): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`
    .execute(db)
    .catch(() => ({ rows: [] }));
  return rows.some(({ name }) => !(name in migrations));
}
