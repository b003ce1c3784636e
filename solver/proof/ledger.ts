import { TIERS } from './tiers/prove.ts';

/** Bits for how many tiers it says something of, and for what it says of each. */
const LENGTH = 3n;
const EACH = 12n;
const MOST = 2 ** Number(EACH) - 1;

/**
 * Memory that a proof and whoever waits for it both see: the floor so far, tier by tier, in one word, so that nobody
 * reads half of one and half of another. What is said of a tier holds of programmes that cost in those before what is
 * said there.
 */
export const newLedger = (): SharedArrayBuffer => new SharedArrayBuffer(8);

/** The floor so far, of as many tiers as there is one. */
export function readLedger(ledger: SharedArrayBuffer): readonly number[] {
  const word = Atomics.load(new BigUint64Array(ledger), 0);
  const tiers = Number(BigInt.asUintN(Number(LENGTH), word));
  return Array.from({ length: tiers }, (_, tier) =>
    Number(BigInt.asUintN(Number(EACH), word >> (LENGTH + EACH * BigInt(tier)))),
  );
}

/** Keeps a floor, if it is higher than the one that is there: gives whether it is. */
export function writeLedger(ledger: SharedArrayBuffer, floor: readonly number[]): boolean {
  const before = readLedger(ledger);
  const tooMuch = floor.findIndex((n) => n > MOST);
  const kept = floor.slice(0, tooMuch < 0 ? TIERS : tooMuch);
  const other = kept.findIndex((n, tier) => n !== before[tier]);
  if (other < 0 || kept[other]! < (before[other] ?? 0)) return false;
  const word = kept.reduce(
    (sum, n, tier) => sum | (BigInt(n) << (LENGTH + EACH * BigInt(tier))),
    BigInt(kept.length),
  );
  Atomics.store(new BigUint64Array(ledger), 0, word);
  return true;
}
