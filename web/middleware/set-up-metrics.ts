import { createHash, timingSafeEqual } from 'node:crypto';
import type { Express, Request } from 'express';
import type { Store } from '../../src/store/ports.ts';
import { createMetrics } from '../metrics.ts';
import type { Site } from '../site.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Counts every answer, and tells `/metrics` to whoever shows METRICS_TOKEN (`Authorization: Bearer …`). Without one set
 * nothing is counted, and the address is as any other with nothing at it.
 */
export function setUpMetrics(app: Express, store: Store, { metricsToken }: Site): void {
  if (!metricsToken) return;
  const metrics = createMetrics(store);
  const wanted = digest(`Bearer ${metricsToken}`);
  const shows = (request: Request): boolean =>
    timingSafeEqual(digest(request.headers.authorization ?? ''), wanted);
  app.use(async (request, response, next) => {
    const began = performance.now();
    response.on('finish', () => {
      const { method, route } = request;
      const { statusCode: status } = response;
      // A method that we have no route for is anybody's to make up.
      const name = typeof route?.path === 'string' ? route.path : 'none';
      metrics.answered({
        method: route ? method : 'any',
        route: name,
        status,
        seconds: (performance.now() - began) / 1000,
      });
    });
    if (request.path !== '/metrics' || request.method !== 'GET' || !shows(request)) return next();
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', metrics.contentType);
    response.end(await metrics.text());
  });
}
