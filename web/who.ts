import type { Response } from 'express';

/** What somebody is in a review. */
export type Role = 'organiser' | 'manager' | 'peer';

/** Whoever asks, as the pages know them. */
export interface Who {
  /** As the history will name them. */
  readonly name: string;
  /** What they are in a review; undefined: they are not part of it. */
  readonly roleIn: (review: string) => Role | undefined;
}

/** Nobody signs in yet: whoever sits at this computer may do everything. */
const somebody: Who = { name: 'Somebody at this computer', roleIn: () => 'organiser' };

/** Who asks for the page that `response` answers with. */
export const whoIs = (_response: Response): Who => somebody;
