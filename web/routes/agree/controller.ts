import type { Request, RequestHandler } from 'express';
import { approveDraft, shareOrSendBack } from '../../../src/actions/agree-draft.ts';
import { amendmentsOf } from '../../../src/actions/amendments.ts';
import { changeReview } from '../../../src/actions/change-review.ts';
import type { Edit } from '../../../src/entry/entry.ts';
import { grantWaiver, withdrawWaiver } from '../../../src/entry/waivers.ts';
import { personWeek } from '../../../src/publish/person-week.ts';
import type { Act } from '../../../src/release/stages.ts';
import { contactOf, nameOf, peerOf, sessionOf } from '../../../src/review/facts.ts';
import { ruleOf } from '../../../src/rules/index.ts';
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
import { exceptionName, type Ungranted } from './exceptions-view.ts';
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
      return show(
        services,
        given,
        { form: 'act', field: 'note', says: 'Say what is to be changed', note: '' },
        422,
      );
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
    await show(services, given, { form: 'act', field: '', says, note: asked.note }, 409);
  });

/** Changes what is agreed about the review, from what the person saw, and goes back to the page. */
async function changed(
  services: Services,
  given: AboutReview,
  edit: Edit,
  why: string,
  late: () => void | Promise<void>,
): Promise<void> {
  const { open, request, response } = given;
  const { id } = open.review;
  const signature = { by: whoIs(response).name, why };
  const result = await changeReview(services, id, seenOf(request, open.line.version), edit, signature);
  if (result.kind === 'changed') done(response, addresses.agree(id), result.stored.version);
  else if (result.kind === 'clash') await late();
  else response.redirect(303, addresses.agree(id));
}

/** What keeps an exception from being granted: nothing chosen, a thing that there is not, or no reason. */
function ungranted(
  { review }: AboutReview['open'],
  sent: Omit<Ungranted, 'says' | 'field'>,
): Ungranted | undefined {
  const { rule, about, because } = sent;
  if (!ruleOf(rule)?.parts.some((p) => p.waivable))
    return { ...sent, field: 'rule', says: 'Choose what the exception is for' };
  if (!(sessionOf(review, about) ?? contactOf(review, about) ?? peerOf(review, about)))
    return { ...sent, field: 'about', says: 'Choose whom or which session it is about' };
  if (because === '') return { ...sent, field: 'because', says: 'Give the reason for the exception' };
  return undefined;
}

/** Grants an exception, with its reason. */
export const grant = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response } = given;
    const fields = {
      rule: sent(request, 'rule'),
      about: sent(request, 'about'),
      because: typed(request, 'because'),
    };
    const wrong = ungranted(open, fields);
    if (wrong) return show(services, given, { form: 'exception', sent: wrong }, 422);
    const waiver = { ...fields, by: whoIs(response).name, at: services.now().toISOString() };
    const why = `Granted an exception (${exceptionName(fields.rule)}) for ${nameOf(open.review, fields.about)}`;
    const theirs: Ungranted = {
      ...fields,
      field: '',
      says: 'Nothing was changed: somebody else granted or withdrew the same exception since you looked. Theirs stands below. Your reason is kept: grant it again to put it in place of theirs',
    };
    await changed(services, given, grantWaiver(waiver), why, () =>
      show(services, given, { form: 'exception', sent: theirs }, 409),
    );
  });

export const withdraw = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request } = given;
    const [rule, about] = [sent(request, 'rule'), sent(request, 'about')];
    const why = `Withdrew the exception (${exceptionName(rule)}) for ${nameOf(open.review, about)}`;
    await changed(services, given, withdrawWaiver(rule, about), why, () =>
      given.response.redirect(303, addresses.agree(open.review.id)),
    );
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
