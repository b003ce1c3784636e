import { createHash } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { pagePolicy, policyText } from '../../middleware/set-up-headers.ts';
import type { Services } from '../../services.ts';
import { looksOnAt, whoIs } from '../../who.ts';
import { asked, withReview } from '../with-review.ts';
import { isSheetKind, makeSheet, type Sheet } from './sheets.ts';
import { paperView } from './view.ts';

export const paper = (services: Services): RequestHandler =>
  withReview(services, ({ open, response, about }) => {
    services.show(
      response,
      'paper',
      about('Paper and calendars', 'paper'),
      paperView(open, looksOnAt(whoIs(response), open.review.id)),
    );
  });

/** The styles within a print, as the content policy names them: it opens without a server, so it has them in it. */
const styleHashes = (html: string): readonly string[] =>
  [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );

function send(response: Response, { type, body, name }: Sheet): void {
  response.setHeader('Cache-Control', 'private, no-cache');
  if (type === 'html') {
    const policy = { ...pagePolicy, 'style-src': styleHashes(body) };
    response.setHeader('Content-Security-Policy', policyText(policy));
  } else response.attachment(name);
  response.type(type === 'ics' ? 'text/calendar; charset=utf-8' : type).send(body);
}

/** One thing to print or take away. */
export const sheet = (services: Services): RequestHandler => {
  const handle: RequestHandler = (request, response, next) =>
    withReview(services, (given) => {
      const kind = String(request.params.kind);
      const made = isSheetKind(kind) ? makeSheet(given.open, kind, asked(request, 'who') ?? '') : undefined;
      if (made) send(response, made);
      else next();
    })(request, response, next);
  return handle;
};
