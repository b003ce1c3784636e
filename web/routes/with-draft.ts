import type { RequestHandler } from 'express';
import type { Draft } from '../../src/actions/open-review.ts';
import type { Drafts } from '../../src/actions/scenarios.ts';
import { type DraftAddresses, draftAddresses } from '../addresses.ts';
import { doneIn } from '../done.ts';
import type { Services } from '../services.ts';
import { type AboutReview, withReview } from './with-review.ts';

/** Where drafts are worked on: every page of one is there for all. */
export const draftPaths = [
  '/reviews/:review/programme',
  '/reviews/:review/what-if/:scenario/programme',
] as const;

/** What a page on which a draft is worked on is given: the review’s own, or a what-if beside it. */
export interface AboutDraft extends AboutReview {
  /** Where its pages are. */
  readonly at: DraftAddresses;
  /** Where it is kept, with its own history. */
  readonly drafts: Drafts;
  /** The what-if that it is; undefined for the review’s own draft. */
  readonly scenario?: { readonly id: string; readonly name: string };
}

/** The same where there is one. */
export interface WithDraft extends AboutDraft {
  readonly draft: Draft;
}

/** A handler for `/reviews/:review/programme…` and the same of a what-if: opens the draft that the address names. */
export const withDraft = (
  services: Services,
  handle: (given: AboutDraft) => void | Promise<void>,
): RequestHandler =>
  withReview(services, async (given) => {
    const { request, next, about } = given;
    const { review } = given.open;
    const { scenario } = request.params;
    if (scenario === undefined)
      return handle({ ...given, at: draftAddresses(review.id), drafts: services.store });
    const opened = await services.openScenario(review.id, String(scenario));
    if (!opened?.opening.ok) return next();
    const { drafts, id, name, opening } = opened;
    const at = draftAddresses(review.id, id);
    const done = await doneIn(request, drafts, review.id, at.undo);
    return handle({
      ...given,
      open: opening.open,
      at,
      drafts,
      scenario: { id, name },
      about(title, tab) {
        const { done: _, ...around } = about(title, tab);
        return { ...around, ...(done && { done }) };
      },
    });
  });

/** The same for what wants a draft: there is nothing at the address while there is none. */
export const withSomeDraft = (
  services: Services,
  handle: (given: WithDraft) => void | Promise<void>,
): RequestHandler =>
  withDraft(services, (given) => {
    const { draft } = given.open;
    return draft ? handle({ ...given, draft }) : given.next();
  });
