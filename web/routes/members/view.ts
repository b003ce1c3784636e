import { INVITATION_DAYS } from '../../../src/accounts/lifetimes.ts';
import { mayInvite, type Refusal, whyNotRemove, whyNotRoles } from '../../../src/accounts/members.ts';
import { roles as allRoles, type Role, roleWords } from '../../../src/accounts/roles.ts';
import type { Invited } from '../../../src/actions/invite-member.ts';
import type { Invitation, Member } from '../../../src/store/accounts-port.ts';
import { instantDay } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { errorSummary, radioButtons, textInput } from '../../form/fields.ts';

/** What became of what was asked for. */
export type Said =
  | 'invited'
  | 'changed'
  | 'removed'
  | 'withdrawn'
  | 'late'
  | 'no role'
  | Refusal
  | Exclude<Invited['kind'], 'invited'>;

/** An invitation as it was typed. */
export interface Typed {
  readonly email: string;
  readonly role: string;
}

interface Shown {
  readonly review: string;
  readonly members: readonly Member[];
  readonly invitations: readonly Invitation[];
  /** What whoever looks is themselves, and who. */
  readonly own: readonly Role[];
  readonly account: string;
  readonly now: string;
  readonly sends: boolean;
  readonly said: Said | undefined;
  readonly typed: Typed | undefined;
}

const done: Partial<Record<Said, string>> = {
  invited: 'The invitation is on its way',
  changed: 'Changed what they may do',
  removed: 'Taken off the review',
  withdrawn: 'The invitation is taken back',
};

const wrong: Partial<Record<Said, { readonly text: string; readonly field?: string }>> = {
  'not an e-mail address': { text: 'Enter an e-mail address, like name@council.gov.uk', field: 'email' },
  'is that already': { text: 'Somebody with this e-mail address is that already', field: 'email' },
  'no role': { text: 'Choose what they are in the review', field: 'role' },
  'not yours to invite': { text: 'An organiser is invited by an organiser', field: 'role' },
  'not yours to change': { text: 'Only an organiser can change this' },
  'last organiser': { text: 'A review needs an organiser: make somebody else one first' },
  late: { text: 'Somebody else changed this a moment ago. This is how it is now' },
};

const roleHints: Readonly<Record<Role, string>> = {
  organiser: 'Enters the review, builds its programme, and says who may work on it.',
  manager: 'Brings the team, and agrees to the programme and its exceptions.',
  peer: 'Looks at where the review stands, and at what is for the whole team.',
};

const listed = (roles: readonly Role[]): string => {
  const text = roles.map((role) => roleWords[role]).join(' and ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** The review is in the United Kingdom, and so are those who enter it. */
const london = { firstDay: '2026-01-05', zone: 'Europe/London' } as const;

function memberView(member: Member, { members, account }: Shown) {
  const others: readonly Role[] = ['organiser', 'manager'];
  const self = member.account === account;
  return {
    id: member.id,
    version: String(member.version),
    name: member.name,
    self,
    email: member.email,
    roles: listed(member.roles),
    // Whoever may give anybody any role may change this one; what may not be is said when it is tried.
    change:
      whyNotRoles(members, account, member.account, others) === undefined
        ? allRoles.map((role) => ({
            role,
            words: listed([role]),
            id: `${member.id}-${role}`,
            has: member.roles.includes(role),
          }))
        : null,
    remove: whyNotRemove(members, account, member.account) === undefined,
  };
}

const invitationView = (invitation: Invitation, { own, now }: Shown) => ({
  id: invitation.id,
  email: invitation.email,
  role: listed([invitation.role]),
  state:
    invitation.endsAt > now
      ? `Invited by ${invitation.by}, good until ${instantDay(london, invitation.endsAt)}`
      : `Invited by ${invitation.by}, ran out on ${instantDay(london, invitation.endsAt)}`,
  may: mayInvite(own).includes(invitation.role),
});

/** Who may work on a review, who is invited, and the forms to change that. */
export function membersView(shown: Shown) {
  const { review, own, said, typed, sends } = shown;
  const error = said && wrong[said];
  const about = (field: string) => (error?.field === field ? error.text : undefined);
  const offered = mayInvite(own);
  return {
    title: 'Who may work on this review',
    summary: error ? errorSummary([error]) : null,
    done: (said && done[said]) ?? '',
    members: shown.members.map((member) => memberView(member, shown)),
    invitations: shown.invitations.map((invitation) => invitationView(invitation, shown)),
    sends,
    days: INVITATION_DAYS,
    outbox: addresses.outbox,
    invite: addresses.invite(review),
    again: addresses.inviteAgain(review),
    withdraw: addresses.withdraw(review),
    changeRoles: addresses.memberRoles(review),
    remove: addresses.removeMember(review),
    email: textInput({
      name: 'email',
      label: 'E-mail address',
      value: typed?.email ?? '',
      type: 'email',
      autocomplete: 'off',
      spellcheck: 'false',
      width: 30,
      error: about('email'),
    }),
    role: radioButtons({
      name: 'role',
      label: 'What are they in this review?',
      labelClasses: 'govuk-fieldset__legend--s',
      small: true,
      value: typed?.role,
      error: about('role'),
      items: offered.map((role) => ({ value: role, text: listed([role]), hint: roleHints[role] })),
    }),
  };
}
