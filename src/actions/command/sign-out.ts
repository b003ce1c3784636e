import { emailOf } from '../../accounts/email.ts';
import { counted } from '../../publish/words.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, dataOption, type Exit, fail, withStore } from './desk.ts';

export const signOutFace = {
  verb: 'sign-out',
  means: 'Signs somebody out on every browser, and ends the tokens of their programs.',
  wants: ['EMAIL'],
  options: { data: dataOption },
} as const satisfies Face;

/** For whoever runs the server: a laptop was lost, somebody has left. What they are part of stays as it was. */
export const signOut = (desk: Desk, args: Given): Promise<Exit> =>
  withStore(desk, args, async ({ accounts, signIns, accessTokens }) => {
    const typed = args.given[0]!;
    const email = emailOf(typed);
    const account = email === undefined ? undefined : await accounts.byEmail(email);
    if (!account) return fail(desk, `Nobody has an account with ${typed}.`);
    const browsers = await signIns.of(account.id);
    const tokens = await accessTokens.of(account.id);
    await signIns.endAll(account.id);
    for (const { id } of tokens) await accessTokens.revoke(id, account.id);
    desk.out(
      `${account.email} was signed out on ${counted(browsers.length, 'browser', 'browsers')}, and ${counted(tokens.length, 'token', 'tokens')} ended.\n`,
    );
    return 0;
  });
