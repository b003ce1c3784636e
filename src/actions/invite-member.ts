import { emailOf } from '../accounts/email.ts';
import { anotherReviewLetter, invitationLetter } from '../accounts/letters.ts';
import { mayInvite } from '../accounts/members.ts';
import { type Role, roleWords } from '../accounts/roles.ts';
import type { Account, Invitation } from '../store/accounts-port.ts';
import type { Store } from '../store/ports.ts';

/** Whom to invite to which review, as what. */
export interface Inviting {
  readonly review: { readonly id: string; readonly council: string };
  readonly by: Account;
  readonly roles: readonly Role[];
  readonly email: string;
  readonly role: Role;
  /** The address that a token opens. */
  readonly linkTo: (token: string) => string;
  /** The address of the list of reviews. */
  readonly list: string;
}

export type Invited =
  | { readonly kind: 'invited'; readonly invitation: Invitation }
  | { readonly kind: 'not an e-mail address' | 'not yours to invite' | 'is that already' };

/** Invites somebody to a review, or invites them again. */
export async function inviteMember(
  store: Pick<Store, 'accounts' | 'members' | 'invitations' | 'signIns' | 'outbox'>,
  { review, by, roles, email: typed, role, linkTo, list }: Inviting,
): Promise<Invited> {
  const email = emailOf(typed);
  if (email === undefined) return { kind: 'not an e-mail address' };
  if (!mayInvite(roles).includes(role)) return { kind: 'not yours to invite' };
  const member = (await store.members.of(review.id)).find((m) => m.email === email);
  if (member?.roles.includes(role)) return { kind: 'is that already' };
  const signature = { by: by.name, why: `Invited somebody as ${roleWords[role]}` };
  const invitation = await store.invitations.invite(review.id, email, role, signature);
  const { endsAt } = invitation;
  const invited = { by: by.name, council: review.council, role };
  // A link that signs in stands only in a letter to somebody new: one to an account opens all that its owner may see.
  const words = (await store.accounts.byEmail(email))
    ? anotherReviewLetter(list, invited)
    : invitationLetter(
        linkTo(await store.signIns.offer({ kind: 'invitation', email, invitation: invitation.id, endsAt })),
        invited,
      );
  await store.outbox.post({ to: email, ...words, review: review.id, by: by.id, endsAt });
  return { kind: 'invited', invitation };
}
