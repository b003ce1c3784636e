import type { Selectable } from 'kysely';
import { afterDays, afterMinutes } from '../accounts/lifetimes.ts';
import { landed } from './landed.ts';
import type { Letter, Message, MessageState, OutboxPort } from './outbox-port.ts';
import type { Sources } from './ports.ts';
import type { Database, Tables } from './schema.ts';
import { newId } from './secret.ts';

/** So long a message is one sender's alone: whoever died while sending has lost it after that. */
const CLAIM_MINUTES = 5;
const SHOWN_DAYS = 7;
const KEPT_DAYS = 30;

const toMessage = (row: Selectable<Tables['message']>): Message => ({
  id: row.id,
  version: row.version,
  to: row.email,
  subject: row.subject,
  text: row.text,
  ...(row.attached !== null && { attached: JSON.parse(row.attached) as Message['attached'] & object }),
  ...(row.review_id !== null && { review: row.review_id }),
  ...(row.account_id !== null && { by: row.account_id }),
  madeAt: row.made_at,
  ...(row.ends_at !== null && { endsAt: row.ends_at }),
  state: row.state as MessageState,
  tries: row.tries,
  nextAt: row.next_at,
  ...(row.sent_at !== null && { sentAt: row.sent_at }),
  ...(row.trouble !== null && { trouble: row.trouble }),
});

/** A letter as it is put into the outbox. */
export const messageRow = (
  { to, subject, text, attached = [], review, by, endsAt }: Letter,
  id: string,
  at: string,
): Selectable<Tables['message']> => ({
  id,
  version: 1,
  email: to,
  subject,
  text,
  attached: attached.length === 0 ? null : JSON.stringify(attached),
  review_id: review ?? null,
  account_id: by ?? null,
  made_at: at,
  ends_at: endsAt ?? null,
  state: 'waiting',
  tries: 0,
  next_at: at,
  sent_at: null,
  trouble: null,
});

export function outboxIn(db: Database, { now, randomBytes }: Sources): OutboxPort {
  const all = () => db.selectFrom('message').selectAll();
  /** What waits and still says something true. */
  const waiting = (at: Date) =>
    all()
      .where('state', '=', 'waiting')
      .where((row) => row.or([row('ends_at', 'is', null), row('ends_at', '>', at.toISOString())]));
  const set = (id: string, values: Partial<Selectable<Tables['message']>>) =>
    db.updateTable('message').set(values).where('id', '=', id);
  return {
    async post(letter) {
      const row = messageRow(letter, newId(randomBytes), now().toISOString());
      await db.insertInto('message').values(row).execute();
      return toMessage(row);
    },
    async find(id) {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && toMessage(row);
    },
    async list() {
      const lately = afterDays(now(), -SHOWN_DAYS);
      const rows = await all()
        .where((row) => row.or([row('state', 'in', ['waiting', 'failed']), row('made_at', '>', lately)]))
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toMessage);
    },
    waiting: async () => (await waiting(now()).orderBy('made_at').orderBy('id').execute()).map(toMessage),
    async claim() {
      // Whoever was first at one of them has raised its version: then we try the next.
      for (;;) {
        const at = now();
        const row = await waiting(at)
          .where('next_at', '<=', at.toISOString())
          .orderBy('next_at')
          .orderBy('id')
          .executeTakeFirst();
        if (!row) return undefined;
        const claimed = { version: row.version + 1, next_at: afterMinutes(at, CLAIM_MINUTES) };
        const result = await set(row.id, claimed)
          .where('version', '=', row.version)
          .where('state', '=', 'waiting')
          .executeTakeFirst();
        if (landed(result)) return toMessage({ ...row, ...claimed });
      }
    },
    async sent({ id, version }) {
      // Its text may hold keys: it is not kept longer than it is needed.
      await set(id, {
        version: version + 1,
        state: 'sent',
        text: '',
        attached: null,
        trouble: null,
        sent_at: now().toISOString(),
      }).execute();
    },
    async failed({ id, version, tries }, trouble, nextAt) {
      await set(id, {
        version: version + 1,
        tries: tries + 1,
        trouble,
        ...(nextAt === undefined ? { state: 'failed' } : { next_at: nextAt }),
      })
        .where('version', '=', version)
        .execute();
    },
    async again(id) {
      const result = await set(id, { state: 'waiting', tries: 0, next_at: now().toISOString() })
        .where('state', '=', 'failed')
        .executeTakeFirst();
      return landed(result);
    },
    async tidy() {
      const at = now();
      await db
        .updateTable('message')
        .set({ state: 'ended', text: '', attached: null })
        .where('state', 'in', ['waiting', 'failed'])
        .where('ends_at', '<=', at.toISOString())
        .execute();
      await db
        .deleteFrom('message')
        .where('state', 'in', ['sent', 'ended'])
        .where('made_at', '<', afterDays(at, -KEPT_DAYS))
        .execute();
    },
  };
}
