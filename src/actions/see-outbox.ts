import type { Account } from '../store/accounts-port.ts';
import type { Message } from '../store/outbox-port.ts';
import type { Store } from '../store/ports.ts';

/**
 * The messages that somebody may look at: those that they sent, those of reviews that they organise, and links to sign
 * in for people who are part of no other review than those. A link to sign in opens all that its owner may see, so that
 * nobody else is shown it.
 */
export async function seeOutbox(
  store: Pick<Store, 'outbox' | 'accounts' | 'members' | 'invitations'>,
  who: Account,
): Promise<readonly Message[]> {
  const parts = await store.members.ofAccount(who.id);
  const organises = new Set(parts.filter((p) => p.roles.includes('organiser')).map((p) => p.review));
  const mayHandOn = async ({ to }: Message): Promise<boolean> => {
    const account = await store.accounts.byEmail(to);
    const theirs = account ? await store.members.ofAccount(account.id) : [];
    const parts = [...theirs, ...(await store.invitations.openFor(to))];
    return parts.length > 0 && parts.every((part) => organises.has(part.review));
  };
  const seen: Message[] = [];
  for (const message of await store.outbox.list()) {
    const { by, review, to } = message;
    const own = by === who.id || to === who.email || (review !== undefined && organises.has(review));
    if (own || (by === undefined && review === undefined && (await mayHandOn(message)))) seen.push(message);
  }
  return seen;
}
