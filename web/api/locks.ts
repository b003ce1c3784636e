import type { RequestHandler } from 'express';
import { lockedParts, lockSession } from '../../src/actions/lock-session.ts';
import { may } from '../may.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import { sentValue } from './body.ts';
import { opened } from './opened.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { answerChange } from './reviews.ts';
import { isSaid, textIn } from './sent-fields.ts';
import { seenBy } from './versions.ts';

const editors = may('organiser', 'manager');

const locking =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    const at = value && (await opened(services, request, response));
    if (!value || !at) return;
    const session = String(request.params.session);
    if (!at.draft.programme.placements.some((p) => p.session === session)) return refuse(response, 404);
    const asked = {
      session,
      what: lockedParts.filter((part) => isSaid(value, part)),
      because: textIn(value, 'because').trim(),
      seen: seenBy(request) ?? at.open.line.version,
    };
    const result = await lockSession(services, at.open, asked, whoIs(response).name);
    if (result.kind === 'no reason')
      return refuse(response, 422, {
        problems: [{ path: 'because', what: 'is missing.', mend: 'Say why it is locked.' }],
      });
    if (result.kind === 'nothing to do') return void response.json({ version: at.open.line.version });
    answerChange(response, result, session);
  };

/** Holding a session where it is. */
export const lockOperations: readonly Operation[] = [
  {
    id: 'lockSession',
    method: 'put',
    path: '/reviews/:review/programme/sessions/:session/lock',
    says: 'Holds the time, the place and the pair of a session as they are, each where it is said to be; what is not is let go. If-Match names the version of the review.',
    may: editors,
    takes: 'Lock',
    seen: 'may',
    gives: { 200: { says: 'It is done; the review’s version now.', schema: 'Changed' } },
    handle: locking,
  },
];
