import type { Express } from 'express';
import { noteEvent } from '../security-event.ts';
import type { Site } from '../site.ts';

/** Names of this computer, as its own browser asks for it. */
const own = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Answers to our own names only: a web page elsewhere that points a name of its own at this computer would otherwise
 * read the diaries through the user's browser (DNS rebinding).
 */
export function setUpHost(app: Express, { origin, proxies }: Site = {}): void {
  if (proxies !== undefined) app.set('trust proxy', proxies);
  const names = new Set([...own, ...(origin ? [new URL(origin).hostname.toLowerCase()] : [])]);
  app.use((request, response, next) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    if (names.has(host)) return next();
    noteEvent(response, 'name not ours');
    response
      .status(421)
      .type('text')
      .send(`This address is not answered here. Use ${origin ?? 'http://localhost'}.\n`);
  });
}
