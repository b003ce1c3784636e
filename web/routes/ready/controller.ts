import type { RequestHandler } from 'express';
import type { Services } from '../../services.ts';
import { goOn } from '../set-up/steps.ts';
import { soon } from '../soon.ts';
import { withEntry } from '../with-entry.ts';
import { asked } from '../with-review.ts';
import { readyView } from './view.ts';

/** Milliseconds that the page waits for the light at its first look: longer than it takes for most weeks. */
const GLANCE = 1500;

/** Are we ready to build? The light is lit by looking, and looked for again by itself when something was entered. */
export const ready = (services: Services): RequestHandler =>
  withEntry(services, async ({ entry, problems, open, request, response, about }) => {
    const work = open && services.lights.begin(open);
    if (work) await soon(work, asked(request, 'wait') === undefined ? GLANCE : undefined);
    const light = open ? services.lights.of(open) : undefined;
    const view = readyView({ entry, problems, open, light, now: services.now() });
    services.show(response, 'ready', about('Ready?', 'ready'), { ...view, settingUp: goOn(entry) });
  });
