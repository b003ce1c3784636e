import type { Selectable } from 'kysely';
import type { FeedKind, FeedToken, FeedTokenPort } from './feed-tokens-port.ts';
import { note } from './history.ts';
import { inPassing } from './in-passing.ts';
import { landed } from './landed.ts';
import type { Sources } from './ports.ts';
import type { Database, Tables } from './schema.ts';
import { hashOf, newId, newSecret } from './secret.ts';

/** How stale the note of the last asking may be: the page tells it by the minute, and a write for each would be a write to the disk for each. */
const STALE_MS = 60_000;

const toToken = (row: Selectable<Tables['feed_token']>): FeedToken => ({
  id: row.id,
  version: row.version,
  review: row.review_id,
  kind: row.kind as FeedKind,
  person: row.person,
  issuedAt: row.issued_at,
  ...(row.fetched_at !== null && { fetchedAt: row.fetched_at }),
  ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
});

export const feedTokensIn = (db: Database, { now, randomBytes }: Sources): FeedTokenPort => ({
  async issue(review, person, { by, why }, kind = 'peer') {
    const token = newSecret(randomBytes);
    const id = newId(randomBytes);
    const at = now().toISOString();
    const row = {
      id,
      version: 1,
      hash: hashOf(token),
      review_id: review,
      kind,
      person,
      issued_at: at,
      fetched_at: null,
      revoked_at: null,
    };
    await db.transaction().execute(async (writing) => {
      await writing.insertInto('feed_token').values(row).execute();
      await note(writing, { review, thing: 'feed-token', id, version: 1, what: 'added', by, at, why });
    });
    return { token, stored: toToken(row) };
  },
  async open(token) {
    const row = await db
      .selectFrom('feed_token')
      .selectAll()
      .where('hash', '=', hashOf(token))
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    return row && toToken(row);
  },
  async of(review) {
    const rows = await db
      .selectFrom('feed_token')
      .selectAll()
      .where('review_id', '=', review)
      .orderBy('issued_at')
      .orderBy('id')
      .execute();
    return rows.map(toToken);
  },
  async revoke(id, expected, { by, why }) {
    const at = now().toISOString();
    const version = expected + 1;
    const saved = await db.transaction().execute(async (writing) => {
      const result = await writing
        .updateTable('feed_token')
        .set({ version, revoked_at: at })
        .where('id', '=', id)
        .where('version', '=', expected)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      if (!landed(result)) return false;
      const { review_id: review } = await writing
        .selectFrom('feed_token')
        .select('review_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await note(writing, { review, thing: 'feed-token', id, version, what: 'revoked', by, at, why });
      return true;
    });
    const row = await db.selectFrom('feed_token').selectAll().where('id', '=', id).executeTakeFirst();
    if (saved && row) return { saved: true, stored: toToken(row) };
    return { saved: false, theirs: row && toToken(row) };
  },
  async fetched(id) {
    const at = now();
    const stale = new Date(at.getTime() - STALE_MS).toISOString();
    await inPassing(
      db
        .updateTable('feed_token')
        .set({ fetched_at: at.toISOString() })
        .where('id', '=', id)
        .where((eb) => eb.or([eb('fetched_at', 'is', null), eb('fetched_at', '<=', stale)]))
        .execute(),
    );
  },
});
