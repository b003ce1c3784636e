import type { RequestHandler } from 'express';
import { noteEvent } from './security-event.ts';
import type { Role } from './who.ts';
import { whoIs } from './who.ts';

/** A handler that says who may go past it. */
export type Gate = RequestHandler & {
  readonly admits: readonly (Role | 'anyone' | 'signed-in' | 'coordinator')[];
};

/** Why somebody does not get past a gate; `middleware/set-up-refusals.ts` says it to them. */
export class Refused extends Error {
  readonly why: 'not signed in' | 'looks only' | 'not your part';
  /** Whose part it would be. */
  readonly roles: readonly Role[];
  constructor(why: Refused['why'], roles: readonly Role[] = []) {
    super(why);
    this.why = why;
    this.roles = roles;
  }
}

/** For those who are not part of a review it is as if there were none: the very answer of an address with nothing at it. */
const notThere = Object.assign(new Error('Not there'), { status: 404 });

const gate = (admits: Gate['admits'], handle: RequestHandler): Gate => Object.assign(handle, { admits });

const signedIn: RequestHandler = (request, response, next) => {
  const who = whoIs(response);
  if (!who.account) return next(new Refused('not signed in'));
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  return next(who.looks && changes ? new Refused('looks only') : undefined);
};

/** Lets those through who have one of these roles in the review of the address. */
const withRole =
  (roles: readonly Role[]): RequestHandler =>
  (request, response, next) =>
    signedIn(request, response, (refused?: unknown) => {
      if (refused) return next(refused);
      const own = whoIs(response).rolesIn(String(request.params.review));
      if (own.length === 0) {
        noteEvent(response, 'refused: not theirs');
        return next(notThere);
      }
      return next(own.some((role) => roles.includes(role)) ? undefined : new Refused('not your part', roles));
    });

const coordinating: RequestHandler = (request, response, next) =>
  signedIn(request, response, (refused?: unknown) => {
    if (refused) return next(refused);
    if (whoIs(response).account?.coordinates) return next();
    noteEvent(response, 'refused: not theirs');
    next(notThere);
  });

/**
 * Stands first in every route and says who may: those roles in the review of the address. `may.anyone` is for what
 * needs no sign-in, `may.signedIn` for what belongs to no review, `may.coordinator` for those who look
 * after many; for others it is not there.
 *
 *     Router().get('/reviews/:review/people', may('organiser', 'manager'), people(services))
 */
export const may = Object.assign((...roles: readonly Role[]): Gate => gate(roles, withRole(roles)), {
  anyone: gate(['anyone'], (_request, _response, next) => next()),
  signedIn: gate(['signed-in'], signedIn),
  coordinator: gate(['coordinator'], coordinating),
});
