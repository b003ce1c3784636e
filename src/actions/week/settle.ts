import { happenedWords } from '../../publish/happened-words.ts';
import type { Review } from '../../review/review.ts';
import type { Happening } from '../../store/happenings-port.ts';
import type { Store } from '../../store/ports.ts';

/** Leaves the programme as it is after something that happened, or takes back that it did. False: somebody was first. */
export async function settleHappening(
  store: Pick<Store, 'happenings'>,
  review: Review,
  happening: Happening,
  { state, seen }: { readonly state: 'left' | 'withdrawn'; readonly seen: number },
  by: string,
): Promise<boolean> {
  if (happening.state !== 'open') return false;
  const words = happenedWords(review, happening);
  const why = state === 'left' ? `Left the programme as it is after “${words}”` : `Took back that ${words}`;
  return (await store.happenings.settle(review.id, happening.id, seen, { state }, { by, why })).saved;
}
