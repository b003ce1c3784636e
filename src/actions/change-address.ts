import { addressChangedLetter, newAddressLetter } from '../accounts/letters.ts';
import { afterMinutes, LINK_MINUTES } from '../accounts/lifetimes.ts';
import { limits } from '../accounts/limits.ts';
import type { Account } from '../store/accounts-port.ts';
import type { Store } from '../store/ports.ts';

type Needs = Pick<Store, 'accounts' | 'signIns' | 'outbox'>;

/**
 * Sends a one-time link to the address that an account is to have: whoever presses its button, signed in to that very
 * account, reads what is sent there. An address that another account has gets no letter; the answer is the same.
 */
export async function askForAddress(
  { accounts, signIns, outbox }: Needs,
  now: () => Date,
  { id }: Account,
  email: string,
  linkTo: (token: string) => string,
): Promise<'asked' | 'too often'> {
  if ((await signIns.attempt(`new address ${id}`, limits.email.minutes)) > limits.email.most)
    return 'too often';
  if (await accounts.byEmail(email)) return 'asked';
  const endsAt = afterMinutes(now(), LINK_MINUTES);
  const token = await signIns.offer({ kind: 'address', email, account: id, endsAt });
  await outbox.post({ to: email, ...newAddressLetter(linkTo(token)), endsAt });
  return 'asked';
}

/** Uses the link up; the address that the account had is told, in case that it was somebody else. */
export async function changeAddress(
  { signIns, outbox }: Needs,
  { id, email: before }: Account,
  token: string,
): Promise<'taken' | 'in use' | 'gone'> {
  const link = await signIns.look(token);
  const outcome = await signIns.takeAddress(token, id);
  if (outcome === 'taken' && link?.email)
    await outbox.post({ to: before, ...addressChangedLetter(link.email) });
  return outcome;
}
