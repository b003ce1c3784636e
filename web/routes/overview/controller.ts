import type { RequestHandler } from 'express';
import { standingIn } from '../../../src/actions/standing.ts';
import { momentOf } from '../../../src/actions/week/moment.ts';
import { addresses } from '../../addresses.ts';
import { brokenView } from '../../broken-view.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { reachingView } from '../letters/waiting-view.ts';
import { agreedForPeers } from '../with-agreed.ts';
import { withReview } from '../with-review.ts';
import { agreedView } from './agreed-view.ts';
import { toEnter } from './entering.ts';
import { overviewView } from './view.ts';

export const overview = (services: Services): RequestHandler =>
  agreedForPeers(
    services,
    ({ line, agreed, entry, response, about }) => {
      const email = whoIs(response).account?.email ?? '';
      services.show(
        response,
        'agreed',
        about('What was agreed', 'overview'),
        agreedView(line.id, { agreed, entry }, email, services.now()),
      );
    },
    withReview(services, async ({ open, response, about }) => {
      services.show(response, 'overview', about('Where we stand', 'overview'), {
        ...overviewView(
          open,
          await standingIn(services.store, { ok: true, open }),
          await toEnter(services.store, open),
        ),
        broken: await brokenView(services.store, open),
        thisWeek:
          momentOf(open.review.week, services.now()).when === 'in it' ? addresses.week(open.review.id) : '',
        reaching: await reachingView(services, open.line),
      });
    }),
  );
