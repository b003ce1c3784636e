import type { RequestHandler, Response } from 'express';
import { takeInWhole } from '../../../src/actions/take-in-whole.ts';
import { problemLine } from '../../../src/intake/index.ts';
import { packApart } from '../../../src/publish/apart/make-apart.ts';
import { addresses } from '../../addresses.ts';
import { errorSummary, fileUpload } from '../../form/fields.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { sentFiles } from '../bring-in/sent-files.ts';

/** So many problems are shown; whoever made the zip by hand mends these first. */
const SOME = 20;

/** Everything of a review, whole or not, as one zip. */
export const whole =
  ({ store, show }: Services): RequestHandler =>
  async (request, response, next) => {
    const review = String(request.params.review);
    const kept = await store.whole.of(review);
    if (!kept) return next();
    const zip = await packApart(kept);
    if (!zip) {
      response.setHeader('Retry-After', '30');
      const about = { title: 'Please try again in a minute', where: 'reviews' } as const;
      return show(response.status(503), 'paper-busy', about, {});
    }
    response.setHeader('Cache-Control', 'no-store');
    response.attachment(`${review}-whole.zip`);
    response.type('zip').send(Buffer.from(zip));
  };

function showPage({ show }: Services, response: Response, problems: readonly string[]): void {
  const [first] = problems;
  const error = first === undefined ? undefined : { text: first, field: 'file' };
  show(
    response,
    'read-back',
    { title: 'Read a whole review back', where: 'reviews' },
    {
      errors: error ? errorSummary([error]) : null,
      more: problems.slice(1, SOME),
      action: addresses.readBack,
      file: fileUpload({
        name: 'file',
        label: 'The zip',
        hint: 'Up to 40 MB, as it was made under “Paper”, “Everything, as one zip”.',
        accept: '.zip',
        error: first,
      }),
    },
  );
}

export const readBackPage =
  (services: Services): RequestHandler =>
  (_request, response) =>
    showPage(services, response, []);

/** Reads a whole review back, which is then theirs who brought it. Never over one that is there. */
export const readBack =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { name: by, account } = whoIs(response);
    const refuse = (problems: readonly string[]) => showPage(services, response.status(422), problems);
    const files = sentFiles(request, '40 MB');
    if (!files.ok) return refuse([files.why]);
    const [file] = files.files;
    if (!file) return refuse(['Choose the zip']);
    const signature = { by, why: 'Read the whole review back from a zip' };
    const taken = await takeInWhole(services.store, file.bytes, signature, account?.id);
    if (taken.kind === 'problems') return refuse(taken.problems.map(problemLine));
    response.redirect(303, addresses.review(taken.review));
  };
