import { FRESH_MINUTES } from '../../../src/accounts/lifetimes.ts';
import { type Role, roleWords } from '../../../src/accounts/roles.ts';
import { tokenDays, tokenWanted } from '../../../src/accounts/token-terms.ts';
import { listed } from '../../../src/publish/words.ts';
import type { AccessToken } from '../../../src/store/access-tokens-port.ts';
import type { Account } from '../../../src/store/accounts-port.ts';
import type { HistoryLine, ReviewLine } from '../../../src/store/ports.ts';
import type { SignIn } from '../../../src/store/sign-ins-port.ts';
import { instantDay, instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { checkBoxes, errorSummary, radioButtons, textInput } from '../../form/fields.ts';

/** A token as it was asked for. */
interface TypedToken {
  readonly name: string;
  readonly days: string;
  readonly use: string;
}

/** What was wrong with a form. */
type Said =
  | 'name'
  | 'token'
  | 'last organiser'
  | 'email'
  | 'same email'
  | 'too often'
  | 'not sure'
  | 'only organiser'
  | 'sign in again';

export interface Shown {
  readonly account: Account;
  readonly reviews: readonly {
    readonly id: string;
    readonly roles: readonly Role[];
    readonly line: ReviewLine | undefined;
  }[];
  readonly signIns: readonly SignIn[];
  /** The id of the one on this browser. */
  readonly here?: string | undefined;
  readonly tokens: readonly AccessToken[];
  /** What was done to the account, the newest first. */
  readonly done: readonly HistoryLine[];
  readonly said?: Said;
  readonly typedName?: string;
  readonly typedEmail?: string;
  /** The address to which a letter went a moment ago, or would have gone were nobody else’s account there. */
  readonly written?: string;
  /** Reviews of which they are the only organiser. */
  readonly only?: readonly string[];
  readonly typedToken?: TypedToken;
  /** Told this once. */
  readonly made?: { readonly name: string; readonly token: string };
}

const london = { firstDay: '2026-01-05', zone: 'Europe/London' } as const;

interface Trouble {
  readonly text: string;
  readonly field?: string;
}

const onlyWords = (names: readonly string[]): string =>
  names.length === 0
    ? 'Your account could not be closed: somebody made you part of a review meanwhile. Try again'
    : `You are the only organiser of ${listed(names)}: make somebody else one, or remove the review, before you close your account`;

const plain: Partial<Readonly<Record<Said, Trouble>>> = {
  email: { text: 'Enter an e-mail address, like name@council.gov.uk', field: 'email' },
  'same email': { text: 'Enter another address: this is the one you have', field: 'email' },
  'too often': { text: 'You asked for too many letters: try again in a quarter of an hour', field: 'email' },
  'sign in again': {
    text: `Sign in again first: for this it has to be within the last ${FRESH_MINUTES} minutes`,
    field: 'again',
  },
  'not sure': { text: 'Tick that you want to close your account', field: 'sure' },
};

function troubles({ said, typedToken, reviews, only = [] }: Shown): readonly Trouble[] {
  const one = said && plain[said];
  if (one) return [one];
  if (said === 'only organiser')
    return [{ text: onlyWords(only.map((id) => reviews.find((r) => r.id === id)?.line?.council ?? id)) }];
  if (said === 'name') return [{ text: 'Enter your name, with at most 100 characters', field: 'name' }];
  if (said === 'last organiser')
    return [
      { text: 'You are the only organiser of this review: make somebody else one before you leave it' },
    ];
  if (said !== 'token' || !typedToken) return [];
  const { name, days, use } = tokenWanted(typedToken);
  return [
    ...(name === undefined
      ? [{ text: 'Enter what the token is for, with at most 60 characters', field: 'token-name' }]
      : []),
    ...(use === undefined ? [{ text: 'Choose what a program may do with the token', field: 'use' }] : []),
    ...(days === undefined ? [{ text: 'Choose for how long the token is good', field: 'days' }] : []),
  ];
}

const tokenView = ({ id, name, writes, endsAt, usedAt }: AccessToken) => ({
  id,
  name,
  words: [
    writes ? 'reads and changes' : 'only reads',
    `good until ${instantDay(london, endsAt)}`,
    usedAt ? `last used ${instantDay(london, usedAt)}` : 'not used yet',
  ].join(', '),
});

/** Who I am here, what I am part of, where I am signed in, and the tokens of my programs. */
export function accountView(shown: Shown) {
  const { account, reviews, signIns, tokens, typedName, typedToken, made } = shown;
  const wrong = troubles(shown);
  const about = (field: string) => wrong.find((trouble) => trouble.field === field)?.text;
  return {
    title: 'Your account',
    summary: wrong.length > 0 ? errorSummary(wrong) : null,
    email: account.email,
    rename: addresses.rename,
    signOutEverywhere: addresses.signOutEverywhere,
    makeToken: addresses.accessTokens,
    revokeToken: addresses.revokeAccessToken,
    leave: addresses.leave,
    changeAddress: addresses.changeAddress,
    closeAccount: addresses.closeAccount,
    written: shown.written ?? '',
    newEmail: textInput({
      name: 'email',
      label: 'Another e-mail address',
      hint: 'A letter goes there with a link to open and a button to press; until then nothing changes.',
      value: shown.typedEmail ?? '',
      type: 'email',
      autocomplete: 'email',
      spellcheck: 'false',
      width: 30,
      error: about('email'),
    }),
    sure: checkBoxes({
      name: 'sure',
      label: 'Close my account',
      labelClasses: 'govuk-visually-hidden',
      small: true,
      values: [],
      items: [{ value: 'yes', text: 'Yes, close my account' }],
      error: about('sure'),
    }),
    closeIsOpen: shown.said === 'not sure' || shown.said === 'only organiser',
    outbox: addresses.outbox,
    made: made ?? null,
    reviews: reviews.map(({ id, roles, line }) => ({
      id,
      council: line?.council ?? id,
      href: addresses.review(id),
      roles: roles.map((role) => roleWords[role]).join(' and '),
    })),
    again: shown.said === 'sign in again' ? addresses.signIn() : '',
    leadsTo: addresses.account,
    signOutThere: addresses.signOutThere,
    signIns: signIns.map(({ id, browser, startedAt, seenAt }) => ({
      id,
      isHere: id === shown.here,
      browser,
      words: `since ${instantMoment(london, startedAt)}, last seen ${instantMoment(london, seenAt)}`,
    })),
    tokens: tokens.map(tokenView),
    done: shown.done.map(({ at, by, why }) => ({ when: instantMoment(london, at), who: by, why })),
    name: textInput({
      name: 'name',
      label: 'Your name',
      hint: 'It stands beside what you change from now on.',
      value: typedName ?? account.name,
      autocomplete: 'name',
      spellcheck: 'false',
      width: 30,
      error: about('name'),
    }),
    tokenName: textInput({
      name: 'token-name',
      label: 'What is it for?',
      hint: 'For example, the name of the program that will use it.',
      value: typedToken?.name ?? '',
      spellcheck: 'false',
      width: 30,
      error: about('token-name'),
    }),
    use: radioButtons({
      name: 'use',
      label: 'What may a program do with it?',
      labelClasses: 'govuk-fieldset__legend--s',
      small: true,
      value: typedToken?.use,
      error: about('use'),
      items: [
        { value: 'read', text: 'Read what I may read' },
        { value: 'write', text: 'Read and change what I may' },
      ],
    }),
    days: radioButtons({
      name: 'days',
      label: 'For how long?',
      labelClasses: 'govuk-fieldset__legend--s',
      small: true,
      value: typedToken?.days,
      error: about('days'),
      items: tokenDays.map((days) => ({
        value: String(days),
        text: days === 365 ? 'A year' : `${days} days`,
      })),
    }),
  };
}
