import { note } from './history.ts';
import { landed } from './landed.ts';
import { messageRow } from './outbox.ts';
import type { Sources } from './ports.ts';
import type { Database } from './schema.ts';
import { newId } from './secret.ts';
import type { Told, ToldPort } from './told-port.ts';

export const toldIn = (db: Database, { now, randomBytes }: Sources): ToldPort => ({
  async of(review) {
    const rows = await db
      .selectFrom('told')
      .selectAll()
      .where('review_id', '=', review)
      .orderBy('release_number')
      .orderBy('signed_at')
      .orderBy('person')
      .execute();
    return rows.map((row) => ({
      review: row.review_id,
      person: row.person,
      release: row.release_number,
      ...(row.message_id !== null && { message: row.message_id }),
      ...(row.email !== null && { email: row.email }),
      by: row.signed_by,
      at: row.signed_at,
    }));
  },
  async tell(review, release, letters, { by, why }) {
    const at = now().toISOString();
    return db.transaction().execute(async (writing) => {
      const told: Told[] = [];
      for (const { person, letter } of letters) {
        const message = letter && messageRow(letter, newId(randomBytes), at);
        const row = {
          review_id: review,
          person,
          release_number: release,
          message_id: message?.id ?? null,
          email: message?.email ?? null,
          signed_by: by,
          signed_at: at,
        };
        const result = await writing
          .insertInto('told')
          .values(row)
          .onConflict((c) => c.columns(['review_id', 'person', 'release_number']).doNothing())
          .executeTakeFirst();
        if (!landed(result)) continue;
        if (message) await writing.insertInto('message').values(message).execute();
        told.push({
          review,
          person,
          release,
          ...(message && { message: message.id, email: message.email }),
          by,
          at,
        });
      }
      const id = `${review} ${newId(randomBytes)}`;
      if (told.length > 0)
        await note(writing, { review, thing: 'letters', id, version: 1, what: 'added', by, at, why });
      return told;
    });
  },
});
