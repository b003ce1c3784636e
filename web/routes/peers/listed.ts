import { newPersonId } from '../../../src/entry/new-person-id.ts';
import { readPeer, readPeerRow } from '../../../src/intake/form/peer.ts';
import { addresses } from '../../addresses.ts';
import type { Listed } from '../entering/handlers.ts';
import { showPeers } from './show.ts';

/** The visiting team, as a list that is entered. */
export const team: Listed<'peers'> = {
  list: 'peers',
  those: 'the team',
  read: readPeerRow,
  readWhole: readPeer,
  nameOf: (peer) => peer.name,
  newId: (entry, { name }) => newPersonId(entry, 'peers', name),
  copy: ({ name, role, themes }) => ({ name: `Copy of ${name}`, role, ...(themes && { themes }) }),
  page: (review, { edit, ...state }) =>
    edit === undefined ? addresses.peers(review, state) : addresses.entered(review, 'peers', edit),
  show: (services, given, state) => showPeers(services, given, state),
};
