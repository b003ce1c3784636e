import { whoIs } from '../../who.ts';
import type { AboutEntry } from '../with-entry.ts';

/** Peers belong to the review manager: nobody else changes their diaries. */
export const mayChangePeers = ({ response, line }: AboutEntry): boolean =>
  whoIs(response).rolesIn(line.id).includes('manager');
