import type { Express } from 'express';
import helmet from 'helmet';
import { isHttps, type Site } from '../site.ts';

/** What a page may do: run our own script files, show our own styles and pictures, talk to us, and nothing else. */
export const pagePolicy: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'form-action': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

export const policyText = (policy: typeof pagePolicy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');

/**
 * Security headers, on every answer there is: stands before everything else. HSTS only where browsers come by https, and
 * then for names below ours too. Nothing here is for search engines.
 */
export function setUpHeaders(app: Express, site: Site): void {
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: false,
      strictTransportSecurity: isHttps(site) && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: true },
      referrerPolicy: { policy: 'same-origin' },
    }),
    (_request, response, next) => {
      response.setHeader('Content-Security-Policy', policyText(pagePolicy));
      response.setHeader('X-Robots-Tag', 'noindex');
      next();
    },
  );
}
