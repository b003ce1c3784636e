import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { firstLink } from '../../src/actions/first-link.ts';
import { giveOrganiser } from '../../src/actions/give-organiser.ts';
import { linkFor } from '../../src/actions/link-for.ts';
import { NEW } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';

const ada = { by: 'Ada', why: 'Taken in' };
const now = () => new Date('2026-01-12T10:00:00Z');

it('a review taken in past the pages is whoever’s is named, else the first account’s, else nobody’s', async () => {
  const store = await openStore(':memory:', { now, randomBytes });
  const review = (id: string) =>
    store.reviews.save({ id, council: 'C', firstDay: '2026-03-23', file: '{}' }, NEW, ada);
  await review('one');
  expect(await giveOrganiser(store, 'one', undefined, ada)).toBe('waits for the first account');
  const first = await firstLink(store, now);
  const olive = { name: 'Olive', email: 'olive@example.org', browser: 'b' };
  const entered = await store.signIns.enter(first ?? '', olive);
  if (entered.kind !== 'in') throw new Error(entered.kind);
  expect(await giveOrganiser(store, 'one', undefined, ada)).toBe('seen by its members');
  await review('two');
  expect(await giveOrganiser(store, 'two', undefined, ada)).toBe('nobody may see it');
  expect(await giveOrganiser(store, 'two', entered.account.id, ada)).toBe('given');
  expect((await store.members.of('two')).map((m) => [m.name, m.roles])).toEqual([
    ['Olive', ['organiser', 'manager']],
  ]);
  expect(await firstLink(store, now)).toBeUndefined();
  expect(await linkFor(store, now, 'nobody@example.org')).toBeUndefined();
  const link = await linkFor(store, now, 'olive@example.org');
  expect((await store.signIns.enter(link ?? '', { browser: 'b' })).kind).toBe('in');
  await store.close();
});
