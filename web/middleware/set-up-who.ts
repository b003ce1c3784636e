import type { Express, Request } from 'express';
import type { Store } from '../../src/store/ports.ts';
import { tokenIn } from '../cookie.ts';
import { noteEvent } from '../security-event.ts';
import type { Site } from '../site.ts';
import { known, setWho, type Who } from '../who.ts';

/** The token that a program shows. Only the API takes one: pages are for people, who sign in. */
export function bearerOf(request: Request): string | undefined {
  if (!request.path.startsWith('/api/')) return undefined;
  return /^Bearer +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** Finds out who asks: by the browser's cookie, or by a program's token, which alone counts where there is one. */
export function setUpWho(app: Express, store: Store, site: Site): void {
  const whoShows = async (request: Request): Promise<Who | undefined> => {
    const bearer = bearerOf(request);
    if (bearer !== undefined) {
      const shown = await store.accessTokens.open(bearer);
      if (!shown) return undefined;
      const who = known(shown.account, await store.members.ofAccount(shown.account.id));
      return shown.stored.writes ? who : { ...who, looks: true };
    }
    const token = tokenIn(request, site);
    const signedIn = token === undefined ? undefined : await store.signIns.open(token);
    if (!signedIn) return undefined;
    const who = known(signedIn.account, await store.members.ofAccount(signedIn.account.id));
    return { ...who, signIn: { id: signedIn.id, startedAt: signedIn.startedAt } };
  };
  app.use(async (request, response, next) => {
    const who = await whoShows(request);
    if (!who && bearerOf(request) !== undefined) noteEvent(response, 'token not good');
    if (who) {
      setWho(response, who);
      // What somebody signed in for is not left lying on a computer that others use too. (Programs that ask with
      // If-None-Match are told 304 all the same.)
      response.setHeader('Cache-Control', 'private, no-store');
    }
    next();
  });
}
