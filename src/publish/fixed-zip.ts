import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The year a zip’s dates begin with. */
const firstYear = 1980;

/**
 * A zip’s dates have no zone: what is written is the clock of the machine that writes. Here they are those of UTC,
 * wherever that is, so that the same content gives the same bytes.
 */
export function zipDate(at: string): Date {
  const d = new Date(at);
  return new Date(
    Math.max(firstYear, d.getUTCFullYear()),
    d.getUTCMonth(),
    d.getUTCDate(),
    d.getUTCHours(),
    d.getUTCMinutes(),
    d.getUTCSeconds(),
  );
}

/**
 * Packs an Office file anew with one date, that of what it shows; `change` has the text of each of its parts to put
 * right what the library that wrote it can’t be told.
 */
export function withFixedDates(
  file: Uint8Array,
  at: string,
  change: (name: string, text: string) => string,
): Uint8Array {
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => {
    const isText = /\.(xml|rels)$/.test(name);
    return [name, isText ? strToU8(change(name, strFromU8(bytes))) : bytes] as const;
  });
  return zipSync(Object.fromEntries(parts), { mtime: zipDate(at) });
}
