import type { Selectable } from 'kysely';
import type { DiaryLink, DiaryLinkPort } from './diary-links-port.ts';
import { note } from './history.ts';
import { inPassing } from './in-passing.ts';
import { landed } from './landed.ts';
import type { Sources } from './ports.ts';
import type { Database } from './schema.ts';
import { hashOf, newId, newSecret } from './secret.ts';
import type { DiaryLinkTables } from './tables/diary-links.ts';

type Row = Selectable<DiaryLinkTables['diary_link']>;

const toLink = (row: Row): DiaryLink => ({
  id: row.id,
  version: row.version,
  review: row.review_id,
  contact: row.contact,
  to: row.sent_to === 'pa' ? 'pa' : 'contact',
  issuedAt: row.issued_at,
  endsAt: row.ends_at,
  ...(row.opened_at !== null && { openedAt: row.opened_at }),
  ...(row.answered_at !== null && { answeredAt: row.answered_at }),
  ...(row.comment !== null && { comment: row.comment }),
  ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
});

export const diaryLinksIn = (db: Database, { now, randomBytes }: Sources): DiaryLinkPort => ({
  async issue({ review, contact, to, endsAt }, { by, why }) {
    const token = newSecret(randomBytes);
    const at = now().toISOString();
    const row: Row = {
      id: newId(randomBytes),
      version: 1,
      hash: hashOf(token),
      review_id: review,
      contact,
      sent_to: to,
      issued_at: at,
      ends_at: endsAt,
      opened_at: null,
      answered_at: null,
      comment: null,
      revoked_at: null,
    };
    await db.transaction().execute(async (writing) => {
      await writing.insertInto('diary_link').values(row).execute();
      await note(writing, {
        review,
        thing: 'diary-link',
        id: row.id,
        version: 1,
        what: 'added',
        by,
        at,
        why,
      });
    });
    return { token, stored: toLink(row) };
  },
  async open(token) {
    const row = await db
      .selectFrom('diary_link')
      .selectAll()
      .where('hash', '=', hashOf(token))
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    return row && toLink(row);
  },
  async of(review) {
    const rows = await db
      .selectFrom('diary_link')
      .selectAll()
      .where('review_id', '=', review)
      .orderBy('issued_at')
      .orderBy('id')
      .execute();
    return rows.map(toLink);
  },
  async revoke(review, contact, { by, why }) {
    const at = now().toISOString();
    return db.transaction().execute(async (writing) => {
      const open = await writing
        .selectFrom('diary_link')
        .select(['id', 'version'])
        .where('review_id', '=', review)
        .where('contact', '=', contact)
        .where('revoked_at', 'is', null)
        .execute();
      let ended = 0;
      for (const { id, version: was } of open) {
        const version = was + 1;
        const result = await writing
          .updateTable('diary_link')
          .set({ version, revoked_at: at })
          .where('id', '=', id)
          .where('version', '=', was)
          .where('revoked_at', 'is', null)
          .executeTakeFirst();
        if (!landed(result)) continue;
        await note(writing, { review, thing: 'diary-link', id, version, what: 'revoked', by, at, why });
        ended++;
      }
      return ended;
    });
  },
  async opened(id) {
    const opened = { opened_at: now().toISOString() };
    await inPassing(db.updateTable('diary_link').set(opened).where('id', '=', id).execute());
  },
  async answered(id, comment, { by, why }) {
    const at = now().toISOString();
    return db.transaction().execute(async (writing) => {
      const row = await writing
        .updateTable('diary_link')
        .set((of) => ({
          version: of('version', '+', 1),
          answered_at: at,
          comment: comment ?? null,
        }))
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .returning(['review_id', 'version'])
        .executeTakeFirst();
      if (!row) return false;
      const line = { review: row.review_id, thing: 'diary-link', id, version: row.version } as const;
      await note(writing, { ...line, what: 'changed', by, at, why });
      return true;
    });
  },
});
