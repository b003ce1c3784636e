import type { Response } from 'express';
import { inOrder, type Role } from '../src/accounts/roles.ts';

export type { Role } from '../src/accounts/roles.ts';

/** Whoever asks, as the pages know them. */
export interface Who {
  /** As the history will name them. */
  readonly name: string;
  /** What they are first of all in a review; undefined: they are not part of it. */
  readonly roleIn: (review: string) => Role | undefined;
  /** Everything that they are in a review: an organiser may stand in as its manager too. */
  readonly rolesIn: (review: string) => readonly Role[];
}

/** Nobody signs in yet: whoever sits at this computer may do everything. */
const somebody: Who = {
  name: 'Somebody at this computer',
  roleIn: () => 'organiser',
  rolesIn: () => inOrder(['organiser', 'manager']),
};

/** Who asks for the page that `response` answers with. */
export const whoIs = (_response: Response): Who => somebody;
