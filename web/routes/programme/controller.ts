import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';
import { openOnSessions } from '../agree/comments-view.ts';
import { withDraft } from '../with-draft.ts';
import { asked } from '../with-review.ts';
import { withComments } from './comment-marks.ts';
import { programmeView } from './view.ts';

/** The draft: looked at by day, person, room or peer, and worked on where it is looked at by day. */
export const programme = (services: Services): RequestHandler =>
  withDraft(services, async (given) => {
    const { open, request, response, about, drafts } = given;
    const of = (name: string) => asked(request, name);
    const lines = await drafts.history.of(open.review.id);
    const title = given.scenario ? `What if: ${given.scenario.name}` : 'Programme';
    const view = await programmeView(
      { ...given, laidOpen: services.laidOpen },
      {
        day: of('day'),
        by: of('by'),
        who: of('who'),
        pick: of('pick'),
        to: of('to'),
        place: of('place'),
        pair: of('pair'),
        swap: of('swap'),
      },
      lines,
    );
    const { days } = view;
    const openComments = openOnSessions(await services.store.comments.of(open.review.id));
    services.show(response, 'programme', about(title, given.scenario ? 'what-if' : 'programme'), {
      ...view,
      days: days && { ...days, grids: withComments(days.grids, openComments) },
    });
  });
