import type { RequestHandler } from 'express';
import { type ExceptionWants, grantException, withdrawException } from '../../src/actions/exceptions.ts';
import type { Problem } from '../../src/intake/index.ts';
import { may } from '../may.ts';
import { LONGEST } from '../routes/agree/body.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import { sentValue } from './body.ts';
import { openedReview } from './opened.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { answerChange } from './reviews.ts';
import { textIn } from './sent-fields.ts';
import { seenBy } from './versions.ts';

/** Exceptions are the review manager’s. */
const manager = may('manager');

const wanted: Readonly<Record<ExceptionWants, Problem>> = {
  rule: { path: 'rule', what: 'is no rule that may be waived.', mend: 'See the rule book.' },
  about: { path: 'about', what: 'is no session and no person.', mend: 'Give an id of the review.' },
  because: { path: 'because', what: 'is missing.', mend: 'Give the reason for the exception.' },
};

const granting =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    const open = value && (await openedReview(services, request, response));
    if (!value || !open) return;
    const asked = {
      rule: String(request.params.rule),
      about: String(request.params.about),
      because: textIn(value, 'because').trim().slice(0, LONGEST),
      seen: seenBy(request) ?? open.line.version,
    };
    const result = await grantException(services, open, asked, whoIs(response).name);
    if (result.kind === 'wants') return refuse(response, 422, { problems: [wanted[result.field]] });
    answerChange(response, result);
  };

const withdrawing =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const open = await openedReview(services, request, response);
    if (!open) return;
    const [rule, about] = [String(request.params.rule), String(request.params.about)];
    if (!open.review.waivers.some((w) => w.rule === rule && w.about === about)) return refuse(response, 404);
    const asked = { rule, about, seen: seenBy(request) ?? open.line.version };
    answerChange(response, await withdrawException(services, open, asked, whoIs(response).name));
  };

const path = '/reviews/:review/exceptions/:rule/:about';

/** Exceptions from rules. Those that were granted stand in the review’s file, under `waivers`. */
export const exceptionOperations: readonly Operation[] = [
  {
    id: 'grantException',
    method: 'put',
    path,
    says: 'Grants an exception to a rule, for a session or a person, with the reason.',
    may: manager,
    takes: 'NewException',
    seen: 'may',
    gives: { 200: { says: 'It is granted; the review’s version now.', schema: 'Changed' } },
    handle: granting,
  },
  {
    id: 'withdrawException',
    method: 'delete',
    path,
    says: 'Takes an exception back.',
    may: manager,
    seen: 'may',
    gives: { 200: { says: 'It is taken back; the review’s version now.', schema: 'Changed' } },
    handle: withdrawing,
  },
];
