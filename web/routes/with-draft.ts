import type { RequestHandler } from 'express';
import type { Draft } from '../../src/actions/open-review.ts';
import type { Store } from '../../src/store/ports.ts';
import { type DraftAddresses, draftAddresses } from '../addresses.ts';
import type { Services } from '../services.ts';
import { type AboutReview, withReview } from './with-review.ts';

/** Where drafts are worked on: every page of one is there for all. */
export const draftPaths = ['/reviews/:review/programme'] as const;

/** What a page on which a draft is worked on is given: the review’s own, or a what-if beside it. */
export interface AboutDraft extends AboutReview {
  /** Where its pages are. */
  readonly at: DraftAddresses;
  /** Where it is kept, with its own history. */
  readonly drafts: Pick<Store, 'programmes' | 'history'>;
  /** The what-if that it is; undefined for the review’s own draft. */
  readonly scenario?: string;
}

/** The same where there is one. */
export interface WithDraft extends AboutDraft {
  readonly draft: Draft;
}

/** A handler for `/reviews/:review/programme…`: opens the draft that the address names. */
export const withDraft = (
  services: Services,
  handle: (given: AboutDraft) => void | Promise<void>,
): RequestHandler =>
  withReview(services, (given) =>
    handle({ ...given, at: draftAddresses(given.open.review.id), drafts: services.store }),
  );

/** The same for what wants a draft: there is nothing at the address while there is none. */
export const withSomeDraft = (
  services: Services,
  handle: (given: WithDraft) => void | Promise<void>,
): RequestHandler =>
  withDraft(services, (given) => {
    const { draft } = given.open;
    return draft ? handle({ ...given, draft }) : given.next();
  });
