import compression from 'compression';
import type { Express } from 'express';

/**
 * Smaller answers, calendars apart: their ETag is a strong one, which says that the bytes are the same, and packed they
 * would not be (RFC 9110, 8.8.1).
 */
export function setUpCompression(app: Express): void {
  app.use(
    compression({
      filter: (request, response) =>
        !String(response.getHeader('Content-Type')).startsWith('text/calendar') &&
        compression.filter(request, response),
    }),
  );
}
