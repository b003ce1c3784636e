import type { RequestHandler } from 'express';
import { changeDraft } from '../../src/actions/change-draft.ts';
import type { OpenReview } from '../../src/actions/open-review.ts';
import { undoDraft } from '../../src/actions/undo-draft.ts';
import { undoStack } from '../../src/actions/undo-stack.ts';
import type { PlaceInWeek } from '../../src/check/elsewhere.ts';
import { inStream } from '../../src/programme/edit.ts';
import { nameOf } from '../../src/review/facts.ts';
import { readLocal, writeLocal } from '../../src/time/week.ts';
import { undoWords } from '../done.ts';
import { may } from '../may.ts';
import { type Made, movedTo, parked, swappedWith } from '../routes/move/edits.ts';
import { streamsOf } from '../routes/move/streams.ts';
import { pairWord } from '../routes/move/way-asked.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import { sentValue } from './body.ts';
import { answerDraft, type Opened, opened } from './opened.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { idsIn, isSaid, textIn } from './sent-fields.ts';
import { seenBy, tagOf } from './versions.ts';

const editors = may('organiser', 'manager');

/** A handler that changes the draft: not where somebody has changed it since the version in If-Match. */
const editing =
  (
    work: (
      at: Opened & { session: string; by: string },
      value: object,
      services: Services,
    ) => Made | undefined | Promise<Made | undefined>,
  ) =>
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    const at = value && (await opened(services, request, response));
    if (!value || !at) return;
    const { version } = at.draft;
    if ((seenBy(request) ?? version) !== version) return refuse(response, 412);
    const { name: by } = whoIs(response);
    const made = await work({ ...at, session: String(request.params.session), by }, value, services);
    if (!made) return refuse(response, 409, { detail: 'That can’t be had: ask where it could go.' });
    const signature = { by, why: made.why };
    answerDraft(response, await changeDraft(at.drafts, at.open, version, made.move, signature), version);
  };

const moving = editing((at, value, { laidOpen }) => {
  const start = readLocal(at.open.review.week, textIn(value, 'start'));
  if (!start.ok) return undefined;
  return movedTo(
    { ...at, laidOpen },
    {
      start: String(start.minute),
      keeping: isSaid(value, 'keeping'),
      place: textIn(value, 'place'),
      pair: pairWord(idsIn(value, 'peers')),
    },
  );
});

const swapping = editing((at, value, { laidOpen }) =>
  swappedWith({ ...at, laidOpen }, textIn(value, 'with')),
);
const parking = editing((at) => parked(at, at.by));

const streaming = editing(({ open: { review }, draft, session }, value) => {
  const isPlaced = draft.programme.placements.some((p) => p.session === session);
  const stream = streamsOf(review, draft.programme).find((s) => s.id === textIn(value, 'stream'));
  return isPlaced && stream
    ? {
        move: inStream(review, session, stream.id),
        why: `Put ${nameOf(review, session)} in ${stream.text}`,
      }
    : undefined;
});

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
    answerDraft(response, await undoDraft(at.drafts, at.open, last.version, signature), at.draft.version);
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
    const told = at && (await services.laidOpen.placesOf(at.open, at.draft, String(request.params.session)));
    if (!at) return;
    if (!told) return refuse(response, 404);
    response.setHeader('ETag', tagOf(at.draft.version));
    response.json(told.places.map((place) => placeObject(at.open.review, place)));
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
      id: `putInStream${name}`,
      method: 'post',
      path: `${session}/stream`,
      says: `Puts a session of ${whose} in another stream at the time that it has.`,
      takes: 'Stream',
      seen: 'may',
      handle: streaming,
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

/** Changing the draft by hand, and the what-ifs beside it. */
export const editOperations: readonly Operation[] = [
  ...ofDraft('/reviews/:review/programme', 'the draft', ''),
  ...ofDraft('/reviews/:review/what-if/:scenario/programme', 'a what-if', 'InWhatIf'),
];
