import type { Request, RequestHandler } from 'express';
import type { Work } from '../../../src/actions/kept-work.ts';
import { hoursOf } from '../../hours-of.ts';
import type { Services } from '../../services.ts';
import { goOn } from '../set-up/steps.ts';
import { soon } from '../soon.ts';
import { withEntry } from '../with-entry.ts';
import { asked } from '../with-review.ts';
import { readyView } from './view.ts';

/**
 * Milliseconds that the page waits for the light at its first look: what is entered small is lit at once, and nobody
 * waits for the rest of the page. Where it takes longer, the light comes onto the page by itself, or by its link.
 */
const GLANCE = 100;

/** Who asked to wait waits longer than at a glance; and nobody at a glance where others are before it. */
function patienceFor(work: Work<unknown, unknown>, request: Request): number | undefined {
  if (asked(request, 'wait') !== undefined) return undefined;
  return work.state === 'working' && work.waits ? 0 : GLANCE;
}

/** Are we ready to build? The light is lit by looking, and looked for again by itself when something was entered. */
export const ready = (services: Services): RequestHandler =>
  withEntry(services, async ({ entry, problems, open, request, response, about }) => {
    const { lights, now } = services;
    const work = open && lights.begin(open);
    const picture = open && open.review.sessions.length > 0 ? await hoursOf(open.review) : undefined;
    if (work) await soon(work, patienceFor(work, request));
    const light = open ? lights.of(open) : undefined;
    const last = open && lights.last(open);
    const view = readyView({ entry, problems, open, light, last, picture, now: now() });
    services.show(response, 'ready', about('Ready?', 'ready'), { ...view, settingUp: goOn(entry) });
  });
