import type { Request, RequestHandler } from 'express';
import { approveDraft, shareOrSendBack } from '../../../src/actions/agree-draft.ts';
import { amendmentsOf } from '../../../src/actions/amendments.ts';
import { type ExceptionWants, grantException, withdrawException } from '../../../src/actions/exceptions.ts';
import { personWeek } from '../../../src/publish/person-week.ts';
import type { Act } from '../../../src/release/stages.ts';
import { contactOf, peerOf, sessionOf } from '../../../src/review/facts.ts';
import { addresses } from '../../addresses.ts';
import { done } from '../../done.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { personWeekView } from '../../week-view.ts';
import { whoIs } from '../../who.ts';
import { backTo } from '../back-to.ts';
import { seenOf } from '../with-entry.ts';
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

/** What the history says of each. */
export const actWords: Readonly<Record<Act, string>> = {
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
      return show(
        services,
        given,
        { form: 'act', field: 'note', says: 'Say what is to be changed', note: '' },
        422,
      );
    const signature = { by: whoIs(response).name, why: actWords[act] };
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
    await show(services, given, { form: 'act', field: '', says, note: asked.note }, 409);
  });

const wants: Readonly<Record<ExceptionWants, string>> = {
  rule: 'Choose what the exception is for',
  about: 'Choose whom or which session it is about',
  because: 'Give the reason for the exception',
};

/** Grants an exception, with its reason. */
export const grant = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response } = given;
    const fields = {
      rule: sent(request, 'rule'),
      about: sent(request, 'about'),
      because: typed(request, 'because'),
    };
    const asked = { ...fields, seen: seenOf(request, open.line.version) };
    const result = await grantException(services, open, asked, whoIs(response).name);
    const again = (field: ExceptionWants | '', says: string, status: number) =>
      show(services, given, { form: 'exception', sent: { ...fields, field, says } }, status);
    if (result.kind === 'wants') return again(result.field, wants[result.field], 422);
    if (result.kind === 'clash')
      return again(
        '',
        'Nothing was changed: somebody else granted or withdrew the same exception since you looked. Theirs stands below. Your reason is kept: grant it again to put it in place of theirs',
        409,
      );
    const on = addresses.agree(open.review.id);
    if (result.kind === 'changed') done(response, on, result.stored.version);
    else response.redirect(303, on);
  });

export const withdraw = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response }) => {
    const [rule, about] = [sent(request, 'rule'), sent(request, 'about')];
    const asked = { rule, about, seen: seenOf(request, open.line.version) };
    const result = await withdrawException(services, open, asked, whoIs(response).name);
    const on = addresses.agree(open.review.id);
    if (result.kind === 'changed') done(response, on, result.stored.version);
    else response.redirect(303, on);
  });

/** What a comment is about: `whole`, `session lead-member`, `person contact-7kq2`. */
export function aboutOf({ review }: AboutReview['open'], value: string) {
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
    const value = sent(request, 'about');
    if (text === '')
      return show(services, given, { form: 'comment', says: 'Say something', about: value }, 422);
    const answers = sent(request, 'answers');
    const asked = (await services.store.comments.of(review)).find((c) => c.id === answers);
    const about = asked
      ? {
          about: asked.about,
          ...(asked.aboutId !== undefined && { aboutId: asked.aboutId }),
          answers: asked.id,
        }
      : aboutOf(open, value);
    const why = asked ? 'Answered a comment' : 'Commented on the draft';
    await services.store.comments.add({ review, ...about, text }, { by: whoIs(response).name, why });
    response.redirect(303, `${backTo(request, addresses.agree(review))}#comments`);
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
    response.redirect(303, `${backTo(request, addresses.agree(review))}#comments`);
  });

/** A peer’s week of the draft, as that peer would see it once it is approved. */
export const asPeer = (services: Services): RequestHandler =>
  withReview(services, ({ open, request, response, next, about }) => {
    const { review, draft } = open;
    const peer = peerOf(review, String(request.params.peer));
    if (!peer || !draft) return next();
    services.show(response, 'as-peer', about(`As ${peer.name} would see it`, 'agree'), {
      name: peer.name,
      back: addresses.agree(review.id),
      week: personWeekView(personWeek(review, draft.programme, peer.id)),
      others: review.peers.map((p) => ({
        name: p.name,
        href: addresses.asPeer(review.id, p.id),
        current: p.id === peer.id,
      })),
      comments: addresses.entered(review.id, 'peers', peer.id),
    });
  });
