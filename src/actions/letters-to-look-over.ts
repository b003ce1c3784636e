import type { Store } from '../store/ports.ts';
import type { TellingOf } from './telling.ts';

/** Letters about a release that nobody has looked over and sent yet. */
export interface ToLookOver {
  readonly review: string;
  readonly council: string;
  readonly release: number;
  /** How many are to be told. */
  readonly people: number;
}

/** Those of the reviews that an account organises or manages. */
export async function lettersToLookOver(
  store: Pick<Store, 'members' | 'reviews'>,
  tellingOf: TellingOf,
  account: string,
): Promise<readonly ToLookOver[]> {
  const parts = await store.members.ofAccount(account);
  const mine = new Set(parts.filter((p) => p.roles.some((role) => role !== 'peer')).map((p) => p.review));
  const found: ToLookOver[] = [];
  for (const line of await store.reviews.list()) {
    const telling = mine.has(line.id) ? await tellingOf(line) : undefined;
    if (telling && telling.toTell.length > 0)
      found.push({
        review: line.id,
        council: line.council,
        release: telling.release.line.number,
        people: telling.toTell.length,
      });
  }
  return found;
}
