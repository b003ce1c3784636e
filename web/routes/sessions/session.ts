import type { RequestHandler } from 'express';
import { itemIn } from '../../../src/entry/entry.ts';
import { sessionFields } from '../../../src/intake/form/session.ts';
import type { SessionEntry } from '../../../src/review/file.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { FormView } from '../entering/form-view.ts';
import { changeWhole } from '../entering/handlers.ts';
import { type Trouble, troubleView } from '../entering/trouble.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { sessions } from './listed.ts';
import { sessionParts } from './session-form.ts';
import { nameIn } from './words.ts';

function view({ entry, line, seen, open }: AboutEntry, session: SessionEntry, trouble?: Trouble) {
  const held = open?.draft?.programme.placements.some((p) => p.session === session.id);
  const visits = (entry.sessions ?? []).filter((s) => s.includes?.includes(session.id));
  return {
    title: session.title,
    back: addresses.sessions(line.id),
    trouble: troubleView(trouble, (field) => field),
    action: addresses.entered(line.id, 'sessions', session.id, 'whole'),
    seen: trouble?.seen ?? seen,
    parts: sessionParts(entry, new FormView(sessionFields(session), trouble), session),
    people: (session.contacts ?? []).map((id) => ({
      name: nameIn(entry.contacts, id),
      href: addresses.person(line.id, id),
    })),
    placed: held ? addresses.session(line.id, session.id) : undefined,
    visits: visits.map((visit) => ({
      title: visit.title,
      href: addresses.entered(line.id, 'sessions', visit.id),
    })),
    remove: `${addresses.sessions(line.id, { remove: session.id })}#row-${session.id}`,
  };
}

function showSession(services: Services, given: AboutEntry, session: SessionEntry, trouble?: Trouble): void {
  if (trouble) given.response.status(trouble.status);
  services.show(
    given.response,
    'session-form',
    given.about('One session', 'sessions'),
    view(given, session, trouble),
  );
}

export const session = (services: Services): RequestHandler =>
  withEntry(services, (given) => {
    const found = itemIn(given.entry, 'sessions', String(given.request.params.item));
    if (!found) return given.next();
    showSession(services, given, found);
  });

export const changeSession = (services: Services): RequestHandler =>
  changeWhole(services, sessions, {
    back: (review, id) => `${addresses.sessions(review)}#row-${id}`,
    again: (given, found, trouble) => showSession(services, given, found, trouble),
  });
