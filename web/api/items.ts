import type { RequestHandler } from 'express';
import { put } from '../../src/entry/edit.ts';
import { type ItemOf, itemIn, type ListName } from '../../src/entry/entry.ts';
import { remove } from '../../src/entry/remove.ts';
import type { ApiSchema } from '../../src/intake/index.ts';
import { readEntry } from '../../src/intake/index.ts';
import { type Gate, may } from '../may.ts';
import type { Services } from '../services.ts';
import { sentValue } from './body.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { answerChange, change, reviewOfPath } from './reviews.ts';
import { sendVersion } from './versions.ts';

interface Kind {
  readonly list: ListName;
  readonly schema: ApiSchema;
  readonly one: string;
  readonly may: Gate;
}

const kinds: readonly Kind[] = [
  { list: 'contacts', schema: 'Contact', one: 'person', may: may('organiser', 'manager') },
  { list: 'sites', schema: 'Site', one: 'site', may: may('organiser', 'manager') },
  { list: 'rooms', schema: 'Room', one: 'room', may: may('organiser', 'manager') },
  { list: 'sessions', schema: 'Session', one: 'session', may: may('organiser', 'manager') },
  // The team is the review manager's.
  { list: 'peers', schema: 'Peer', one: 'peer', may: may('manager') },
];

const reading =
  (list: ListName, one: boolean) =>
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const stored = await store.reviews.find(reviewOfPath(request));
    const entry = stored && readEntry(stored.file);
    if (!stored || !entry?.ok) return refuse(response, 404);
    const found = one ? itemIn(entry.value, list, String(request.params.id)) : (entry.value[list] ?? []);
    if (found === undefined) return refuse(response, 404);
    sendVersion(request, response, stored.version, JSON.stringify(found));
  };

const putting =
  ({ list, one }: Kind) =>
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    if (value === undefined) return;
    const id = String(request.params.id);
    const item = { ...value, id } as ItemOf<ListName>;
    const result = await change(services, request, response, put(list, item), `Put a ${one} by a program`);
    answerChange(response, result, id);
  };

const removing =
  ({ list, one }: Kind) =>
  (services: Services): RequestHandler =>
  async (request, response) => {
    const id = String(request.params.id);
    const stored = await services.store.reviews.find(reviewOfPath(request));
    const entry = stored && readEntry(stored.file);
    if (!entry?.ok || !itemIn(entry.value, list, id)) return refuse(response, 404);
    answerChange(
      response,
      await change(services, request, response, remove(list, id), `Removed a ${one} by a program`),
    );
  };

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The lists of a review, thing by thing. */
export const itemOperations: readonly Operation[] = kinds.flatMap((kind): Operation[] => {
  const { list, schema, one, may: writers } = kind;
  const path = `/reviews/:review/${list}`;
  const readers = may('organiser', 'manager');
  return [
    {
      id: `list${capital(list)}`,
      method: 'get',
      path,
      says: `Gives the ${list} of a review.`,
      may: readers,
      gives: { 200: { says: 'The list; the review’s version is the ETag.', schema, list: true } },
      handle: reading(list, false),
    },
    {
      id: `read${schema}`,
      method: 'get',
      path: `${path}/:id`,
      says: `Gives one ${one}.`,
      may: readers,
      gives: { 200: { says: `The ${one}.`, schema } },
      handle: reading(list, true),
    },
    {
      id: `put${schema}`,
      method: 'put',
      path: `${path}/:id`,
      says: `Adds a ${one}, or changes the one of that id to what is sent.`,
      may: writers,
      takes: schema,
      seen: 'may',
      gives: { 200: { says: 'It is there.', schema: 'Changed' } },
      handle: putting(kind),
    },
    {
      id: `remove${schema}`,
      method: 'delete',
      path: `${path}/:id`,
      says: `Removes a ${one}, and its id from everything that names it.`,
      may: writers,
      seen: 'may',
      gives: { 200: { says: 'It is gone.', schema: 'Changed' } },
      handle: removing(kind),
    },
  ];
});
