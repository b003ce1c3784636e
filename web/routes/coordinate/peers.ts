import type { RequestHandler, Response } from 'express';
import { type ListedPeer, listedPeers } from '../../../src/actions/listed-peers.ts';
import { listedPeerFields, readListedPeer } from '../../../src/intake/form/listed-peer.ts';
import { type Fields, valueIn } from '../../../src/intake/form/sent.ts';
import { peerRoleWords } from '../../../src/publish/words.ts';
import { isPeerRole } from '../../../src/review/peer-role.ts';
import { standardThemes } from '../../../src/review/themes.ts';
import type { Seat } from '../../../src/store/shared-port.ts';
import { dayAndYear } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { fieldsOf } from '../entering/body.ts';
import { FormView } from '../entering/form-view.ts';
import { notTaken, type Trouble, troubleView } from '../entering/trouble.ts';
import { roleOptions } from '../peers/peer-form.ts';
import { coordinatorTabs } from './tabs.ts';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const themeTitle = (id: string): string => standardThemes.find((theme) => theme.id === id)?.title ?? id;

export const seatWords = ({ council, firstDay, role }: Seat): string =>
  `${council}, ${dayAndYear({ firstDay, zone: 'Europe/London' }, 1)}${isPeerRole(role) ? `, as ${peerRoleWords[role]}` : ''}`;

/** A peer of the list, as a line of it says them. */
export const listedWords = ({ role, themes = [], home }: ListedPeer) => ({
  role: role === undefined ? '' : capital(peerRoleWords[role]),
  themes: themes.map(themeTitle).join('; '),
  home: home ?? '',
});

function parts(fields: Fields, trouble?: Trouble) {
  const form = new FormView(fields, trouble);
  return [
    form.input('name', 'Name', { width: 30, autocomplete: 'off', spellcheck: 'false' }),
    form.select('role', 'What they usually are in a team', [{ value: '', text: 'Not said' }, ...roleOptions]),
    form.checks(
      'themes',
      'What they specialise in',
      standardThemes.map(({ id, title }) => ({ value: id, text: title })),
    ),
    form.input('home', 'Where they come from', {
      width: 30,
      hint: 'Their own council or trust',
      spellcheck: 'false',
    }),
    form.input('email', 'E-mail', { width: 30, type: 'email', autocomplete: 'off', spellcheck: 'false' }),
    form.textarea('notes', 'Notes', {
      rows: 3,
      hint: 'Coordinators and review managers see these. The peer may ask to see them too.',
    }),
  ];
}

/** The list that all reviews share, with what each was on. */
async function showList(services: Services, response: Response, trouble?: Trouble): Promise<void> {
  const peers = await listedPeers(services.store);
  if (trouble) response.status(trouble.status);
  services.show(
    response,
    'coordinate/peers',
    { title: 'List of peers', where: 'coordinate' },
    {
      tabs: coordinatorTabs('peers'),
      trouble: troubleView(trouble, (field) => field),
      peers: peers.map((peer) => ({
        ...listedWords(peer),
        name: peer.name,
        href: addresses.listedPeers(peer.id),
        seats: peer.seats.map(seatWords),
      })),
      add: { action: addresses.listedPeers(), parts: parts({}, trouble), open: trouble !== undefined },
    },
  );
}

export const peers =
  (services: Services): RequestHandler =>
  (_request, response) =>
    showList(services, response);

export const addPeer =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const typed = fieldsOf(request);
    const reading = readListedPeer(typed);
    if (!reading.ok) return showList(services, response, notTaken(typed, reading.problems));
    const { name, peer } = reading.value;
    await services.store.shared.add(
      { kind: 'peer', name, body: JSON.stringify(peer) },
      { by: whoIs(response).name, why: 'Put a peer on the list' },
    );
    response.redirect(303, addresses.listedPeers());
  };

function showOne(services: Services, response: Response, peer: ListedPeer, trouble?: Trouble): void {
  if (trouble) response.status(trouble.status);
  const { id, name, version, seats } = peer;
  services.show(
    response,
    'coordinate/peer',
    { title: name, where: 'coordinate' },
    {
      trouble: troubleView(trouble, (field) => field),
      name,
      action: addresses.listedPeers(id),
      remove: addresses.removeListed(id),
      back: addresses.listedPeers(),
      seen: trouble?.seen ?? version,
      parts: parts(listedPeerFields(name, peer), trouble),
      seats: seats.map(seatWords),
    },
  );
}

/** Hands on the peer that the address names; else as to an address with nothing at it. */
const withPeer =
  (
    services: Services,
    handle: (peer: ListedPeer, ...rest: Parameters<RequestHandler>) => unknown,
  ): RequestHandler =>
  async (request, response, next) => {
    const found = (await listedPeers(services.store)).find(({ id }) => id === request.params.id);
    return found ? handle(found, request, response, next) : next();
  };

export const peer = (services: Services): RequestHandler =>
  withPeer(services, (found, _request, response) => showOne(services, response, found));

export const changePeer = (services: Services): RequestHandler =>
  withPeer(services, async (found, request, response, next) => {
    const typed = fieldsOf(request);
    const reading = readListedPeer(typed);
    if (!reading.ok) return showOne(services, response, found, notTaken(typed, reading.problems));
    const { name, peer: body } = reading.value;
    const saved = await services.store.shared.change(
      { kind: 'peer', id: found.id, name, body: JSON.stringify(body) },
      Number(valueIn(typed, 'seen')),
      { by: whoIs(response).name, why: 'Changed a peer of the list' },
    );
    if (saved.saved) return response.redirect(303, addresses.listedPeers());
    if (!saved.theirs) return next();
    const what =
      'Somebody else changed this peer while you had the page open. What you typed stands here; save again to put it in the place of theirs';
    showOne(services, response, found, {
      ...notTaken(typed, [{ field: '', what }]),
      status: 409,
      seen: saved.theirs.version,
    });
  });

/** Takes somebody off the list for good, with what they were on. */
export const removePeer =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    await store.shared.drop('peer', String(request.params.id), {
      by: whoIs(response).name,
      why: 'Took a peer off the list',
    });
    response.redirect(303, addresses.listedPeers());
  };
