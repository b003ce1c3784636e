import { signInLetter } from '../accounts/letters.ts';
import { afterMinutes, LINK_MINUTES } from '../accounts/lifetimes.ts';
import { limits } from '../accounts/limits.ts';
import { placeOf } from '../accounts/place.ts';
import type { Store } from '../store/ports.ts';

/** Who asks, from where, and what they wanted to see. */
export interface Asking {
  readonly email: string;
  /** The network address, as far as it is known. */
  readonly address: string;
  readonly leadsTo?: string;
  /** The address that a token opens. */
  readonly linkTo: (token: string) => string;
}

type Needs = Pick<Store, 'accounts' | 'invitations' | 'signIns' | 'outbox'>;

/**
 * Sends a one-time link to somebody who has an account or an invitation, and nothing to anybody else; the answer is the
 * same, and so is what counts towards the limits.
 */
export async function askForLink(
  store: Needs,
  now: () => Date,
  asking: Asking,
): Promise<'asked' | 'too often'> {
  if (await isTooOften(store, asking)) return 'too often';
  const { email, leadsTo } = asking;
  const known =
    (await store.accounts.byEmail(email)) !== undefined ||
    (await store.invitations.openFor(email)).length > 0;
  if (!known) return 'asked';
  const endsAt = afterMinutes(now(), LINK_MINUTES);
  const token = await store.signIns.offer({
    kind: 'sign-in',
    email,
    endsAt,
    ...(leadsTo !== undefined && { leadsTo }),
  });
  await store.outbox.post({ to: email, ...signInLetter(asking.linkTo(token)), endsAt });
  return 'asked';
}

async function isTooOften({ signIns }: Needs, { email, address }: Asking): Promise<boolean> {
  const fromHere = await signIns.attempt(`address ${placeOf(address)}`, limits.address.minutes);
  // Who asks without end from one place must not shut others out of their accounts, too.
  if (fromHere > limits.address.most) return true;
  return (await signIns.attempt(`email ${email}`, limits.email.minutes)) > limits.email.most;
}
