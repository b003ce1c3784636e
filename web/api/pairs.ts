import type { RequestHandler } from 'express';
import { changeDraft } from '../../src/actions/change-draft.ts';
import { pairGiven } from '../../src/actions/give-pair.ts';
import { pairChoices } from '../../src/check/pair-choices.ts';
import { pairing } from '../../src/programme/edit.ts';
import { nameOf } from '../../src/review/facts.ts';
import { may } from '../may.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import { sentValue } from './body.ts';
import { answerDraft, type Opened, opened } from './opened.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { idsIn, textIn } from './sent-fields.ts';
import { seenBy, tagOf } from './versions.ts';

/** Who works with whom is the review manager’s. */
const manager = may('manager');

const placementIn = ({ draft }: Opened, session: string) =>
  draft.programme.placements.find((p) => p.session === session);

const choices =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const at = await opened(services, request, response);
    if (!at) return;
    const session = String(request.params.session);
    if (!placementIn(at, session)) return refuse(response, 404);
    const { open, draft } = at;
    response.setHeader('ETag', tagOf(draft.version));
    response.json(
      pairChoices(open.review, draft.programme, session).map(({ taken, change, breaks }) => ({
        taken,
        change,
        breaks: breaks.map((finding) => finding.sentence),
      })),
    );
  };

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join(' ') === [...b].sort().join(' ');

const giving =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    const at = value && (await opened(services, request, response));
    if (!value || !at) return;
    const session = String(request.params.session);
    const { open, draft, drafts } = at;
    if (!placementIn(at, session)) return refuse(response, 404);
    if ((seenBy(request) ?? draft.version) !== draft.version) return refuse(response, 412);
    const [peers, other] = [idsIn(value, 'peers'), textIn(value, 'with')];
    const made = pairGiven(open, session, ({ taken: [own, ...others] }) => {
      const isAsked = own !== undefined && sameIds(own.peers, peers);
      return isAsked && (other === '' ? others.length === 0 : others.some((o) => o.session === other));
    });
    if (!made)
      return refuse(response, 409, {
        detail: 'They can’t take it: ask who could, and what stands against it.',
      });
    const signature = { by: whoIs(response).name, why: made.why };
    const result = await changeDraft(drafts, open, draft.version, made.move, signature);
    answerDraft(response, result, draft.version);
  };

const leading =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    const at = value && (await opened(services, request, response));
    if (!value || !at) return;
    const session = String(request.params.session);
    const { open, draft, drafts } = at;
    const placed = placementIn(at, session);
    if (!placed) return refuse(response, 404);
    const lead = textIn(value, 'peer');
    if (lead !== '' && !placed.peers.includes(lead))
      return refuse(response, 422, {
        problems: [{ path: 'peer', what: 'does not take the session.', mend: 'Name one of those who do.' }],
      });
    const name = nameOf(open.review, session);
    const why = lead === '' ? `Left open who leads ${name}` : `${nameOf(open.review, lead)} leads ${name}`;
    const move = pairing(session, placed.peers, lead === '' ? undefined : lead);
    const signature = { by: whoIs(response).name, why };
    const result = await changeDraft(drafts, open, seenBy(request) ?? draft.version, move, signature);
    answerDraft(response, result, draft.version);
  };

const at = '/reviews/:review/programme/sessions/:session';
const changed = { 200: { says: 'It is done; the draft’s version now.', schema: 'Changed' } } as const;

/** Who takes which session, and who leads. */
export const pairOperations: readonly Operation[] = [
  {
    id: 'readPairChoices',
    method: 'get',
    path: `${at}/pairs`,
    says: 'Gives everybody who could take a session of the draft, alone or in change with the pair of another: what that would cost, and which rules it would break.',
    may: may('organiser', 'manager'),
    gives: { 200: { says: 'The choices, the cheapest first.', schema: 'PairChoice', list: true } },
    handle: choices,
  },
  {
    id: 'givePair',
    method: 'put',
    path: `${at}/pair`,
    says: 'Gives a session of the draft to others; with `with`, in change with the pair of another session.',
    may: manager,
    takes: 'Pair',
    seen: 'may',
    gives: changed,
    handle: giving,
  },
  {
    id: 'setLead',
    method: 'put',
    path: `${at}/lead`,
    says: 'Says who of those who take a session leads it; the others take notes.',
    may: manager,
    takes: 'Lead',
    seen: 'may',
    gives: changed,
    handle: leading,
  },
];
