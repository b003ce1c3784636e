import { withoutGaps } from '../../entry/edit.ts';
import type { Entry } from '../../entry/entry.ts';
import type { PairingsEntry, PeerEntry } from '../../review/file.ts';
import { type Fields, type FormReading, Sent } from './sent.ts';

export const pairingKinds = ['fixed', 'preferred', 'forbidden'] as const;
export type PairingKind = (typeof pairingKinds)[number];
type Pair = readonly [string, string];

/** Every two peers, in the order of the team. */
export const pairsOf = (entry: Entry): readonly (readonly [PeerEntry, PeerEntry])[] => {
  const peers = entry.peers ?? [];
  return peers.flatMap((a, i) => peers.slice(i + 1).map((b) => [a, b] as const));
};

const isPair = (pair: Pair, a: string, b: string): boolean => pair.includes(a) && pair.includes(b);

/** What the review manager said of two peers; undefined: nothing. */
export const pairingOf = (
  pairings: PairingsEntry | undefined,
  a: string,
  b: string,
): PairingKind | undefined =>
  pairingKinds.find((kind) => pairings?.[kind]?.some((pair) => isPair(pair, a, b)));

/** The field of two peers. Ids have no full stops. */
export const pairField = (a: string, b: string): string => `pair.${a}.${b}`;

/** All pairings, as the matrix says them. Pairs that it had no field for (a peer added meanwhile) stay as they are. */
export function readPairings(entry: Entry, fields: Fields): FormReading<PairingsEntry> {
  const sent = new Sent(fields);
  const before = entry.pairings ?? {};
  const lists: Record<PairingKind, Pair[]> = {
    fixed: [...(before.fixed ?? [])],
    preferred: [...(before.preferred ?? [])],
    forbidden: [...(before.forbidden ?? [])],
  };
  for (const [a, b] of pairsOf(entry)) {
    const field = pairField(a.id, b.id);
    const said = sent.choice(field, ['none', ...pairingKinds], `Choose for ${a.name} and ${b.name}`);
    if (said === undefined || said === (pairingOf(before, a.id, b.id) ?? 'none')) continue;
    for (const kind of pairingKinds) lists[kind] = lists[kind].filter((pair) => !isPair(pair, a.id, b.id));
    if (said !== 'none') lists[said].push([a.id, b.id]);
  }
  return sent.reading(
    withoutGaps({
      fixed: givenOr(lists.fixed, before.fixed),
      preferred: givenOr(lists.preferred, before.preferred),
      forbidden: givenOr(lists.forbidden, before.forbidden),
    }) as PairingsEntry,
  );
}

/** A list that was never given is not given empty. */
const givenOr = (pairs: readonly Pair[], before: readonly Pair[] | undefined) =>
  pairs.length === 0 && before === undefined ? undefined : pairs;

/** The pairings as the fields of the matrix. */
export const pairingFields = (entry: Entry): Fields =>
  Object.fromEntries(
    pairsOf(entry).map(([a, b]) => [pairField(a.id, b.id), pairingOf(entry.pairings, a.id, b.id) ?? 'none']),
  );
