import type { Request, Response } from 'express';
import type { DraftChanged } from '../../src/actions/change-draft.ts';
import type { Draft, OpenReview } from '../../src/actions/open-review.ts';
import type { Drafts } from '../../src/actions/scenarios.ts';
import type { Services } from '../services.ts';
import { refuse } from './refusal.ts';
import { reviewOfPath } from './reviews.ts';
import { tagOf } from './versions.ts';

/** A draft as a program works on it: the review’s own, or a what-if beside it. */
export interface Opened {
  readonly open: OpenReview;
  readonly draft: Draft;
  readonly drafts: Drafts;
}

/** Opens the draft that the address names, or refuses. */
export async function opened(
  services: Services,
  request: Request,
  response: Response,
): Promise<Opened | undefined> {
  const review = reviewOfPath(request);
  const { scenario } = request.params;
  const whatIf = scenario === undefined ? undefined : await services.openScenario(review, String(scenario));
  const opening = scenario === undefined ? await services.open(review) : whatIf?.opening;
  if (opening && !opening.ok) refuse(response, 409, { problems: opening.problems });
  else if (!opening?.ok || !opening.open.draft) refuse(response, 404);
  else return { open: opening.open, draft: opening.open.draft, drafts: whatIf?.drafts ?? services.store };
  return undefined;
}

/** What became of a change of the draft, as a program reads it. */
export function answerDraft(response: Response, result: DraftChanged, version: number): void {
  if (result.kind === 'gone') refuse(response, 404);
  else if (result.kind === 'clash')
    refuse(response, 412, { detail: `${result.by} has moved the same sessions since; theirs stand.` });
  else {
    const now = result.kind === 'changed' ? result.stored.version : version;
    response.setHeader('ETag', tagOf(now));
    response.json({ version: now });
  }
}

/** The review, whole; refused where there is none, or it is not. */
export async function openedReview(
  { open }: Services,
  request: Request,
  response: Response,
): Promise<OpenReview | undefined> {
  const opening = await open(reviewOfPath(request));
  if (opening?.ok) return opening.open;
  if (opening) refuse(response, 409, { problems: opening.problems });
  else refuse(response, 404);
  return undefined;
}
