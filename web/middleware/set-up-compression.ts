import compression from 'compression';
import type { Express } from 'express';

/** Smaller answers. What is marked `no-transform` goes as it is. */
export function setUpCompression(app: Express): void {
  app.use(compression());
}
