import type { RequestHandler } from 'express';
import type { Comment } from '../../src/store/agreement-port.ts';
import { may } from '../may.ts';
import { LONGEST } from '../routes/agree/body.ts';
import { aboutOf } from '../routes/agree/controller.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import { sentValue } from './body.ts';
import { openedReview } from './opened.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { reviewOfPath } from './reviews.ts';
import { isSaid, textIn } from './sent-fields.ts';
import { seenBy, tagOf } from './versions.ts';

const both = may('organiser', 'manager');

const commentObject = ({ review: _, ...comment }: Comment): object => comment;

const list =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const all = await store.comments.of(reviewOfPath(request));
    response.json(all.map(commentObject));
  };

const saying =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    const open = value && (await openedReview(services, request, response));
    if (!value || !open) return;
    const { comments } = services.store;
    const review = open.review.id;
    const text = textIn(value, 'text').trim().slice(0, LONGEST);
    const answers = textIn(value, 'answers');
    const answered = (await comments.of(review)).find((c) => c.id === answers);
    const about = textIn(value, 'about') || 'whole';
    const found = aboutOf(open, `${about} ${textIn(value, 'aboutId')}`);
    const wrong =
      text === ''
        ? { path: 'text', what: 'is missing.', mend: 'Say something.' }
        : answers !== '' && !answered
          ? { path: 'answers', what: 'is no comment of this review.', mend: 'See the comments.' }
          : found.about !== about
            ? { path: 'aboutId', what: 'names nobody and no session.', mend: 'Give an id of the review.' }
            : undefined;
    if (wrong) return refuse(response, 422, { problems: [wrong] });
    const on = answered
      ? {
          about: answered.about,
          ...(answered.aboutId !== undefined && { aboutId: answered.aboutId }),
          answers: answered.id,
        }
      : found;
    const why = answered ? 'Answered a comment' : 'Commented on the draft';
    const made = await comments.add({ review, ...on, text }, { by: whoIs(response).name, why });
    response.status(201).setHeader('ETag', tagOf(made.version)).json(commentObject(made));
  };

const settling =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    if (!value) return;
    const all = await store.comments.of(reviewOfPath(request));
    const comment = all.find((c) => c.id === String(request.params.comment));
    if (!comment) return refuse(response, 404);
    const settled = isSaid(value, 'settled');
    const why = settled ? 'Settled a comment' : 'Took a comment up again';
    const signature = { by: whoIs(response).name, why };
    const seen = seenBy(request) ?? comment.version;
    const result = await store.comments.settle(comment.id, seen, settled, signature);
    if (!result.saved) return refuse(response, 412);
    response.setHeader('ETag', tagOf(result.stored.version)).json(commentObject(result.stored));
  };

const path = '/reviews/:review/comments';

/** What is said about the draft. */
export const commentOperations: readonly Operation[] = [
  {
    id: 'listComments',
    method: 'get',
    path,
    says: 'Gives what was said about the draft, the settled comments too.',
    may: both,
    gives: { 200: { says: 'The comments, the oldest first.', schema: 'Comment', list: true } },
    handle: list,
  },
  {
    id: 'addComment',
    method: 'post',
    path,
    says: 'Says something about the draft, a session or a person of it, or answers what somebody said.',
    may: both,
    takes: 'NewComment',
    gives: { 201: { says: 'It is said.', schema: 'Comment' } },
    handle: saying,
  },
  {
    id: 'settleComment',
    method: 'post',
    path: `${path}/:comment/settle`,
    says: 'Says that a comment is dealt with ({ "settled": true }), or that it is not after all.',
    may: both,
    takes: 'Settle',
    seen: 'may',
    gives: { 200: { says: 'It is done.', schema: 'Comment' } },
    handle: settling,
  },
];
