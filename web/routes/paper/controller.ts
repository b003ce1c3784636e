import { createHash } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { OpenReview } from '../../../src/actions/open-review.ts';
import { pagePolicy, policyText } from '../../middleware/set-up-headers.ts';
import type { Services } from '../../services.ts';
import { agreedForPeers } from '../with-agreed.ts';
import { type AboutReview, asked, withReview } from '../with-review.ts';
import { isSheetKind, makeSheet, type Sheet } from './sheets.ts';
import { paperView } from './view.ts';

/** Peers print what was agreed; whoever works on the programme prints the draft. */
export const paper = (services: Services): RequestHandler =>
  agreedForPeers(
    services,
    ({ agreed, response, about }) =>
      services.show(response, 'paper', about('Paper and calendars', 'paper'), paperView(agreed, true)),
    withReview(services, ({ open, response, about }) =>
      services.show(response, 'paper', about('Paper and calendars', 'paper'), paperView(open, false)),
    ),
  );

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
  const answer = (
    open: OpenReview | undefined,
    { request, response, next }: Pick<AboutReview, 'request' | 'response' | 'next'>,
  ): void => {
    const kind = String(request.params.kind);
    const made = open && isSheetKind(kind) ? makeSheet(open, kind, asked(request, 'who') ?? '') : undefined;
    if (made) send(response, made);
    else next();
  };
  return agreedForPeers(
    services,
    (given) => answer(given.agreed, given),
    withReview(services, (given) => answer(given.open, given)),
  );
};
