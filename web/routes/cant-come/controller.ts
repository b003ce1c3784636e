import type { RequestHandler } from 'express';
import { openRelease } from '../../../src/actions/amendments.ts';
import { enterCantCome } from '../../../src/actions/cant-come.ts';
import { nameOf } from '../../../src/review/facts.ts';
import { addresses, draftAddresses } from '../../addresses.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { type AboutReview, withReview } from '../with-review.ts';
import { cantComeView } from './view.ts';

interface Complaint {
  readonly id: string;
  readonly answer: string;
  readonly says: string;
  readonly status: number;
}

async function show(services: Services, given: AboutReview, complaint?: Complaint): Promise<void> {
  const { open, response, about } = given;
  const { store, now } = services;
  const { id } = open.review;
  if (complaint) response.status(complaint.status);
  const view = cantComeView({
    open,
    release: openRelease(await store.releases.latest(id)),
    requests: await store.requests.of(id),
    now: now(),
    complaint,
  });
  services.show(response, 'cant-come', about('Who can’t come', 'cant-come'), view);
}

/** Who said that they can't come, and what became of it. */
export const cantCome = (services: Services): RequestHandler =>
  withReview(services, (given) => show(services, given));

const requestIn = async ({ store }: Services, review: string, id: string) =>
  (await store.requests.of(review)).find((request) => request.id === id);

/** Says how it was settled (`answer`), or takes it up again. */
export const settleCantCome = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response } = given;
    const found = await requestIn(services, open.review.id, sent(request, 'request'));
    if (!found) return given.next();
    const answer = sent(request, 'answer').replace(/\s+/g, ' ').trim().slice(0, 500);
    const again = sent(request, 'do') === 'again';
    if (!again && answer === '')
      return show(services, given, { id: found.id, answer, says: 'Say how it was settled', status: 422 });
    const name = nameOf(open.review, found.contact);
    const why = again
      ? `Took up again that ${name} can’t come`
      : `Settled that ${name} can’t come: ${answer}`;
    const result = await services.store.requests.settle(
      found.id,
      Number(sent(request, 'version')),
      again ? undefined : answer,
      { by: whoIs(response).name, why },
    );
    if (!result.saved)
      return show(services, given, {
        id: found.id,
        answer,
        says: 'Nothing was saved: something was said of it meanwhile. This is how it is now',
        status: 409,
      });
    response.redirect(303, addresses.cantComes(open.review.id));
  });

/** Enters that they can't come then, and goes on to look for ways to mend the programme, with the same form. */
export const mendAround = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response } = given;
    const { review, line } = open;
    const found = await requestIn(services, review.id, sent(request, 'request'));
    if (!found) return given.next();
    const name = nameOf(review, found.contact);
    const changed = await enterCantCome(services, found, line.version, name, whoIs(response).name);
    if (changed.kind === 'clash' || changed.kind === 'problems')
      return show(services, given, {
        id: found.id,
        answer: '',
        says: 'Nothing was entered: their diary was changed meanwhile. Try again',
        status: 409,
      });
    response.redirect(307, draftAddresses(review.id).mend());
  });
