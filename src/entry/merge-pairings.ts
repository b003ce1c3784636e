import type { PairingsEntry } from '../review/file.ts';

const kinds = ['fixed', 'preferred', 'forbidden'] as const;
type Kind = (typeof kinds)[number];

/** What is said of each two peers, by their ids (`leader member`): one thing, in whichever of the lists it stands. */
export type SaidOfPairs = Readonly<Record<string, Kind>>;

export const saidOfPairs = (pairings: PairingsEntry): SaidOfPairs =>
  Object.fromEntries(
    kinds.flatMap((kind) =>
      (pairings[kind] ?? []).map((pair) => [[...pair].sort().join(' '), kind] as const),
    ),
  );

/** The lists again; a list that `like` has stays there, empty or not. */
export function pairingsSaying(said: SaidOfPairs, like: PairingsEntry): PairingsEntry {
  const of = (kind: Kind) =>
    Object.entries(said).flatMap(([pair, its]): (readonly [string, string])[] => {
      const [a, b] = pair.split(' ');
      return its === kind && a !== undefined && b !== undefined ? [[a, b]] : [];
    });
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const pairs = of(kind);
      return pairs.length > 0 || like[kind] !== undefined ? [[kind, pairs]] : [];
    }),
  );
}
