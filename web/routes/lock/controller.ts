import type { RequestHandler } from 'express';
import { changeReview } from '../../../src/actions/change-review.ts';
import { all } from '../../../src/entry/edit.ts';
import { lock as hold, type LockedPart, unlock as release } from '../../../src/entry/locks.ts';
import { listed } from '../../../src/publish/words.ts';
import { nameOf } from '../../../src/review/facts.ts';
import { dayOf } from '../../../src/time/span.ts';
import { done } from '../../done.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { showSession } from '../session/controller.ts';
import { withSomeDraft } from '../with-draft.ts';

const parts: readonly LockedPart[] = ['time', 'place', 'peers'];
const words: Readonly<Record<LockedPart, string>> = { time: 'time', place: 'place', peers: 'pair' };

/** Locks the time, place or pair of a session where it is, with who did and why; what is no longer ticked is let go. */
export const lock = (services: Services): RequestHandler =>
  withSomeDraft(services, async (given) => {
    const { open, draft, request, response, next, at } = given;
    const { review, line } = open;
    const session = String(request.params.session);
    const placed = draft.programme.placements.find((p) => p.session === session);
    if (!placed) return next();
    const { name: by } = whoIs(response);
    const because = sent(request, 'because').trim();
    const isHeld = (part: LockedPart) => review.locks.some((l) => l.session === session && l[part]);
    const isOff = sent(request, 'unlock') === 'yes';
    const what = parts.filter((part) => !isOff && sent(request, part) === 'yes');
    const [comes, goes] = [
      what.filter((p) => !isHeld(p)),
      parts.filter((p) => isHeld(p) && !what.includes(p)),
    ];
    const trouble =
      comes.length + goes.length === 0 && !isOff
        ? 'Choose what is to be locked, or let go: its time, its place or its pair'
        : comes.length > 0 && because === ''
          ? 'Say why it is locked, for whoever wants to move it'
          : '';
    if (trouble) return showSession(services, given, { status: 400, lock: { trouble, because, what } });
    const edit = all([
      ...goes.map((part) => release(session, part)),
      ...comes.map((part) => hold(session, part, by, because)),
    ]);
    const named = (some: readonly LockedPart[]) => listed(some.map((part) => words[part]));
    const name = nameOf(review, session);
    const why =
      comes.length > 0
        ? `Locked the ${named(comes)} of ${name}: ${because.replace(/\.$/, '')}`
        : `Unlocked the ${named(goes)} of ${name}`;
    const result = await changeReview(services, review.id, line.version, edit, { by, why, inGrid: true });
    const on = at.grid({ day: dayOf(placed.start) });
    if (result.kind === 'changed') return done(response, on, result.stored.version);
    response.redirect(303, result.kind === 'unchanged' ? on : at.session(session, { late: 'yes' }));
  });
