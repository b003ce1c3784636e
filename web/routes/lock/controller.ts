import type { RequestHandler } from 'express';
import { lockedParts, lockSession } from '../../../src/actions/lock-session.ts';
import { dayOf } from '../../../src/time/span.ts';
import { done } from '../../done.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { showSession } from '../session/controller.ts';
import { withSomeDraft } from '../with-draft.ts';
import { seenOf } from '../with-entry.ts';

const troubles = {
  'nothing to do': 'Choose what is to be locked, or let go: its time, its place or its pair',
  'no reason': 'Say why it is locked, for whoever wants to move it',
  clash:
    'Nothing was changed: somebody else has locked it, or let it go, since you looked. What holds now stands above; what you typed is still here',
} as const;

/** Locks the time, place or pair of a session where it is, with who did and why; what is no longer ticked is let go. */
export const lock = (services: Services): RequestHandler =>
  withSomeDraft(services, async (given) => {
    const { open, draft, request, response, next, at } = given;
    const { line } = open;
    const session = String(request.params.session);
    const placed = draft.programme.placements.find((p) => p.session === session);
    if (!placed) return next();
    const isOff = sent(request, 'unlock') === 'yes';
    const because = sent(request, 'because').trim();
    const what = lockedParts.filter((part) => !isOff && sent(request, part) === 'yes');
    const asked = { session, what, because, seen: seenOf(request, line.version) };
    const result = await lockSession(services, open, asked, whoIs(response).name);
    const on = at.grid({ day: dayOf(placed.start) });
    switch (result.kind) {
      case 'changed':
        return done(response, on, result.stored.version);
      case 'unchanged':
        return response.redirect(303, on);
      case 'nothing to do':
        if (isOff) return response.redirect(303, on);
        break;
      case 'gone':
      case 'problems':
        return next();
      default:
    }
    const trouble = troubles[result.kind];
    const status = result.kind === 'clash' ? 409 : 400;
    await showSession(services, given, { status, lock: { trouble, because, what } });
  });
