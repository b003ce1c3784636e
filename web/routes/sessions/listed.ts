import { newId } from '../../../src/entry/new-id.ts';
import { readSession, readSessionRow } from '../../../src/intake/form/session.ts';
import { addresses } from '../../addresses.ts';
import type { Listed } from '../entering/handlers.ts';
import { sessionsView } from './view.ts';

/** What has to be held, as a list that is entered. */
export const sessions: Listed<'sessions'> = {
  list: 'sessions',
  those: 'the sessions',
  read: readSessionRow,
  readWhole: readSession,
  nameOf: (session) => session.title,
  // Not from its title, which often is a name: ids stand in addresses.
  newId: (entry, session) => newId(entry, session.kind, 'session'),
  copy: ({ id: _, fixed: __, substitutes: ___, ...session }) => ({
    ...session,
    title: `Copy of ${session.title}`,
  }),
  // A session does not fit a row: it is changed on a page of its own.
  page: (review, { edit, ...state }) =>
    edit === undefined ? addresses.sessions(review, state) : addresses.entered(review, 'sessions', edit),
  show({ show }, given, state) {
    if (state.trouble) given.response.status(state.trouble.status);
    show(given.response, 'sessions', given.about('Sessions', 'sessions'), sessionsView(given, state));
  },
};
