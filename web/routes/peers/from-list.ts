import type { RequestHandler } from 'express';
import {
  isThatOne,
  listedPeers,
  listTeam,
  noteSeats,
  withListed,
} from '../../../src/actions/listed-peers.ts';
import { valuesIn } from '../../../src/intake/form/sent.ts';
import { counted } from '../../../src/publish/words.ts';
import { addresses } from '../../addresses.ts';
import { done } from '../../done.ts';
import { refusalsOf } from '../../form/refusals.ts';
import type { Services } from '../../services.ts';
import { listedWords, seatWords } from '../coordinate/peers.ts';
import { fieldsOf } from '../entering/body.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';

/** Days from one Monday to the next: weeks that begin nearer than this overlap. */
const WEEK_MS = 7 * 86_400_000;

const meet = (one: string, other: string): boolean => Math.abs(Date.parse(one) - Date.parse(other)) < WEEK_MS;

async function showListed(
  { store, show }: Services,
  { entry, line, response, about, seen }: AboutEntry,
  refusals: readonly { readonly text: string }[] = [],
  ticked: readonly string[] = [],
): Promise<void> {
  const listed = await listedPeers(store);
  const team = entry.peers ?? [];
  show(response, 'peers-from-list', about('Peers from the shared list', 'peers'), {
    back: addresses.peers(line.id),
    refusals,
    action: addresses.peersFromList(line.id),
    listTeam: addresses.listTeam(line.id),
    seen,
    team: team.filter((peer) => !listed.some((one) => isThatOne(one, peer, line.id))).length,
    peers: listed.map((one) => {
      const elsewhere = one.seats.filter(({ review }) => review !== line.id);
      return {
        ...listedWords(one),
        id: one.id,
        name: one.name,
        isOn: team.some((peer) => isThatOne(one, peer, line.id)),
        ticked: ticked.includes(one.id),
        seats: elsewhere.map(seatWords),
        isBusy: elsewhere.some(({ firstDay }) => meet(firstDay, line.firstDay)),
        notes: one.notes ?? '',
      };
    }),
  });
}

/** Who of the peers that all reviews share is to be on the team. */
export const peersFromList = (services: Services): RequestHandler =>
  withEntry(services, (given) => showListed(services, given));

export const takeFromList = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { entry, line, by, change, request, response, next } = given;
    const asked = valuesIn(fieldsOf(request), 'peer');
    const chosen = (await listedPeers(services.store)).filter(({ id }) => asked.includes(id));
    const { edit, taken } = withListed(chosen)(entry);
    if (taken.length === 0) return response.redirect(303, addresses.peers(line.id));
    const names = taken.map(({ peer }) => peer.name).join(', ');
    const result = await change(edit, `Added ${names} to the team, from the shared list`);
    if (result.kind === 'gone') return next();
    if (result.kind === 'changed') {
      await noteSeats(services.store, entry, taken, { by });
      return done(response, addresses.peers(line.id), result.stored.version);
    }
    if (result.kind === 'unchanged') return response.redirect(303, addresses.peers(line.id));
    response.status(409);
    await showListed(services, given, refusalsOf(result), asked);
  });

/** Puts the team on the list, for other reviews to find. */
export const putTeamOnList = (services: Services): RequestHandler =>
  withEntry(services, async ({ entry, line, by, response, about }) => {
    const added = await listTeam(services.store, entry, { by });
    services.show(response, 'team-listed', about('Peers from the shared list', 'peers'), {
      added: added === 0 ? 'Nobody was new to the list' : `${counted(added, 'peer')} added to the list`,
      back: addresses.peersFromList(line.id),
    });
  });
