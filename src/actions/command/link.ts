import { emailOf } from '../../accounts/email.ts';
import { LINK_MINUTES } from '../../accounts/lifetimes.ts';
import { firstLink } from '../first-link.ts';
import { linkFor } from '../link-for.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, dataOption, type Exit, fail, withStore } from './desk.ts';

export const linkFace = {
  verb: 'link',
  means:
    'Shows a one-time link: one that makes the first account or, for somebody who has one, one to sign in with.',
  wants: [],
  options: {
    for: {
      takes: 'text',
      value: 'EMAIL',
      means: 'the e-mail address of somebody with an account or an invitation',
    },
    data: dataOption,
  },
} as const satisfies Face;

/** Makes a link for whoever sits at the server's terminal, to use or to hand on. `linkTo`: the address of a token. */
export const link = (desk: Desk, args: Given, linkTo: (token: string) => string): Promise<Exit> =>
  withStore(desk, args, async (store) => {
    const typed = args.text('for');
    const email = typed === undefined ? undefined : emailOf(typed);
    if (typed !== undefined && email === undefined) return fail(desk, `${typed} is no e-mail address.`);
    const token =
      email === undefined ? await firstLink(store, desk.now) : await linkFor(store, desk.now, email);
    if (token === undefined)
      return fail(
        desk,
        email === undefined
          ? 'Somebody has an account already. For a link to sign in with: peerweek link --for EMAIL'
          : `Nobody has an account or an invitation with ${email}.`,
      );
    desk.out(`${linkTo(token)}\nIt works once, for ${LINK_MINUTES} minutes.\n`);
    return 0;
  });
