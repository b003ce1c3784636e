import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';
import { type WithDraft, withSomeDraft } from '../with-draft.ts';
import { asked } from '../with-review.ts';
import type { LockSent } from './lock-view.ts';
import { sessionView } from './view.ts';

/** Shows the page of a session; `lock`: what was sent to lock it, and what is wrong with that. */
export function showSession(
  services: Services,
  { open, draft, at, request, response, next, about }: WithDraft,
  { status = 200, lock }: { readonly status?: number; readonly lock?: LockSent } = {},
): void {
  const told = services.laidOpen.placesOf(open, draft, String(request.params.session));
  if (!told) {
    next();
    return;
  }
  const view = sessionView(open, at, told, asked(request, 'late') !== undefined, lock);
  services.show(response.status(status), 'session', about(view.title, 'programme'), view);
}

export const session = (services: Services): RequestHandler =>
  withSomeDraft(services, (given) => showSession(services, given));
