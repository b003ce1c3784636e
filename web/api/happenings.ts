import type { RequestHandler, Response } from 'express';
import type { OpenReview } from '../../src/actions/open-review.ts';
import { applyWay } from '../../src/actions/week/apply-way.ts';
import { becameOf } from '../../src/actions/week/became.ts';
import { openHappening } from '../../src/actions/week/open-happening.ts';
import { report } from '../../src/actions/week/report.ts';
import { settleHappening } from '../../src/actions/week/settle.ts';
import type { Found, Way, Ways } from '../../src/actions/week/ways.ts';
import { readHappened } from '../../src/intake/form/happening.ts';
import { programmeToJson } from '../../src/publish/json.ts';
import type { Review } from '../../src/review/review.ts';
import { isSampleId } from '../../src/review/sample-id.ts';
import { may } from '../may.ts';
import { blockView } from '../routes/agree/blocks-view.ts';
import { soon } from '../routes/soon.ts';
import { waysOf } from '../routes/week/controller.ts';
import { goingOn } from '../routes/week/with-week.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import { sentValue } from './body.ts';
import { changeObject } from './change-object.ts';
import { happenedFields, happenedProblems } from './happened-sent.ts';
import { happeningObject } from './happening-object.ts';
import { openedReview } from './opened.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { numberIn, objectIn, textIn } from './sent-fields.ts';
import { seenBy, tagOf } from './versions.ts';

const both = may('organiser', 'manager');

/** A moment of the week to rehearse on, where one is asked for. */
const momentAsked = (query: { readonly at?: unknown }): string | undefined =>
  typeof query.at === 'string' ? query.at : undefined;

const isManager = (response: Response, { review }: OpenReview): boolean =>
  whoIs(response).rolesIn(review.id).includes('manager');

const list =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const open = await openedReview(services, request, response);
    if (!open) return;
    const all = await services.store.happenings.of(open.review.id);
    response.json(all.map((one) => happeningObject(open.review, one)));
  };

const reporting =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    const open = value && (await openedReview(services, request, response));
    if (!value || !open) return;
    const { moment, followed } = await goingOn(services, open, momentAsked(request.query));
    if (!followed) return refuse(response, 409, { detail: 'There is no programme yet.' });
    if (moment.when !== 'in it')
      return refuse(response, 409, {
        detail: 'The week is not on. To rehearse a moment of it, say which: ?at=2026-03-25T08:10.',
      });
    const fields = happenedFields(followed.review, value);
    const given = { ...followed, minute: moment.minute, excepts: isManager(response, open) };
    const reading = readHappened(fields, given);
    if (!reading.ok) return refuse(response, 422, { problems: happenedProblems(reading.problems) });
    const made = await report(services.store, open, moment, reading.value, whoIs(response).name);
    if (!made) return refuse(response, 404);
    response.setHeader('ETag', tagOf(made.version));
    response.status(201).json(happeningObject(open.review, made));
  };

const wayObject = (open: OpenReview, review: Review, way: Way): object => ({
  disturbed: way.disturbed,
  broken: way.verdict.broken.map((finding) => finding.sentence),
  blocks: way.blocks.map((block) => blockView({ ...open, review }, block).says),
  changes: way.changes.map((change) => changeObject(review, change)),
  programme: JSON.parse(programmeToJson(review, way.programme)),
});

const foundObject = (open: OpenReview, review: Review, found: Found | undefined): object => ({
  ways: (found?.ways ?? []).map((way) => wayObject(open, review, way)),
  asItIs: (found?.asItIs ?? []).map((finding) => finding.sentence),
});

/** Looks for ways while it is not decided, and waits for a while: whichever instance is asked, it is the same. */
const reading = (services: Services): RequestHandler => {
  let ways: Ways | undefined;
  return async (request, response) => {
    const open = await openedReview(services, request, response);
    const opened = open && (await openHappening(services, open, String(request.params.happening)));
    if (!open) return;
    if (!opened) return refuse(response, 404);
    const { happening, after, draft } = opened;
    ways ??= waysOf(services);
    const asked = happening.state === 'open' && after.ok ? after.asked : undefined;
    if (asked) await soon(ways.begin(asked));
    const work = asked ? ways.of(asked) : ({ state: 'not asked' } as const);
    const became = await becameOf(services.store, open.review, happening);
    const agreement = await services.store.agreements.of(open.review.id);
    response.setHeader('ETag', tagOf(happening.version));
    response.status(work.state === 'working' ? 202 : 200).json({
      ...happeningObject(open.review, happening),
      draft: draft.version,
      agreement: agreement.version,
      looking: work.state,
      ...foundObject(open, asked?.review ?? open.review, work.state === 'done' ? work.found : undefined),
      changed: became ? became.changes.map((change) => changeObject(became.review, change)) : [],
    });
  };
};

const applying =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    const open = value && (await openedReview(services, request, response));
    if (!value || !open) return;
    const id = String(request.params.happening);
    const seen = seenBy(request);
    if (seen === undefined)
      return refuse(response, 428, { detail: 'Send If-Match with the ETag of what happened.' });
    const found = await services.store.happenings.find(open.review.id, id);
    if (!found || (found.rehearsed && !isSampleId(open.review.id))) return refuse(response, 404);
    const approve = textIn(value, 'approve');
    if (approve !== '' && !isManager(response, open))
      return refuse(response, 403, { detail: 'The review manager approves what changed.' });
    const result = await applyWay(
      services,
      open,
      {
        happening: id,
        seen,
        draft: numberIn(value, 'draft'),
        programme: JSON.stringify(objectIn(value, 'programme')),
        ...(approve !== '' && { approve: numberIn(value, 'agreement') }),
        ...(approve === 'despite' && { despite: true }),
      },
      whoIs(response).name,
    );
    if (result.kind === 'late')
      return refuse(response, 412, {
        detail:
          'Somebody else was first, the programme has been changed since, or what was to move has begun.',
      });
    const now = await services.store.happenings.find(open.review.id, id);
    if (result.kind === 'gone' || !now)
      return refuse(response, 422, {
        problems: [{ path: 'programme', what: 'is none of the ways.', mend: 'Read them again.' }],
      });
    response.setHeader('ETag', tagOf(now.version));
    response.json(happeningObject(open.review, now));
  };

const settling =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    const open = value && (await openedReview(services, request, response));
    if (!value || !open) return;
    const { store } = services;
    const id = String(request.params.happening);
    const found = await store.happenings.find(open.review.id, id);
    if (!found) return refuse(response, 404);
    const seen = seenBy(request);
    if (seen === undefined)
      return refuse(response, 428, { detail: 'Send If-Match with the ETag of what happened.' });
    const state = textIn(value, 'state');
    if (state !== 'left' && state !== 'withdrawn')
      return refuse(response, 422, {
        problems: [{ path: 'state', what: 'is neither.', mend: 'Send left or withdrawn.' }],
      });
    if (!(await settleHappening(store, open.review, found, { state, seen }, whoIs(response).name)))
      return refuse(response, 412);
    const now = await store.happenings.find(open.review.id, id);
    response.json(happeningObject(open.review, now ?? found));
  };

const path = '/reviews/:review/week/happened';

/** What happens in the week, and what is done about it. */
export const happeningOperations: readonly Operation[] = [
  {
    id: 'listHappenings',
    method: 'get',
    path,
    says: 'Lists what happened in the week, the oldest first; what was taken back and what was rehearsed too.',
    may: both,
    gives: { 200: { says: 'What happened.', schema: 'Happening', list: true } },
    handle: list,
  },
  {
    id: 'reportHappening',
    method: 'post',
    path,
    says: 'Puts on record what happened: nothing of the programme is changed by that.',
    may: both,
    takes: 'NewHappening',
    asks: { at: 'A moment of the week to rehearse on; left out: now.' },
    gives: { 201: { says: 'It is on record; its version is the ETag.', schema: 'Happening' } },
    handle: reporting,
  },
  {
    id: 'readHappening',
    method: 'get',
    path: `${path}/:happening`,
    says: 'Gives what happened and, while it is not decided, up to three ways to mend the rest of the week. Waits up to ten seconds; ask again while it is at work.',
    may: both,
    gives: {
      200: { says: 'The ways, or what came of it.', schema: 'HappeningOpened' },
      202: { says: 'It is at work: ask again.', schema: 'HappeningOpened' },
    },
    handle: reading,
  },
  {
    id: 'applyHappening',
    method: 'post',
    path: `${path}/:happening/apply`,
    says: 'Takes one of the ways: the draft is that, what follows is entered and, where that is asked for, it is approved.',
    may: both,
    takes: 'WayChosen',
    seen: 'must',
    gives: { 200: { says: 'It is done.', schema: 'Happening' } },
    handle: applying,
  },
  {
    id: 'settleHappening',
    method: 'post',
    path: `${path}/:happening/settle`,
    says: 'Leaves the programme as it is, or takes back what was reported.',
    may: both,
    takes: 'Settled',
    seen: 'must',
    gives: { 200: { says: 'It is done.', schema: 'Happening' } },
    handle: settling,
  },
];
