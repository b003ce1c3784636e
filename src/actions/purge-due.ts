import type { Store } from '../store/ports.ts';

/**
 * Removes every review that is past the day until which somebody said that it is kept, and of all others what was brought
 * in files and has waited for more than a day. Gives the ids of the reviews.
 */
export async function purgeDue({
  store,
  now,
}: {
  readonly store: Pick<Store, 'keeping' | 'uploads'>;
  readonly now: () => Date;
}): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const { id, until } of await store.keeping.due(now().toISOString().slice(0, 10)))
    if (await store.keeping.purge(id, `It was kept until ${until}`)) gone.push(id);
  await store.uploads.sweep();
  return gone;
}
