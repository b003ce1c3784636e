import type { RequestHandler } from 'express';
import type { Role } from './who.ts';

/** A handler that says who may go past it. */
export type Gate = RequestHandler & { readonly admits: readonly (Role | 'anyone' | 'signed-in')[] };

const gate = (admits: Gate['admits']): Gate =>
  Object.assign<RequestHandler, { admits: Gate['admits'] }>((_request, _response, next) => next(), {
    admits,
  });

/**
 * Stands first in every route and says who may: those roles in the review of the address. `may.anyone` is for what
 * needs no sign-in, `may.signedIn` for what belongs to no review.
 */
export const may = Object.assign((...roles: readonly Role[]): Gate => gate(roles), {
  anyone: gate(['anyone']),
  signedIn: gate(['signed-in']),
});
