import type { RequestHandler } from 'express';
import { nameOf } from '../../../src/review/facts.ts';
import type { Services } from '../../services.ts';
import { commentsAbout } from '../agree/comments-view.ts';
import { type WithDraft, withSomeDraft } from '../with-draft.ts';
import { asked } from '../with-review.ts';
import type { LockSent } from './lock-view.ts';
import { sessionView } from './view.ts';

/** Shows the page of a session; `lock`: what was sent to lock it, and what is wrong with that. */
export async function showSession(
  services: Services,
  { open, draft, at, request, response, next, about }: WithDraft,
  { status = 200, lock }: { readonly status?: number; readonly lock?: LockSent } = {},
): Promise<void> {
  const told = await services.laidOpen.placesOf(open, draft, String(request.params.session));
  if (!told) {
    next();
    return;
  }
  const { review } = open;
  const view = {
    ...sessionView(
      open,
      at,
      told,
      { late: asked(request, 'late') !== undefined, day: asked(request, 'day') },
      lock,
    ),
    comments: commentsAbout(
      { review: review.id, week: review.week, nameOf: (id) => nameOf(review, id) },
      await services.store.comments.of(review.id),
      'session',
      told.session,
    ),
  };
  services.show(response.status(status), 'session', about(view.title, 'programme'), view);
}

export const session = (services: Services): RequestHandler =>
  withSomeDraft(services, (given) => showSession(services, given));
