import type { Request, RequestHandler } from 'express';
import { approveDraft, shareOrSendBack } from '../../../src/actions/agree-draft.ts';
import { amendmentsOf } from '../../../src/actions/amendments.ts';
import { changeReview } from '../../../src/actions/change-review.ts';
import type { Edit } from '../../../src/entry/entry.ts';
import { grantWaiver, withdrawWaiver } from '../../../src/entry/waivers.ts';
import type { Act } from '../../../src/release/stages.ts';
import { contactOf, nameOf, peerOf, sessionOf } from '../../../src/review/facts.ts';
import { ruleOf } from '../../../src/rules/index.ts';
import { addresses } from '../../addresses.ts';
import { done } from '../../done.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { type AboutReview, withReview } from '../with-review.ts';
import { LONGEST } from './body.ts';
import { agreeView, type Complaint } from './view.ts';

async function show(
  services: Services,
  given: AboutReview,
  complaint?: Complaint,
  status = 200,
): Promise<void> {
  const { store } = services;
  const { open, response } = given;
  const id = open.review.id;
  const view = agreeView({
    open,
    agreement: await store.agreements.of(id),
    releases: await store.releases.of(id),
    amendments: await amendmentsOf(store, open),
    comments: await store.comments.of(id),
    roles: whoIs(response).rolesIn(id),
    complaint,
  });
  services.show(response.status(status), 'agree', given.about('Agree the programme', 'agree'), view);
}

const typed = (request: Request, name: string): string =>
  sent(request, name).replace(/\r\n?/g, '\n').trim().slice(0, LONGEST);

const numbered = (request: Request, name: string): number => Number(sent(request, name)) || 0;

export const agree = (services: Services): RequestHandler =>
  withReview(services, (given) => show(services, given));

const words: Readonly<Record<Act, string>> = {
  share: 'Shared the draft',
  'send-back': 'Sent the draft back',
  approve: 'Approved the programme',
};

/** Shares, sends back or approves; what stands in the way, or who was first, is said on the page. */
export const agreeTo = (services: Services, act: Act): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response } = given;
    const asked = {
      seen: numbered(request, 'seen'),
      draft: numbered(request, 'draft'),
      note: typed(request, 'note'),
    };
    if (act === 'send-back' && asked.note === '')
      return show(services, given, { field: 'note', says: 'Say what is to be changed', note: '' }, 422);
    const signature = { by: whoIs(response).name, why: words[act] };
    const result =
      act === 'approve'
        ? await approveDraft(services, open, asked, signature)
        : await shareOrSendBack(services, open, act, asked, signature);
    if (result.kind === 'moved' || result.kind === 'approved')
      return response.redirect(303, addresses.agree(open.review.id));
    const says =
      result.kind === 'blocked'
        ? 'It can’t be approved yet: see what stands in the way'
        : 'Nothing was done: the draft or its state has been changed since you looked. This is how it is now';
    await show(services, given, { field: '', says, note: asked.note }, 409);
  });

/** Changes what is agreed about the review, and goes back to the page. */
async function changed(services: Services, given: AboutReview, edit: Edit, why: string): Promise<void> {
  const { open, response } = given;
  const { id } = open.review;
  const signature = { by: whoIs(response).name, why };
  const result = await changeReview(services, id, open.line.version, edit, signature);
  if (result.kind === 'changed') done(response, addresses.agree(id), result.stored.version);
  else response.redirect(303, addresses.agree(id));
}

/** Whether an exception of this rule about this thing can be granted at all. */
const isWaivable = ({ review }: AboutReview['open'], rule: string, about: string): boolean =>
  (ruleOf(rule)?.parts.some((p) => p.waivable) ?? false) &&
  (sessionOf(review, about) ?? contactOf(review, about) ?? peerOf(review, about)) !== undefined;

/** Grants an exception, with its reason. */
export const grant = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response } = given;
    const [rule, about, because] = [sent(request, 'rule'), sent(request, 'about'), typed(request, 'because')];
    if (!isWaivable(open, rule, about)) return response.redirect(303, addresses.agree(open.review.id));
    if (because === '')
      return show(
        services,
        given,
        { field: `because-${rule}-${about}`, says: 'Give the reason for the exception', note: '' },
        422,
      );
    const waiver = { rule, about, by: whoIs(response).name, at: services.now().toISOString(), because };
    const why = `Granted an exception to “${ruleOf(rule)?.title}” for ${nameOf(open.review, about)}`;
    await changed(services, given, grantWaiver(waiver), why);
  });

export const withdraw = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request } = given;
    const [rule, about] = [sent(request, 'rule'), sent(request, 'about')];
    const why = `Withdrew the exception to “${ruleOf(rule)?.title ?? rule}” for ${nameOf(open.review, about)}`;
    await changed(services, given, withdrawWaiver(rule, about), why);
  });

/** What a comment is about: `whole`, `session lead-member`, `person contact-7kq2`. */
function aboutOf({ review }: AboutReview['open'], value: string) {
  const [kind, id = ''] = value.split(' ');
  if (kind === 'session' && sessionOf(review, id)) return { about: 'session', aboutId: id } as const;
  if (kind === 'person' && (contactOf(review, id) ?? peerOf(review, id)))
    return { about: 'person', aboutId: id } as const;
  return { about: 'whole' } as const;
}

/** Says something about the draft, or answers what somebody said. */
export const say = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response } = given;
    const text = typed(request, 'text');
    const review = open.review.id;
    if (text === '') return show(services, given, { field: 'text', says: 'Say something', note: '' }, 422);
    const answers = sent(request, 'answers');
    const asked = (await services.store.comments.of(review)).find((c) => c.id === answers);
    const about = asked
      ? {
          about: asked.about,
          ...(asked.aboutId !== undefined && { aboutId: asked.aboutId }),
          answers: asked.id,
        }
      : aboutOf(open, sent(request, 'about'));
    const why = asked ? 'Answered a comment' : 'Commented on the draft';
    await services.store.comments.add({ review, ...about, text }, { by: whoIs(response).name, why });
    response.redirect(303, `${addresses.agree(review)}#comments`);
  });

export const settle = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response }) => {
    const review = open.review.id;
    const id = sent(request, 'comment');
    const comment = (await services.store.comments.of(review)).find((c) => c.id === id);
    const settled = sent(request, 'settled') === 'yes';
    const why = settled ? 'Settled a comment' : 'Took a comment up again';
    const signature = { by: whoIs(response).name, why };
    if (comment) await services.store.comments.settle(id, numbered(request, 'version'), settled, signature);
    response.redirect(303, `${addresses.agree(review)}#comments`);
  });
