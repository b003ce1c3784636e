import type { RequestHandler } from 'express';
import { findingObject } from '../../src/actions/command/report.ts';
import { check, checkReview } from '../../src/check/check.ts';
import { readProgramme } from '../../src/intake/index.ts';
import { NEW } from '../../src/store/ports.ts';
import { may } from '../may.ts';
import { soon } from '../routes/soon.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import { textOf } from './body.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { reviewOfPath } from './reviews.ts';
import { seenBy, sendVersion, tagOf } from './versions.ts';

const readers = may('organiser', 'manager');

const ready =
  ({ open, lights }: Services): RequestHandler =>
  async (request, response) => {
    const opening = await open(reviewOfPath(request));
    if (!opening) return refuse(response, 404);
    if (!opening.ok)
      return void response.json({ whole: false, problems: opening.problems, findings: [], light: null });
    const { review, today } = opening.open;
    const work = lights.begin(opening.open);
    await soon(work);
    const light = lights.of(opening.open);
    response.json({
      whole: true,
      problems: [],
      findings: checkReview(review, { today }).map((f) => findingObject(review, f)),
      light: light.state === 'done' ? light.found : null,
    });
  };

const readDraft =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const draft = await store.programmes.draftOf(reviewOfPath(request));
    if (!draft) return refuse(response, 404, { detail: 'There is no programme yet: build it.' });
    sendVersion(request, response, draft.version, draft.file);
  };

const saveDraft =
  ({ store, open }: Services): RequestHandler =>
  async (request, response) => {
    const text = textOf(request, response);
    if (text === undefined) return;
    const opening = await open(reviewOfPath(request));
    if (!opening) return refuse(response, 404);
    if (!opening.ok) return refuse(response, 409, { detail: 'The review has to be whole first.' });
    const { review, line } = opening.open;
    const reading = readProgramme(text, review);
    if (!reading.ok) return refuse(response, 422, { problems: reading.problems });
    const before = await store.programmes.draftOf(review.id);
    const seen = seenBy(request);
    if (before && seen === undefined)
      return refuse(response, 428, {
        detail: 'Send If-Match with the ETag that the programme was read with.',
      });
    const result = await store.programmes.saveDraft(
      { review: review.id, reviewVersion: line.version, file: text },
      seen ?? NEW,
      { by: whoIs(response).name, why: 'Put by a program' },
    );
    if (!result.saved) return refuse(response, 412);
    response.setHeader('ETag', tagOf(result.stored.version));
    response.json({ version: result.stored.version });
  };

const findings =
  ({ open }: Services): RequestHandler =>
  async (request, response) => {
    const opening = await open(reviewOfPath(request));
    if (!opening) return refuse(response, 404);
    if (!opening.ok) return refuse(response, 409, { problems: opening.problems });
    const { review, draft, today } = opening.open;
    const found = draft ? check(review, draft.programme, { today }) : checkReview(review, { today });
    response.json(found.map((f) => findingObject(review, f)));
  };

/** The programme of a review: whether it can be built, reading and putting it. */
export const programmeOperations: readonly Operation[] = [
  {
    id: 'isReady',
    method: 'get',
    path: '/reviews/:review/ready',
    says: 'Says whether a review is ready to be built, and whether the week works as it is entered. Waits up to ten seconds for that.',
    may: readers,
    gives: { 200: { says: 'What is known.', schema: 'Ready' } },
    handle: ready,
  },
  {
    id: 'readProgramme',
    method: 'get',
    path: '/reviews/:review/programme',
    says: 'Gives the draft programme, as its file.',
    may: readers,
    gives: { 200: { says: 'The programme; its version is the ETag.', schema: 'Programme' } },
    handle: readDraft,
  },
  {
    id: 'putProgramme',
    method: 'put',
    path: '/reviews/:review/programme',
    says: 'Makes a programme the draft, over the one whose version is in If-Match.',
    may: readers,
    takes: 'Programme',
    seen: 'may',
    gives: { 200: { says: 'It is the draft.', schema: 'Changed' } },
    handle: saveDraft,
  },
  {
    id: 'readFindings',
    method: 'get',
    path: '/reviews/:review/findings',
    says: 'Gives everything that the rule book has to say of the draft, worst first; of what is entered while there is none.',
    may: readers,
    gives: { 200: { says: 'The findings.', schema: 'Finding', list: true } },
    handle: findings,
  },
];
