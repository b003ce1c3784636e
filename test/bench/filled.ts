import { randomBytes } from 'node:crypto';
import { solve } from '../../solver/solve.ts';
import { afterMinutes, LINK_MINUTES } from '../../src/accounts/lifetimes.ts';
import { programmeToJson, reviewToJson } from '../../src/publish/json.ts';
import { NEW, type Store } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { caseNamed } from './cases.ts';

/** Somebody who has signed in, and the review that is theirs. */
export interface Organiser {
  readonly cookie: string;
  readonly review: string;
  /** Ids of people, to look at and to change. */
  readonly people: readonly string[];
}

const signature = { by: 'Benchmark', why: 'Benchmark' };

/** Through a one-time link, as everybody comes in. */
async function comesIn(store: Store, link: object, email: string, name: string) {
  const endsAt = afterMinutes(new Date(), LINK_MINUTES);
  const token = await store.signIns.offer({ ...link, endsAt } as Parameters<Store['signIns']['offer']>[0]);
  const entered = await store.signIns.enter(token, { name, email, browser: 'Benchmark' });
  if (entered.kind !== 'in') throw new Error(`Could not sign in: ${entered.kind}`);
  return { cookie: `peerweek=${entered.token}`, account: entered.account.id };
}

/**
 * Fills an empty database: so many reviews of a size M, each with its programme, and so many organisers, who share
 * them evenly; then `inFirst` more, all of the first review.
 */
export async function filled(
  where: string,
  reviews: number,
  organisers: number,
  inFirst = 0,
): Promise<readonly Organiser[]> {
  const store = await openStore(where, { now: () => new Date(), randomBytes });
  const first = await comesIn(store, { kind: 'first' }, 'first@example.org', 'First');
  const made = caseNamed('M tight 1').review();
  const { programme } = await solve(made, { seed: 1, effort: 'quick', explain: false });
  for (let n = 0; n < reviews; n++) {
    const review = { ...made, id: `review-${n}`, council: `Council ${n}` };
    const { id, council, week } = review;
    const entry = { id, council, firstDay: week.firstDay, file: reviewToJson(review) };
    await store.reviews.save(entry, NEW, signature, first.account);
    const file = programmeToJson(review, { ...programme, review: id });
    await store.programmes.saveDraft({ review: id, reviewVersion: 1, file }, NEW, signature);
  }
  const people = made.contacts.map((c) => c.id);
  const all: Organiser[] = [];
  for (let n = 0; n < organisers + inFirst; n++) {
    const review = `review-${n < organisers ? n % reviews : 0}`;
    const email = `organiser-${n}@example.org`;
    const { id } = await store.invitations.invite(review, email, 'organiser', signature);
    const { cookie } = await comesIn(
      store,
      { kind: 'invitation', email, invitation: id },
      email,
      `Organiser ${n}`,
    );
    all.push({ cookie, review, people });
  }
  await store.close();
  return all;
}
