import type { RequestHandler } from 'express';
import { beginScenario, takeScenario } from '../../src/actions/scenarios.ts';
import { may } from '../may.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import { sentValue } from './body.ts';
import { answerDraft } from './opened.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { reviewOfPath } from './reviews.ts';
import { textIn } from './sent-fields.ts';

const editors = may('organiser', 'manager');

const whatIfs =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const all = await store.scenarios.of(reviewOfPath(request));
    response.json(all.map(({ id, name, version, by, at }) => ({ id, name, version, by, at })));
  };

const beginning =
  ({ store, open }: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    if (value === undefined) return;
    const name = textIn(value, 'name').trim();
    if (name === '' || name.length > 80)
      return refuse(response, 422, {
        problems: [{ path: 'name', what: 'has to be a few words.', mend: 'Give up to 80 characters.' }],
      });
    const opening = await open(reviewOfPath(request));
    const begun = opening?.ok && (await beginScenario(store, opening.open, name, whoIs(response).name));
    if (!begun) return refuse(response, 404);
    response.status(201).json({ id: begun.id, version: begun.version });
  };

const taking =
  ({ store, open }: Services): RequestHandler =>
  async (request, response) => {
    const opening = await open(reviewOfPath(request));
    const found = await store.scenarios.find(reviewOfPath(request), String(request.params.scenario));
    if (!opening?.ok || !found) return refuse(response, 404);
    const result = await takeScenario(store, opening.open, found, whoIs(response).name);
    answerDraft(response, result, opening.open.draft?.version ?? 0);
  };

const dropping =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const review = reviewOfPath(request);
    const found = await store.scenarios.find(review, String(request.params.scenario));
    const signature = { by: whoIs(response).name, why: `Threw away the what-if “${found?.name ?? ''}”` };
    if (!found || !(await store.scenarios.drop(review, found.id, signature))) return refuse(response, 404);
    response.json({ version: found.version + 1 });
  };

const whatIf = '/reviews/:review/what-if';

/** What-ifs: drafts beside the draft. */
export const whatIfOperations: readonly Operation[] = [
  {
    id: 'listWhatIfs',
    method: 'get',
    path: whatIf,
    says: 'Lists the what-ifs of a review: drafts beside the draft.',
    may: editors,
    gives: { 200: { says: 'The what-ifs, the oldest first.', schema: 'WhatIf', list: true } },
    handle: whatIfs,
  },
  {
    id: 'beginWhatIf',
    method: 'post',
    path: whatIf,
    says: 'Begins a what-if from the draft as it is.',
    may: editors,
    takes: 'NewWhatIf',
    gives: { 201: { says: 'It is begun.', schema: 'Changed' } },
    handle: beginning,
  },
  {
    id: 'takeWhatIf',
    method: 'post',
    path: `${whatIf}/:scenario/take`,
    says: 'Makes what a what-if moved the draft’s, and takes the what-if away. What others moved in the draft stays.',
    may: editors,
    gives: { 200: { says: 'It is done; the draft’s version now.', schema: 'Changed' } },
    handle: taking,
  },
  {
    id: 'throwAwayWhatIf',
    method: 'delete',
    path: `${whatIf}/:scenario`,
    says: 'Throws a what-if away.',
    may: editors,
    gives: { 200: { says: 'It is gone.', schema: 'Changed' } },
    handle: dropping,
  },
];
