import { INVITATION_DAYS, LINK_MINUTES } from './lifetimes.ts';
import { type Role, roleWords } from './roles.ts';

/** What a letter says. */
export interface Words {
  readonly subject: string;
  /** Plain text; a link stands on a line of its own, so that no mail program cuts it. */
  readonly text: string;
}

const letter = (subject: string, ...paragraphs: readonly string[]): Words => ({
  subject,
  text: `${paragraphs.join('\n\n')}\n`,
});

/** To somebody who asked for a link to sign in with. */
export const signInLetter = (link: string): Words =>
  letter(
    'Your link to sign in to Peerweek',
    'Open this link and press the button on its page:',
    link,
    `It works once, for ${LINK_MINUTES} minutes.`,
    'If you did not ask for it, you need do nothing: nobody can sign in without it.',
  );

interface Invited {
  readonly by: string;
  readonly council: string;
  readonly role: Role;
}

const subject = ({ council }: Invited): string => `${council}: you are invited to its peer review`;

const invites = ({ by, council, role }: Invited): string =>
  `${by} invites you to work on the programme of ${council}’s peer review, as ${role === 'organiser' ? 'an' : 'a'} ${roleWords[role]}.`;

/** To somebody with an account who is to be part of another review: signing in is theirs alone, as ever. */
export const anotherReviewLetter = (page: string, invited: Invited): Words =>
  letter(
    subject(invited),
    invites(invited),
    'You have an account already. Open your list of reviews, and press “Join” there:',
    page,
    `The invitation is good for ${INVITATION_DAYS} days.`,
  );

/** To somebody without an account who is to be part of a review. */
export const invitationLetter = (link: string, invited: Invited): Words =>
  letter(
    subject(invited),
    invites(invited),
    'Open this link and press the button on its page:',
    link,
    `It works once, for ${INVITATION_DAYS} days. After that, ask for a link with this e-mail address on the page to sign in.`,
    'If this means nothing to you, you need do nothing.',
  );

/** To the address that an account is to have from now on. */
export const newAddressLetter = (link: string): Words =>
  letter(
    'Is this your e-mail address for Peerweek?',
    'Somebody wants to sign in to Peerweek with this address from now on. If it is you, open this link where you are signed in, and press the button on its page:',
    link,
    `It works once, for ${LINK_MINUTES} minutes.`,
    'If it is not you, you need do nothing.',
  );

/** To the address that an account had until now. */
export const addressChangedLetter = (now: string): Words =>
  letter(
    'Your e-mail address for Peerweek was changed',
    `From now on links to sign in are sent to ${now}, and no more to this address.`,
    'If that was not you, tell whoever runs Peerweek at your council at once.',
  );
