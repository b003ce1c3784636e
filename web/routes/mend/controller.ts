import type { RequestHandler } from 'express';
import { changeDraft } from '../../../src/actions/change-draft.ts';
import { createMends, type Mends } from '../../../src/actions/mends.ts';
import { toldSessions } from '../../../src/actions/told-sessions.ts';
import { readProgramme } from '../../../src/intake/index.ts';
import { changesBetween } from '../../../src/programme/changes.ts';
import { counted } from '../../../src/publish/words.ts';
import { nameOf, sessionOf } from '../../../src/review/facts.ts';
import { moved } from '../../done.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { soon } from '../soon.ts';
import { withSomeDraft } from '../with-draft.ts';
import { asked } from '../with-review.ts';
import { roundOf } from './around.ts';
import { mendView } from './view.ts';

export const mendsOf = ({ findRepairs, log }: Services): Mends =>
  createMends(findRepairs, (error) => log.error({ err: error }, 'looking for a way to mend broke off'));

/** Ways to mend the draft, or how far the look for them is. */
export const mend = (services: Services, mends: Mends): RequestHandler =>
  withSomeDraft(services, async ({ open, draft, at, scenario, request, response, about }) => {
    const round = await roundOf(
      services.laidOpen,
      open,
      draft,
      asked(request, 'around'),
      asked(request, 'to'),
    );
    const told = await toldSessions(services.store, open.review, draft.programme);
    const given = { open, draft, scenario: scenario?.id, around: round.around, to: round.to, told };
    if (asked(request, 'wait') !== undefined) await soon(mends.of(given));
    const view = mendView(open, draft, at, round, mends.of(given));
    services.show(response, 'mend', about(view.title, 'programme'), view);
  });

export const lookForMends = (services: Services, mends: Mends): RequestHandler =>
  withSomeDraft(services, async ({ open, draft, at, scenario, request, response }) => {
    const round = await roundOf(services.laidOpen, open, draft, sent(request, 'around'), sent(request, 'to'));
    const told = await toldSessions(services.store, open.review, draft.programme);
    const { around, to } = round;
    await soon(mends.begin({ open, draft, scenario: scenario?.id, around, to, told }));
    response.redirect(303, at.mend(round.asked));
  });

/**
 * Makes the draft what one of the ways would have it. The form brings the whole of it, so that any instance can take it,
 * and nothing is lost by a restart; what others moved since is kept, as with every change of the draft.
 */
export const applyMend = (services: Services): RequestHandler =>
  withSomeDraft(services, async ({ open, draft, drafts, at, request, response, next }) => {
    const { review } = open;
    const reading = readProgramme(sent(request, 'programme'), review);
    const version = Number(sent(request, 'seen'));
    if (!reading.ok || !Number.isInteger(version) || version < 1 || version > draft.version) return next();
    const around = sessionOf(review, sent(request, 'around'));
    const changes = changesBetween(review, draft.programme, reading.value);
    const why = `Mended${around ? ` around ${nameOf(review, around.id)}` : ' the programme'}: ${counted(changes.length, 'session changed', 'sessions changed')}`;
    const ours = reading.value;
    const result = await changeDraft(drafts, open, version, () => ours, { by: whoIs(response).name, why });
    if (result.kind === 'changed') return moved(response, at.grid({ day: 'all' }), result.stored.version);
    response.redirect(303, result.kind === 'unchanged' ? at.grid() : at.mend({ late: 'yes' }));
  });
