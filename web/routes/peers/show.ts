import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import type { ListState } from '../entering/handlers.ts';
import { type Trouble, troubleView } from '../entering/trouble.ts';
import type { AboutEntry } from '../with-entry.ts';
import { pairingsView } from './pairings-view.ts';
import { teamView } from './team-view.ts';
import { loadView, type NewLink } from './view.ts';

export interface PeersState extends ListState {
  readonly pairingTrouble?: Trouble;
  /** A link that was made a moment ago. */
  readonly made?: NewLink;
}

/** Peers belong to the review manager; an organiser may look at them. */
export const mayChangePeers = ({ response, line }: Pick<AboutEntry, 'response' | 'line'>): boolean =>
  whoIs(response).rolesIn(line.id).includes('manager');

/** Shows the team, what each carries with their private links, and who is to work with whom. */
export async function showPeers(services: Services, given: AboutEntry, state: PeersState): Promise<void> {
  const { entry, line, open, response, seen } = given;
  const mayChange = mayChangePeers(given);
  const trouble = state.trouble ?? state.pairingTrouble;
  if (trouble) response.status(trouble.status);
  // A page with a new link on it is not for keeping: the link is a key.
  response.setHeader('Cache-Control', 'no-store');
  const links = await services.store.feedTokens.of(line.id);
  services.show(response, 'peers', given.about('Peers', 'peers'), {
    fromList: mayChange ? addresses.peersFromList(line.id) : null,
    trouble: troubleView(trouble, (field) => (state.trouble ? `new-${field}` : field)),
    team: teamView(given, state, mayChange),
    pairings: pairingsView(entry, line.id, seen, mayChange, state.pairingTrouble),
    load: open ? loadView(open, links, state.made) : undefined,
  });
}
