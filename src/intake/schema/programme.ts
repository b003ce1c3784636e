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
  from: localTime.describe('When the peers leave: a local time.'),
  to: localTime.describe('When they are back: a local time.'),
});

const placement = group<PlacementEntry>()('a placement', {
  session: idOf('a session'),
  start: localTime.describe('When the contact’s time starts, such as 2026-03-24T09:00.'),
  end: localTime.describe('When it ends.'),
  away: may(away).describe('The peers’ time, travel included. Default: worked out from the place.'),
  stream: may(
    z.string({ error: 'Give one capital letter.' }).regex(/^[A-Z]$/, { error: 'Give one capital letter.' }),
  ).describe('The column it stands in: A, B, … Default: one in which nothing overlaps.'),
  place: place.describe('Where it is: one of the four.'),
  peers: may(list(idOf('a peer'), 100)).describe('Who takes it.'),
  lead: may(idOf('a peer')).describe('Which of them leads; the others take notes. Default: not settled.'),
  told: may(yesNo).describe('The contacts have been told of this time. Default: false.'),
});

const held = group<NonNullable<ProgrammeFile['fixedEvents']>[number]>()('a fixed event', {
  id: idOf('a fixed event of the frame'),
  start: localTime.describe('When it starts instead.'),
  end: localTime.describe('When it ends instead.'),
});

const leftOut = group<NonNullable<ProgrammeFile['unplaced']>[number]>()('a session that is not placed', {
  session: idOf('a session'),
  because: may(list(text('a reason'), 100)).describe('What stands in its way, a sentence each.'),
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
  revision: whole(0, 1_000_000_000).describe('The revision of the review that it was made for.'),
  placements: list(placement, 4000).describe('What is placed.'),
  fixedEvents: may(list(held, 600)).describe('Fixed events held at other times than the frame’s.'),
  unplaced: may(list(leftOut, 2000)).describe(
    'What is not placed. Default: every session that placements leave out.',
  ),
  cost: may(figures).describe('What it costs, tier by tier.'),
  bound: may(figures).describe('What any programme costs at least, tier by tier, as far as is proven.'),
  seed: may(whole(0, Number.MAX_SAFE_INTEGER)).describe('The seed it was built with.'),
}) satisfies z.ZodType<ProgrammeFile>;
