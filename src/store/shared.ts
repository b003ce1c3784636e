import type { Selectable } from 'kysely';
import { noteUnbound } from './history.ts';
import { landed } from './landed.ts';
import type { HistoryLine, Sources } from './ports.ts';
import type { Signature } from './saved.ts';
import type { Database, Writing } from './schema.ts';
import { newId } from './secret.ts';
import type { Seat, Shared, SharedKind, SharedPort } from './shared-port.ts';
import type { CoordinationTables } from './tables/coordination.ts';

const toShared = (row: Selectable<CoordinationTables['shared']>): Shared => ({
  id: row.id,
  version: row.version,
  kind: row.kind as SharedKind,
  name: row.name,
  body: row.body,
  savedBy: row.saved_by,
  savedAt: row.saved_at,
});

const toSeat = (row: Selectable<CoordinationTables['seat']>): Seat => ({
  peer: row.peer_id,
  review: row.on_review,
  as: row.as_peer,
  council: row.council,
  firstDay: row.first_day,
  role: row.role,
});

export function sharedIn(db: Database, { now, randomBytes }: Sources): SharedPort {
  const find = async (kind: SharedKind, id: string, from: Database | Writing = db) => {
    const row = await from
      .selectFrom('shared')
      .selectAll()
      .where('id', '=', id)
      .where('kind', '=', kind)
      .executeTakeFirst();
    return row && toShared(row);
  };
  const line = (
    { id, version }: Pick<Shared, 'id' | 'version'>,
    what: HistoryLine['what'],
    { by, why }: Signature,
    at: string,
  ) => ({ thing: 'shared', id, version, what, by, at, why }) as const;
  return {
    find,
    async of(kind) {
      const rows = await db
        .selectFrom('shared')
        .selectAll()
        .where('kind', '=', kind)
        .orderBy('name')
        .orderBy('id')
        .execute();
      return rows.map(toShared);
    },
    async add({ kind, name, body }, signature) {
      const at = now().toISOString();
      const row = {
        ...{ id: newId(randomBytes), version: 1, kind, name, body },
        ...{ saved_by: signature.by, saved_at: at },
      };
      await db.transaction().execute(async (writing) => {
        await writing.insertInto('shared').values(row).execute();
        await noteUnbound(writing, line(row, 'added', signature, at));
      });
      return toShared(row);
    },
    async change({ kind, id, name, body }, expected, signature) {
      const at = now().toISOString();
      const version = expected + 1;
      return db.transaction().execute(async (writing) => {
        const result = await writing
          .updateTable('shared')
          .set({ version, name, body, saved_by: signature.by, saved_at: at })
          .where('id', '=', id)
          .where('kind', '=', kind)
          .where('version', '=', expected)
          .executeTakeFirst();
        const stored = await find(kind, id, writing);
        if (!landed(result) || !stored) return { saved: false, theirs: stored };
        await noteUnbound(writing, line(stored, 'changed', signature, at));
        return { saved: true, stored };
      });
    },
    async drop(kind, id, signature) {
      return db.transaction().execute(async (writing) => {
        const there = await find(kind, id, writing);
        if (!there) return false;
        const gone = await writing
          .deleteFrom('shared')
          .where('id', '=', id)
          .where('version', '=', there.version)
          .executeTakeFirst();
        if (gone.numDeletedRows === 0n) return false;
        const version = there.version + 1;
        await noteUnbound(writing, line({ id, version }, 'removed', signature, now().toISOString()));
        return true;
      });
    },
    async seats() {
      const rows = await db
        .selectFrom('seat')
        .selectAll()
        .orderBy('first_day', 'desc')
        .orderBy('council')
        .execute();
      return rows.map(toSeat);
    },
    async seat({ peer, review, as, council, firstDay, role }, { by, why }) {
      const said = { as_peer: as, council, first_day: firstDay, role };
      await db.transaction().execute(async (writing) => {
        const row = await writing
          .insertInto('seat')
          .values({ peer_id: peer, on_review: review, version: 1, ...said })
          .onConflict((c) =>
            c
              .columns(['peer_id', 'on_review'])
              .doUpdateSet((seat) => ({ ...said, version: seat('seat.version', '+', 1) }))
              .where((seat) =>
                seat.not(
                  seat.and([
                    seat('seat.as_peer', '=', as),
                    seat('seat.council', '=', council),
                    seat('seat.first_day', '=', firstDay),
                    seat('seat.role', '=', role),
                  ]),
                ),
              ),
          )
          .returning('version')
          .executeTakeFirst();
        if (!row) return;
        const { version } = row;
        const what = version === 1 ? 'added' : 'changed';
        const at = now().toISOString();
        await noteUnbound(writing, { thing: 'seat', id: `${peer} ${review}`, version, what, by, at, why });
      });
    },
  };
}
