import { all, put } from '../entry/edit.ts';
import type { Edit, Entry } from '../entry/entry.ts';
import { newPersonId } from '../entry/new-person-id.ts';
import type { PeerOnList } from '../intake/form/listed-peer.ts';
import { readEntry } from '../intake/index.ts';
import type { PeerEntry } from '../review/file.ts';
import { standardThemes } from '../review/themes.ts';
import type { Signature, Store } from '../store/ports.ts';
import type { Seat, Shared } from '../store/shared-port.ts';

/** A peer of the shared list with what they were on, the latest first. */
export interface ListedPeer extends PeerOnList {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly seats: readonly Seat[];
}

type Lists = Pick<Store, 'shared' | 'reviews'>;

export const bodyOf = ({ body }: Pick<Shared, 'body'>): PeerOnList => JSON.parse(body) as PeerOnList;

/** Seats that still are: of a review that is there, those of peers whom its team still has. */
async function standing({ shared, reviews }: Lists): Promise<readonly Seat[]> {
  const seats = await shared.seats();
  const teams = new Map<string, ReadonlySet<string> | undefined>();
  for (const id of new Set(seats.map((seat) => seat.review))) {
    const stored = await reviews.find(id);
    const reading = stored && readEntry(stored.file);
    if (reading?.ok) teams.set(id, new Set((reading.value.peers ?? []).map((peer) => peer.id)));
  }
  return seats.filter(({ review, as }) => teams.get(review)?.has(as) ?? true);
}

/** The shared list, by name. */
export async function listedPeers(store: Lists): Promise<readonly ListedPeer[]> {
  const [peers, seats] = await Promise.all([store.shared.of('peer'), standing(store)]);
  return peers.map((item) => ({
    ...bodyOf(item),
    id: item.id,
    version: item.version,
    name: item.name,
    seats: seats.filter((seat) => seat.peer === item.id),
  }));
}

/** As people write a name: capitals and spaces do not tell two apart. */
const plain = (text: string): string => text.trim().toLocaleLowerCase('en-GB').replace(/\s+/g, ' ');

/** Whether somebody of a team is somebody of the list: by the seat that was noted; else by e-mail, else by name. */
export function isThatOne(listed: ListedPeer, peer: PeerEntry, review: string): boolean {
  const seat = listed.seats.find((one) => one.review === review);
  if (seat) return seat.as === peer.id;
  if (listed.email !== undefined && peer.email !== undefined)
    return plain(listed.email) === plain(peer.email);
  return plain(listed.name) === plain(peer.name);
}

/** Puts these of the list on the team, each with what the list knows of them; whoever is there already is left alone. */
export function withListed(peers: readonly ListedPeer[]): (entry: Entry) => {
  readonly edit: Edit;
  readonly taken: readonly { readonly listed: ListedPeer; readonly peer: PeerEntry }[];
} {
  return (entry) => {
    let now = entry;
    const taken: { listed: ListedPeer; peer: PeerEntry }[] = [];
    for (const listed of peers) {
      if ((now.peers ?? []).some((peer) => isThatOne(listed, peer, entry.review.id))) continue;
      const { name, role = 'other', themes, email } = listed;
      const peer: PeerEntry = {
        id: newPersonId(now, 'peers', name),
        name,
        role,
        ...(themes && { themes }),
        ...(email !== undefined && { email }),
      };
      now = put('peers', peer)(now);
      taken.push({ listed, peer });
    }
    return { edit: all(taken.map(({ peer }) => put('peers', peer))), taken };
  };
}

const seatOf = ({ review }: Entry, peer: PeerEntry, listed: string): Seat => ({
  peer: listed,
  review: review.id,
  as: peer.id,
  council: review.council,
  firstDay: review.firstDay,
  role: peer.role,
});

/** Notes that these of the list are on a review's team. */
export async function noteSeats(
  { shared }: Pick<Store, 'shared'>,
  entry: Entry,
  taken: readonly { readonly listed: Pick<ListedPeer, 'id'>; readonly peer: PeerEntry }[],
  { by }: Pick<Signature, 'by'>,
): Promise<void> {
  const signature = { by, why: 'Noted what a peer of the list is on' };
  for (const { listed, peer } of taken) await shared.seat(seatOf(entry, peer, listed.id), signature);
}

const standardIds: ReadonlySet<string> = new Set(standardThemes.map(({ id }) => id));

/**
 * Puts the team of a review on the shared list, and notes that they were on it. Of somebody who is on the list already
 * nothing is changed but that. Gives how many are new.
 */
export async function listTeam(store: Lists, entry: Entry, { by }: Pick<Signature, 'by'>): Promise<number> {
  const known = await listedPeers(store);
  let added = 0;
  for (const peer of entry.peers ?? []) {
    let listed: Pick<ListedPeer, 'id'> | undefined = known.find((one) =>
      isThatOne(one, peer, entry.review.id),
    );
    if (!listed) {
      const themes = (peer.themes ?? []).filter((id) => standardIds.has(id));
      const body: PeerOnList = {
        role: peer.role,
        ...(themes.length > 0 && { themes }),
        ...(peer.email !== undefined && { email: peer.email }),
      };
      listed = await store.shared.add(
        { kind: 'peer', name: peer.name, body: JSON.stringify(body) },
        { by, why: 'Put a team on the list of peers' },
      );
      added += 1;
    }
    await noteSeats(store, entry, [{ listed, peer }], { by });
  }
  return added;
}
