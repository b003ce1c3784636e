import { LINK_MINUTES } from '../../../src/accounts/lifetimes.ts';
import { limits } from '../../../src/accounts/limits.ts';
import { roleWords } from '../../../src/accounts/roles.ts';
import type { Account, Invitation } from '../../../src/store/accounts-port.ts';
import type { SignInLink } from '../../../src/store/sign-ins-port.ts';
import { addresses } from '../../addresses.ts';
import { errorSummary, textInput } from '../../form/fields.ts';

/** What was asked for a link with. */
export interface Asked {
  readonly email: string;
  readonly to: string | undefined;
  readonly wrong?: 'email' | 'too often';
}

const askWrong = {
  email: 'Enter an e-mail address, like name@council.gov.uk',
  'too often': `Too many links were asked for. Look into your e-mail, or try again in ${limits.email.minutes} minutes`,
} as const;

export function askView({ email, to, wrong }: Asked, nobodyYet: boolean) {
  const error = wrong && askWrong[wrong];
  return {
    title: 'Sign in',
    action: addresses.signIn(),
    nobodyYet,
    to: to ?? '',
    minutes: LINK_MINUTES,
    summary: error ? errorSummary([{ text: error, field: 'email' }]) : null,
    email: textInput({
      name: 'email',
      label: 'Your e-mail address',
      value: email,
      type: 'email',
      autocomplete: 'email',
      spellcheck: 'false',
      width: 30,
      error,
    }),
  };
}

export const sentView = (sends: boolean) => ({
  sends,
  minutes: LINK_MINUTES,
  again: addresses.signIn(),
});

/** What has to be put right before somebody can come in. */
export type Wrong = 'name' | 'email';

const enterWrong: Readonly<Record<Wrong, string>> = {
  name: 'Enter your name, as others on the review know you (at most 100 characters)',
  email: 'Enter an e-mail address, like name@council.gov.uk',
};

/** A link that lets somebody in. */
export interface WayIn extends SignInLink {
  readonly kind: Exclude<SignInLink['kind'], 'address'>;
}

export const isWayIn = (link: SignInLink | undefined): link is WayIn =>
  link !== undefined && link.kind !== 'address';

interface Entering {
  readonly link: WayIn;
  readonly typed: { readonly name: string; readonly email: string };
  readonly wrong: readonly Wrong[];
  /** The account that the link is for, where there is one. */
  readonly known: Account | undefined;
  readonly invitation: Invitation | undefined;
  readonly council: string | undefined;
}

const headings = {
  first: 'Make the first account',
  'sign-in': 'Sign in',
  invitation: 'Join the review',
} as const;
const buttons = { first: 'Make my account', 'sign-in': 'Sign in', invitation: 'Join' } as const;

/** The page behind a link: its button, and what an account that is not there yet is asked for. */
export function enterView({ link, typed, wrong, known, invitation, council }: Entering) {
  const error = (field: Wrong) => (wrong.includes(field) ? enterWrong[field] : undefined);
  const heading = headings[link.kind];
  return {
    title: heading,
    heading,
    button: buttons[link.kind],
    summary:
      wrong.length > 0 ? errorSummary(wrong.map((field) => ({ text: enterWrong[field], field }))) : null,
    email: link.email ?? '',
    invited:
      invitation && council
        ? {
            by: invitation.by,
            council,
            role: roleWords[invitation.role],
            an: invitation.role === 'organiser',
          }
        : null,
    isFirst: link.kind === 'first',
    name: known
      ? null
      : textInput({
          name: 'name',
          label: 'Your name',
          hint: 'As others on the review know you: it stands beside what you change.',
          value: typed.name,
          autocomplete: 'name',
          spellcheck: 'false',
          width: 30,
          error: error('name'),
        }),
    emailField:
      link.kind === 'first'
        ? textInput({
            name: 'email',
            label: 'Your e-mail address',
            hint: 'Links to sign in are sent there.',
            value: typed.email,
            type: 'email',
            autocomplete: 'email',
            spellcheck: 'false',
            width: 30,
            error: error('email'),
          })
        : null,
  };
}
