import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { drawApart } from '../../../src/publish/apart/make-apart.ts';
import type { DrawnForm } from '../../../src/publish/draw.ts';
import type { Paper } from '../../../src/publish/paper/paper.ts';
import { pagePolicy, policyText } from '../../middleware/set-up-headers.ts';
import type { Services } from '../../services.ts';
import type { AboutAgreed } from '../with-agreed.ts';
import type { AboutEntry } from '../with-entry.ts';
import type { AboutReview } from '../with-review.ts';

/** The styles within a print, as the content policy names them: it opens without a server, so it has them in it. */
const styleHashes = (html: string): readonly string[] =>
  [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );

/** Sends a page to print. */
export function sendPage(response: Response, html: string): void {
  const policy = { ...pagePolicy, 'style-src': styleHashes(html) };
  response.setHeader('Content-Security-Policy', policyText(policy));
  response.type('html').send(html);
}

type Given = Pick<AboutReview | AboutAgreed | AboutEntry, 'response' | 'about'>;

/** Sends a paper as a file of that name, drawn in a thread of its own. */
export async function sendDrawnPaper(
  { show }: Services,
  paper: Paper,
  form: DrawnForm,
  name: string,
  { response, about }: Given,
): Promise<void> {
  const bytes = await drawApart(paper, form);
  if (!bytes) {
    response.setHeader('Retry-After', '30');
    return show(response.status(503), 'paper-busy', about('Please try again in a minute', 'paper'), {});
  }
  response.attachment(`${name}.${form}`);
  response.type(form).send(Buffer.from(bytes));
}
