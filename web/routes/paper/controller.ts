import type { RequestHandler } from 'express';
import type { OpenReview } from '../../../src/actions/open-review.ts';
import { type DrawnForm, drawnForms } from '../../../src/publish/draw.ts';
import { isPaperKind, type PaperKind } from '../../../src/publish/paper/kind-names.ts';
import type { Services } from '../../services.ts';
import { type AboutAgreed, agreedForPeers } from '../with-agreed.ts';
import { type AboutReview, asked, withReview } from '../with-review.ts';
import { sendDrawnPaper, sendPage } from './send.ts';
import { dataFile, isFileKind, type Printed, pageFor, paperFor } from './sheets.ts';
import { paperView } from './view.ts';
import { mayHave } from './who-may.ts';

const isPrinted = (open: OpenReview | undefined): open is Printed => open?.draft !== undefined;

/** Which version those who work on it print: the release that holds, unless they ask for the draft. */
async function printedOf(
  services: Services,
  { open, request }: AboutReview,
): Promise<{ readonly printed: Printed | undefined; readonly released: boolean }> {
  const agreed = (await services.agreed(open.review.id))?.agreed;
  const draft = isPrinted(open) ? open : undefined;
  const released = agreed !== undefined;
  return { printed: agreed && asked(request, 'of') !== 'draft' ? agreed : draft, released };
}

/** Everything that can be printed or taken away: peers print what was agreed, whoever works on it the draft too. */
export const paper = (services: Services): RequestHandler =>
  agreedForPeers(
    services,
    ({ line, agreed, request, response, about }) =>
      services.show(
        response,
        'paper',
        about('Paper and calendars', 'paper'),
        paperView(line.id, agreed, { looksOn: true, released: true, as: asked(request, 'as') }),
      ),
    withReview(services, async (given) => {
      const { request, response, about } = given;
      const { printed, released } = await printedOf(services, given);
      const view = paperView(given.open.review.id, printed, {
        looksOn: false,
        released,
        as: asked(request, 'as'),
      });
      services.show(response, 'paper', about('Paper and calendars', 'paper'), view);
    }),
  );

const isDrawn = (form: string): form is DrawnForm => (drawnForms as readonly string[]).includes(form);

type Given = Pick<AboutReview | AboutAgreed, 'request' | 'response' | 'next' | 'about'>;

async function sendDrawn(
  services: Services,
  open: Printed,
  { kind, who, form }: { readonly kind: PaperKind; readonly who: string; readonly form: DrawnForm },
  { response, next, about }: Given,
): Promise<void> {
  const made = paperFor(open, kind, who);
  if (!made) return next();
  const name = [open.review.id, kind, who].filter(Boolean).join('-');
  await sendDrawnPaper(services, made, form, name, { response, about });
}

/** One thing to print or take away: `programme` is a page, `programme.pdf` a file. */
export const sheet = (services: Services): RequestHandler => {
  const answer = async (open: OpenReview | undefined, looksOn: boolean, given: Given): Promise<void> => {
    const { request, response, next } = given;
    const [, kind = '', form] = /^([a-z]+)(?:\.([a-z]+))?$/.exec(String(request.params.kind)) ?? [];
    const who = asked(request, 'who') ?? '';
    if (!isPrinted(open) || !(isPaperKind(kind) || isFileKind(kind)) || !mayHave(kind, looksOn))
      return next();
    if (form !== undefined)
      return isPaperKind(kind) && isDrawn(form)
        ? sendDrawn(services, open, { kind, who, form }, given)
        : next();
    if (isPaperKind(kind)) {
      const html = pageFor(open, kind, who);
      return html === undefined ? next() : sendPage(response, html);
    }
    const file = await dataFile(services, open, kind);
    if (!file) return next();
    response.attachment(file.name);
    response.type(file.type === 'ics' ? 'text/calendar; charset=utf-8' : file.type).send(file.body);
  };
  return agreedForPeers(
    services,
    (given) => answer(given.agreed, true, given),
    withReview(services, async (given) => answer((await printedOf(services, given)).printed, false, given)),
  );
};
