import { emailOf } from '../../accounts/email.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, dataOption, type Exit, fail, withStore } from './desk.ts';

export const coordinatorFace = {
  verb: 'coordinator',
  means:
    'Makes somebody with an account a coordinator, who sees how every review stands and keeps the shared lists; says who is one.',
  wants: [],
  options: {
    add: { takes: 'text', value: 'EMAIL', means: 'make the person with this e-mail address a coordinator' },
    end: { takes: 'text', value: 'EMAIL', means: 'they are no coordinator any more' },
    data: dataOption,
  },
} as const satisfies Face;

/** For whoever runs the server: no page makes anybody a coordinator, so that no council's organiser can become one. */
export const coordinator = (desk: Desk, args: Given): Promise<Exit> =>
  withStore(desk, args, async ({ accounts }) => {
    const asked = [
      { typed: args.text('add'), is: true, why: 'Made a coordinator' },
      { typed: args.text('end'), is: false, why: 'Made no coordinator any more' },
    ];
    for (const { typed, is, why } of asked) {
      if (typed === undefined) continue;
      const email = emailOf(typed);
      const account = email === undefined ? undefined : await accounts.byEmail(email);
      if (!account)
        return fail(
          desk,
          `Nobody has an account with ${typed}. They sign in once first: by an invitation to a review, say.`,
        );
      await accounts.coordinate(account.id, is, { by: 'Whoever runs the server', why });
    }
    const all = await accounts.coordinators();
    desk.out(
      all.length === 0
        ? 'Nobody is a coordinator.\n'
        : `Coordinators:\n${all.map(({ name, email }) => `  ${name} <${email}>\n`).join('')}`,
    );
    return 0;
  });
