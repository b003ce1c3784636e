import type { RequestHandler } from 'express';
import { changeReview } from '../../../src/actions/change-review.ts';
import { locking, unlocking } from '../../../src/entry/locks.ts';
import { listed } from '../../../src/publish/words.ts';
import { nameOf } from '../../../src/review/facts.ts';
import { dayOf } from '../../../src/time/span.ts';
import { done } from '../../done.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { showSession } from '../session/controller.ts';
import { withSomeDraft } from '../with-draft.ts';

const parts = { time: 'time', place: 'place', peers: 'pair' } as const;

/** Locks the time, place or pair of a session where it is, with who did and why; or takes the lock off. */
export const lock = (services: Services): RequestHandler =>
  withSomeDraft(services, async (given) => {
    const { open, draft, request, response, next, at } = given;
    const { review, line } = open;
    const session = String(request.params.session);
    const placed = draft.programme.placements.find((p) => p.session === session);
    if (!placed) return next();
    const { name: by } = whoIs(response);
    const because = sent(request, 'because').trim();
    const [time, place, peers] = (['time', 'place', 'peers'] as const).map((p) => sent(request, p) === 'yes');
    const isOff = sent(request, 'unlock') === 'yes';
    const what = (['time', 'place', 'peers'] as const).filter((_, n) => [time, place, peers][n]);
    const trouble =
      what.length === 0
        ? 'Choose what is to be locked: its time, its place or its pair'
        : because === ''
          ? 'Say why it is locked, for whoever wants to move it'
          : '';
    if (!isOff && trouble)
      return showSession(services, given, {
        status: 400,
        lock: { trouble, because, what },
      });
    const edit = isOff
      ? unlocking(session)
      : locking({ session, ...(time && { time }), ...(place && { place }), ...(peers && { peers }), by, because });
    const why = isOff
      ? `Unlocked ${nameOf(review, session)}`
      : `Locked the ${listed(what.map((p) => parts[p]))} of ${nameOf(review, session)}: ${because.replace(/\.$/, '')}`;
    const result = await changeReview(services, review.id, line.version, edit, { by, why, inGrid: true });
    const on = at.grid({ day: dayOf(placed.start) });
    if (result.kind === 'changed') return done(response, on, result.stored.version);
    response.redirect(303, result.kind === 'unchanged' ? on : at.session(session, { late: 'yes' }));
  });
