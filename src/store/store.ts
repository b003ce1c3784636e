import { sql } from 'kysely';
import { accessTokensIn } from './access-tokens.ts';
import { accessesIn } from './accesses.ts';
import { accountsIn } from './accounts.ts';
import { agreementsIn } from './agreements.ts';
import { commentsIn } from './comments.ts';
import { openDatabase } from './database.ts';
import { diaryLinksIn } from './diary-links.ts';
import { feedTokensIn } from './feed-tokens.ts';
import { happeningsIn } from './happenings.ts';
import { historyIn } from './history.ts';
import { invitationsIn } from './invitations.ts';
import { jobsIn } from './jobs.ts';
import { keepingIn } from './keeping.ts';
import { membersIn } from './members.ts';
import { migrate } from './migrations/migrate.ts';
import { outboxIn } from './outbox.ts';
import { personsIn } from './persons.ts';
import type { Sources, Store } from './ports.ts';
import { programmesIn } from './programmes.ts';
import { releasesIn } from './releases.ts';
import { requestsIn } from './requests.ts';
import { reviewsIn } from './reviews.ts';
import { scenariosIn } from './scenarios.ts';
import type { Database } from './schema.ts';
import { sharedIn } from './shared.ts';
import { signInsIn } from './sign-ins.ts';
import { toldIn } from './told.ts';
import { uploadsIn } from './uploads.ts';
import { wholeIn } from './whole.ts';

/** The store over any database that Kysely speaks to, brought to the newest shape first. */
async function storeIn(db: Database, sources: Sources): Promise<Store> {
  await migrate(db);
  return {
    reviews: reviewsIn(db, sources),
    programmes: programmesIn(db, sources),
    feedTokens: feedTokensIn(db, sources),
    diaryLinks: diaryLinksIn(db, sources),
    history: historyIn(db),
    accounts: accountsIn(db, sources),
    members: membersIn(db, sources),
    invitations: invitationsIn(db, sources),
    signIns: signInsIn(db, sources),
    accessTokens: accessTokensIn(db, sources),
    outbox: outboxIn(db, sources),
    keeping: keepingIn(db, sources),
    accesses: accessesIn(db),
    uploads: uploadsIn(db, sources),
    scenarios: scenariosIn(db, sources),
    persons: personsIn(db, sources),
    shared: sharedIn(db, sources),
    agreements: agreementsIn(db, sources),
    releases: releasesIn(db, sources),
    comments: commentsIn(db, sources),
    told: toldIn(db, sources),
    requests: requestsIn(db, sources),
    jobs: jobsIn(db, sources),
    async answers() {
      await sql`select 1`.execute(db);
    },
    happenings: happeningsIn(db, sources),
    whole: wholeIn(db, sources),
    close: () => db.destroy(),
  };
}

/** The store in a file (or `:memory:`), or in the PostgreSQL database that a `postgresql://` address names. */
export async function openStore(where: string, sources: Sources): Promise<Store> {
  const db = await openDatabase(where);
  try {
    return await storeIn(db, sources);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
