import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';
import { withSomeDraft } from '../with-draft.ts';
import { asked } from '../with-review.ts';
import { sessionView } from './view.ts';

export const session = (services: Services): RequestHandler =>
  withSomeDraft(services, ({ open, draft, at, request, response, next, about }) => {
    const told = services.laidOpen.placesOf(open, draft, String(request.params.session));
    if (!told) return next();
    const view = sessionView(open, at, told, asked(request, 'late') !== undefined);
    services.show(response, 'session', about(view.title, 'programme'), view);
  });
