import type { Request, RequestHandler, Response } from 'express';
import { changeDraft, type DraftChanged } from '../../src/actions/change-draft.ts';
import type { Draft, OpenReview } from '../../src/actions/open-review.ts';
import { beginScenario, type Drafts, takeScenario } from '../../src/actions/scenarios.ts';
import { undoDraft } from '../../src/actions/undo-draft.ts';
import { undoStack } from '../../src/actions/undo-stack.ts';
import type { PlaceInWeek } from '../../src/check/elsewhere.ts';
import { readLocal, writeLocal } from '../../src/time/week.ts';
import { undoWords } from '../done.ts';
import { may } from '../may.ts';
import { type Made, movedTo, parked, swappedWith } from '../routes/move/edits.ts';
import { pairWord } from '../routes/move/way-asked.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import { sentValue } from './body.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { reviewOfPath } from './reviews.ts';
import { seenBy, tagOf } from './versions.ts';

const editors = may('organiser', 'manager');

/** A draft as a program works on it: the review’s own, or a what-if beside it. */
interface Opened {
  readonly open: OpenReview;
  readonly draft: Draft;
  readonly drafts: Drafts;
}

/** Opens the draft that the address names, or refuses. */
async function opened(services: Services, request: Request, response: Response): Promise<Opened | undefined> {
  const review = reviewOfPath(request);
  const { scenario } = request.params;
  const whatIf = scenario === undefined ? undefined : await services.openScenario(review, String(scenario));
  const opening = scenario === undefined ? await services.open(review) : whatIf?.opening;
  if (opening && !opening.ok) refuse(response, 409, { problems: opening.problems });
  else if (!opening?.ok || !opening.open.draft) refuse(response, 404);
  else return { open: opening.open, draft: opening.open.draft, drafts: whatIf?.drafts ?? services.store };
  return undefined;
}

function answer(response: Response, result: DraftChanged, version: number): void {
  if (result.kind === 'gone') refuse(response, 404);
  else if (result.kind === 'clash')
    refuse(response, 412, { detail: `${result.by} has moved the same sessions since; theirs stand.` });
  else {
    const now = result.kind === 'changed' ? result.stored.version : version;
    response.setHeader('ETag', tagOf(now));
    response.json({ version: now });
  }
}

/** A handler that changes the draft: not where somebody has changed it since the version in If-Match. */
const editing =
  (
    work: (
      at: Opened & { session: string; by: string },
      value: object,
      services: Services,
    ) => Made | undefined,
  ) =>
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    const at = value && (await opened(services, request, response));
    if (!value || !at) return;
    const { version } = at.draft;
    if ((seenBy(request) ?? version) !== version) return refuse(response, 412);
    const { name: by } = whoIs(response);
    const made = work({ ...at, session: String(request.params.session), by }, value, services);
    if (!made) return refuse(response, 409, { detail: 'That can’t be had: ask where it could go.' });
    const signature = { by, why: made.why };
    answer(response, await changeDraft(at.drafts, at.open, version, made.move, signature), version);
  };

const text = (value: object, field: string): string => {
  const found: unknown = (value as Record<string, unknown>)[field];
  return typeof found === 'string' ? found : '';
};

const idsIn = (value: object, field: string): readonly string[] => {
  const found: unknown = (value as Record<string, unknown>)[field];
  return Array.isArray(found) ? found.filter((id): id is string => typeof id === 'string') : [];
};

const moving = editing((at, value, { laidOpen }) => {
  const start = readLocal(at.open.review.week, text(value, 'start'));
  if (!start.ok) return undefined;
  return movedTo(
    { ...at, laidOpen },
    {
      start: String(start.minute),
      keeping: (value as { keeping?: unknown }).keeping === true,
      place: text(value, 'place'),
      pair: pairWord(idsIn(value, 'peers')),
    },
  );
});

const swapping = editing((at, value, { laidOpen }) => swappedWith({ ...at, laidOpen }, text(value, 'with')));
const parking = editing((at) => parked(at, at.by));

/** Takes back the last step of the draft, or does the last again that was taken back. */
const stepping =
  (which: 'undo' | 'redo') =>
  (services: Services): RequestHandler =>
  async (request, response) => {
    const at = await opened(services, request, response);
    if (!at) return;
    const lines = await at.drafts.history.of(at.open.review.id);
    const last = undoStack(lines)[which].find(({ thing }) => thing === 'programme');
    if (!last) return refuse(response, 409, { detail: `There is nothing to ${which}.` });
    const signature = { by: whoIs(response).name, why: undoWords(last.why), undoes: last.version };
    answer(response, await undoDraft(at.drafts, at.open, last.version, signature), at.draft.version);
  };

const placeObject = ({ week }: OpenReview['review'], place: PlaceInWeek): object => {
  const way = place.state === 'free' || place.state === 'moves' ? place.way : undefined;
  const against = 'against' in place ? place.against : undefined;
  return {
    start: writeLocal(week, place.start),
    end: writeLocal(week, place.end),
    state: place.state,
    ...(way && { change: way.change, tell: way.tell, moves: way.others.map((o) => o.session) }),
    ...(against && { rule: against.rule, because: against.sentence }),
  };
};

/** Everywhere that a session could go. */
const places =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const at = await opened(services, request, response);
    const told = at && services.laidOpen.placesOf(at.open, at.draft, String(request.params.session));
    if (!at) return;
    if (!told) return refuse(response, 404);
    response.setHeader('ETag', tagOf(at.draft.version));
    response.json(told.places.map((place) => placeObject(at.open.review, place)));
  };

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
    const name = text(value, 'name').trim();
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
    answer(response, result, opening.open.draft?.version ?? 0);
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

const changed = { 200: { says: 'It is done; the draft’s version now.', schema: 'Changed' } } as const;

/** The operations of one draft, at its own path. */
function ofDraft(path: string, whose: string, name: string): readonly Operation[] {
  const session = `${path}/sessions/:session`;
  const base = { may: editors, gives: changed };
  return [
    {
      ...base,
      id: `readPlaces${name}`,
      method: 'get',
      path: `${session}/places`,
      says: `Gives every time of the week at which a session of ${whose} could start: free, if others move, or what refuses it; and what it would cost.`,
      gives: { 200: { says: 'The places, in time order.', schema: 'PlaceInWeek', list: true } },
      handle: places,
    },
    {
      ...base,
      id: `moveSession${name}`,
      method: 'post',
      path: `${session}/move`,
      says: `Moves a session of ${whose} to a time, and those others that make room for it.`,
      takes: 'Move',
      seen: 'may',
      handle: moving,
    },
    {
      ...base,
      id: `swapSessions${name}`,
      method: 'post',
      path: `${session}/swap`,
      says: `Lets two sessions of ${whose} change times.`,
      takes: 'Swap',
      seen: 'may',
      handle: swapping,
    },
    {
      ...base,
      id: `parkSession${name}`,
      method: 'post',
      path: `${session}/park`,
      says: `Takes a session of ${whose} out of the week ({}).`,
      seen: 'may',
      handle: parking,
    },
    {
      ...base,
      id: `undoStep${name}`,
      method: 'post',
      path: `${path}/undo`,
      says: `Takes back the last step of ${whose}, a build too.`,
      handle: stepping('undo'),
    },
    {
      ...base,
      id: `redoStep${name}`,
      method: 'post',
      path: `${path}/redo`,
      says: `Does again what was last taken back in ${whose}.`,
      handle: stepping('redo'),
    },
  ];
}

const whatIf = '/reviews/:review/what-if';

/** Working on the draft and on what-ifs. */
export const editOperations: readonly Operation[] = [
  ...ofDraft('/reviews/:review/programme', 'the draft', ''),
  ...ofDraft(`${whatIf}/:scenario/programme`, 'a what-if', 'InWhatIf'),
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
    gives: changed,
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
