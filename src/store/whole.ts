import { sql } from 'kysely';
import type { KeptRow, Value, WholeReview } from '../review/whole.ts';
import { note } from './history.ts';
import { joinIn } from './members.ts';
import { stepNames } from './migrations/migrate.ts';
import { type Sources, unboundThings } from './ports.ts';
import type { Signature } from './saved.ts';
import type { Database, Writing } from './schema.ts';
import { hashOf, newSecret } from './secret.ts';
import { type TableShape, tableShapes } from './table-shapes.ts';
import type { TakenIn, WholePort } from './whole-port.ts';

/**
 * What belongs to a review and does not go with it: links, letters and files that open something or wait for somebody;
 * the people of this place and who of them looked at what; work that goes on; what was purged.
 */
const staysBehind = new Set([
  'feed_token',
  'member',
  'invitation',
  'message',
  'access_log',
  'job',
  'upload',
  'purged',
]);

/** Columns whose rows go without them: what a link opens with, and letters that stay behind. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  diary_link: ['hash'],
  told: ['message_id'],
};

const goes = ({ name, columns }: TableShape): boolean =>
  name === 'review' || (columns.includes('review_id') && !staysBehind.has(name));

const ownerColumn = (table: string): string => (table === 'review' ? 'id' : 'review_id');

async function rowsOf(
  db: Database | Writing,
  table: TableShape,
  review: string,
): Promise<readonly KeptRow[]> {
  const columns = table.columns.filter((column) => !leftOut[table.name]?.includes(column));
  const order = table.key.length > 0 ? table.key : ['review_id'];
  const { rows } = await sql<KeptRow>`
    select ${sql.join(columns.map((c) => sql.ref(c)))} from ${sql.table(table.name)}
    where ${sql.ref(ownerColumn(table.name))} = ${review}
    order by ${sql.join(order.map((c) => sql.ref(c)))}`.execute(db);
  return rows.map((row) => ({ ...row }));
}

/** Why a whole review can't be kept; undefined where it can. Only looks at it. */
function wrongWith(whole: WholeReview, shapes: readonly TableShape[]): TakenIn | undefined {
  const known = stepNames();
  if (whole.steps.some((step) => !known.includes(step))) return 'newer';
  for (const [name, rows] of Object.entries(whole.tables)) {
    const shape = shapes.find((s) => s.name === name);
    if (!shape || !goes(shape)) return 'newer';
    for (const row of rows) {
      if (Object.keys(row).some((c) => !shape.columns.includes(c) || leftOut[name]?.includes(c)))
        return 'newer';
      if (row[ownerColumn(name)] !== whole.review) return 'unfit';
    }
  }
  return whole.tables.review?.length === 1 ? undefined : 'unfit';
}

/** Things of which a review has one, or that are called after it. */
const calledAfter = new Set(['whole', 'review', 'programme', 'agreement', 'retention', 'release', 'letters']);
/** What nobody chose: 96 random bits. */
const random = /^[A-Za-z0-9_-]{16}$/;

/** Whether each line of the history is about this review: never one that another review’s own lines would meet. */
const isOwnHistory = ({ review, tables }: WholeReview): boolean =>
  (tables.history ?? []).every(({ thing, thing_id: id }) => {
    if (typeof id !== 'string' || typeof thing !== 'string') return false;
    if (unboundThings.some((unbound) => unbound === thing)) return false;
    if (calledAfter.has(thing)) return id === review || id.startsWith(`${review} `);
    return random.test(id) || id === review || id.endsWith(`-of-${review}`);
  });

/** Whether a line of another review’s history is about one of the same things. */
async function meetsOthers(writing: Writing, { tables }: WholeReview): Promise<boolean> {
  const ids = [...new Set((tables.history ?? []).map((row) => String(row.thing_id)))];
  for (let at = 0; at < ids.length; at += 100) {
    const found = await writing
      .selectFrom('history')
      .select('thing_id')
      .where('thing_id', 'in', ids.slice(at, at + 100))
      .limit(1)
      .executeTakeFirst();
    if (found) return true;
  }
  return false;
}

/** A diary’s link comes without what opens it: nobody can, and it is shown as ended. */
function madeFit(name: string, row: KeptRow, { now, randomBytes }: Sources): KeptRow {
  if (name !== 'diary_link') return row;
  return {
    ...row,
    hash: hashOf(newSecret(randomBytes)),
    revoked_at: row.revoked_at ?? now().toISOString(),
  };
}

async function insert(writing: Writing, name: string, row: KeptRow): Promise<void> {
  const columns = Object.keys(row);
  const values = columns.map((column): Value => row[column] ?? null);
  await sql`insert into ${sql.table(name)} (${sql.join(columns.map((c) => sql.ref(c)))})
    values (${sql.join(values)})`.execute(writing);
}

/** A rule of the database’s own was broken: something is there twice, or missing, or of a wrong kind. */
function isRefused(error: unknown): boolean {
  const { sqliteCode, code } = error as { readonly sqliteCode?: number; readonly code?: unknown };
  return (
    (typeof sqliteCode === 'number' && [19, 20].includes(sqliteCode & 0xff)) ||
    (typeof code === 'string' && /^2[23]/.test(code))
  );
}

/** Thrown to undo whatever of the transaction was written by then. */
class NotTaken extends Error {
  readonly why: TakenIn;
  constructor(why: TakenIn) {
    super(why);
    this.why = why;
  }
}

export function wholeIn(db: Database, sources: Sources): WholePort {
  return {
    async of(review) {
      const shapes = (await tableShapes()).filter(goes);
      return db.transaction().execute(async (moment) => {
        const tables: Record<string, readonly KeptRow[]> = {};
        for (const shape of shapes) {
          const rows = await rowsOf(moment, shape, review);
          if (rows.length > 0) tables[shape.name] = rows;
        }
        return tables.review ? { review, steps: stepNames(), tables } : undefined;
      });
    },
    async takeIn(whole, signature, founder) {
      const shapes = await tableShapes();
      const wrong = wrongWith(whole, shapes);
      if (wrong) return wrong;
      if (!isOwnHistory(whole)) return 'unfit';
      try {
        return await db.transaction().execute((writing) => take(writing, sources, whole, signature, founder));
      } catch (error) {
        if (error instanceof NotTaken) return error.why;
        if (isRefused(error)) return 'unfit';
        throw error;
      }
    },
  };
}

async function take(
  writing: Writing,
  sources: Sources,
  whole: WholeReview,
  signature: Signature,
  founder: string | undefined,
): Promise<TakenIn> {
  const { review } = whole;
  const there = await writing.selectFrom('review').select('id').where('id', '=', review).executeTakeFirst();
  if (there) throw new NotTaken('there already');
  if (await meetsOthers(writing, whole)) throw new NotTaken('unfit');
  for (const { name } of await tableShapes())
    for (const row of whole.tables[name] ?? []) await insert(writing, name, madeFit(name, row, sources));
  const { by, why } = signature;
  const times = (whole.tables.history ?? []).filter((row) => row.thing === 'whole').length;
  await note(writing, {
    review,
    thing: 'whole',
    id: review,
    version: times + 1,
    what: 'added',
    by,
    at: sources.now().toISOString(),
    why,
  });
  if (founder !== undefined)
    await joinIn(writing, sources, { review, account: founder, roles: ['organiser', 'manager'] }, signature);
  return 'taken in';
}
