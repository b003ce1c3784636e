import type { RequestHandler } from 'express';
import { itemIn } from '../../../src/entry/entry.ts';
import { dateWords } from '../../../src/intake/form/date.ts';
import { peerFields } from '../../../src/intake/form/peer.ts';
import { peerRoleWords } from '../../../src/publish/words.ts';
import type { PeerEntry } from '../../../src/review/file.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { commentsOn } from '../agree/comments-on.ts';
import { FormView } from '../entering/form-view.ts';
import { changeWhole } from '../entering/handlers.ts';
import { type Trouble, troubleView } from '../entering/trouble.ts';
import { diaryWords } from '../people/diary-words.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { team } from './listed.ts';
import { peerParts } from './peer-form.ts';
import { mayChangePeers } from './show.ts';
import { interviewsOf, themeWords } from './team-view.ts';

/** What an organiser reads of a peer: what concerns the programme and the hospitality. */
const factsOf = ({ entry }: AboutEntry, peer: PeerEntry) =>
  [
    ['What they are', peerRoleWords[peer.role]],
    ['Specialises in', themeWords(entry, peer)],
    ['Takes interviews', interviewsOf(peer) ? 'Yes' : 'No'],
    [
      'Knows',
      (peer.knows ?? []).map((id) => entry.contacts?.find((c) => c.id === id)?.name ?? id).join('; '),
    ],
    [
      'Relationship with the council',
      peer.relationship
        ? [
            peer.relationship.what,
            peer.relationship.acceptedBy && `accepted by ${peer.relationship.acceptedBy}`,
            peer.relationship.at && dateWords(peer.relationship.at),
          ]
            .filter(Boolean)
            .join(', ')
        : '',
    ],
    ['Needs', (peer.access ?? []).join(', ')],
    ['Eats', peer.dietary ?? ''],
    ['E-mail', peer.email ?? ''],
  ].map(([name = '', value = '']) => ({ name, value: value || 'Nothing said' }));

function peerView(given: AboutEntry, peer: PeerEntry, trouble?: Trouble) {
  const { entry, line, seen } = given;
  const mayChange = mayChangePeers(given);
  const named = (entry.sessions ?? []).filter((s) => s.peers?.named?.includes(peer.id));
  return {
    name: peer.name,
    back: addresses.peers(line.id),
    trouble: troubleView(trouble, (field) => field),
    mayChange,
    action: addresses.entered(line.id, 'peers', peer.id, 'whole'),
    seen: trouble?.seen ?? seen,
    parts: mayChange ? peerParts(entry, new FormView(peerFields(peer), trouble)) : [],
    facts: factsOf(given, peer),
    diary: {
      href: mayChange ? addresses.diaryOf(line.id, 'peers', peer.id) : '',
      words: diaryWords(peer.diary),
    },
    pairings: `${addresses.peers(line.id)}#pairings`,
    week: addresses.programme(line.id, { by: 'peer', who: peer.id }),
    sessions: named.map((s) => ({
      title: s.title,
      href: addresses.entered(line.id, 'sessions', s.id),
    })),
    remove: `${addresses.peers(line.id, { remove: peer.id })}#row-${peer.id}`,
  };
}

async function showPeer(
  services: Services,
  given: AboutEntry,
  peer: PeerEntry,
  trouble?: Trouble,
): Promise<void> {
  if (trouble) given.response.status(trouble.status);
  services.show(given.response, 'peer', given.about('One peer', 'peers'), {
    ...peerView(given, peer, trouble),
    comments: await commentsOn(services, given, peer),
  });
}

export const peer = (services: Services): RequestHandler =>
  withEntry(services, (given) => {
    const found = itemIn(given.entry, 'peers', String(given.request.params.item));
    if (!found) return given.next();
    return showPeer(services, given, found);
  });

export const changePeer = (services: Services): RequestHandler =>
  changeWhole(services, team, {
    back: (review, id) => `${addresses.peers(review)}#row-${id}`,
    again: (given, found, trouble) => showPeer(services, given, found, trouble),
  });
