import { z } from 'zod';
import type { PlacementEntry, ProgrammeFile } from '../../programme/file.ts';
import { group, id, idOf, list, localTime, may, schemaLink, text, version, whole, yesNo } from './field.ts';

const yes = z.literal(true, { error: 'Give true.' });
const place = z.union(
  [
    z.strictObject({ office: yes }).meta({ title: 'an office' }),
    z.strictObject({ room: idOf('a room') }).meta({ title: 'a room' }),
    z.strictObject({ site: idOf('a site') }).meta({ title: 'a site' }),
    z.strictObject({ phone: yes }).meta({ title: 'a phone call' }),
  ],
  { error: 'Give one of { "office": true }, { "room": "…" }, { "site": "…" } and { "phone": true }.' },
);

const away = group<NonNullable<PlacementEntry['away']>>()('the peers’ time', {
  from: localTime,
  to: localTime,
});

const placement = group<PlacementEntry>()('a placement', {
  session: idOf('a session'),
  start: localTime,
  end: localTime,
  away: may(away).describe('The peers’ time, travel included. Default: worked out from the place.'),
  stream: may(
    z.string({ error: 'Give one capital letter.' }).regex(/^[A-Z]$/, { error: 'Give one capital letter.' }),
  ),
  place,
  peers: may(list(idOf('a peer'), 100)),
  told: may(yesNo).describe('The contacts have been told of this time.'),
});

const held = group<NonNullable<ProgrammeFile['fixedEvents']>[number]>()('a fixed event', {
  id: idOf('a fixed event of the frame'),
  start: localTime,
  end: localTime,
});

const leftOut = group<NonNullable<ProgrammeFile['unplaced']>[number]>()('a session that is not placed', {
  session: idOf('a session'),
  because: may(list(text('a reason'), 100)),
});

const figure = z.number({ error: 'Give a number.' });
const figures = z.tuple([figure, figure, figure, figure, figure, figure], {
  error: 'Give six numbers, one for each tier.',
});

/** A programme in a file. */
export const programmeFile = group<ProgrammeFile>()('a programme file', {
  peerweek: version,
  $schema: may(schemaLink),
  review: id.describe('The id of the review.'),
  revision: whole(0, 1_000_000_000),
  placements: list(placement, 4000),
  fixedEvents: may(list(held, 600)),
  unplaced: may(list(leftOut, 2000)),
  cost: may(figures),
  bound: may(figures),
  seed: may(whole(0, Number.MAX_SAFE_INTEGER)),
}) satisfies z.ZodType<ProgrammeFile>;
