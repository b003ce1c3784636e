import type { RequestHandler } from 'express';
import { agreePairs, type PairChosen } from '../../src/actions/week/agree-pairs.ts';
import { heldIn } from '../../src/programme/programme.ts';
import { mayTake, peerOf } from '../../src/review/facts.ts';
import { dayOf } from '../../src/time/span.ts';
import { may } from '../may.ts';
import { blockView } from '../routes/agree/blocks-view.ts';
import { isChosenHere } from '../routes/evening/view.ts';
import { goingOn } from '../routes/week/with-week.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import { sentValue } from './body.ts';
import { opened } from './opened.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { reviewOfPath } from './reviews.ts';
import { idsIn, numberIn, objectsIn, textIn } from './sent-fields.ts';

const list =
  ({ store }: Services): RequestHandler =>
  async (request, response) => {
    const all = await store.happenings.pairsAgreed(reviewOfPath(request));
    response.json(all.map(({ day, by, at, draftVersion }) => ({ day, by, at, draft: draftVersion })));
  };

const agreeing =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    const at = value && (await opened(services, request, response));
    if (!value || !at) return;
    const { draft } = at;
    const open = { ...at.open, draft };
    const { review } = open;
    const day = Number(request.params.day);
    const { moment } = await goingOn(services, open, undefined);
    const held = heldIn(review, draft.programme).filter((h) => dayOf(h.placement.start) === day);
    if (held.length === 0) return refuse(response, 404);
    const chosen = objectsIn(value, 'pairs').map((pair): PairChosen => {
      const lead = textIn(pair, 'lead');
      return {
        session: textIn(pair, 'session'),
        peers: idsIn(pair, 'peers'),
        lead: lead === '' ? undefined : lead,
      };
    });
    const problems = chosen.flatMap(({ session, peers, lead }, n) => {
      const own = held.find((h) => h.session.id === session);
      const path = `pairs[${n}]`;
      if (!own || !isChosenHere(review, own, moment.minute))
        return [
          {
            path: `${path}.session`,
            what: 'can’t be chosen: it is not of that day, has begun, is locked or is for more than two.',
            mend: 'Leave it out.',
          },
        ];
      const able = peers.every((id) => {
        const peer = peerOf(review, id);
        return peer !== undefined && mayTake(peer, own.session);
      });
      const few = peers.length > 0 && peers.length <= 2 && new Set(peers).size === peers.length;
      if (!able || !few || (lead !== undefined && !peers.includes(lead)))
        return [
          { path, what: 'is no pair for it.', mend: 'Name one or two who may take it, one of whom leads.' },
        ];
      return [];
    });
    if (problems.length > 0) return refuse(response, 422, { problems });
    const seen = numberIn(value, 'draft');
    if (seen < 1 || seen > draft.version)
      return refuse(response, 422, {
        problems: [{ path: 'draft', what: 'is no version of the draft.', mend: 'Read the draft again.' }],
      });
    const asked = { day, seen, agreement: numberIn(value, 'agreement'), chosen };
    const result = await agreePairs(services, open, asked, whoIs(response).name);
    switch (result.kind) {
      case 'late':
        return refuse(response, 412);
      case 'breaks':
        return refuse(response, 409, {
          detail: 'They break rules that must be kept.',
          problems: result.findings.map((f) => ({ path: 'pairs', what: f.sentence, mend: 'Choose others.' })),
        });
      case 'waits':
        return void response.json({
          blocks: result.blocks.map((block) => blockView(open, block).says),
        });
      case 'agreed':
        return void response.json({
          blocks: [],
          ...(result.release !== undefined && { release: result.release }),
        });
    }
  };

const path = '/reviews/:review/week/pairs';

/** The evening’s agreeing of who takes what on a day. */
export const eveningOperations: readonly Operation[] = [
  {
    id: 'listPairsAgreed',
    method: 'get',
    path,
    says: 'Tells of which days the pairs were agreed, by whom and when.',
    may: may('organiser', 'manager'),
    gives: { 200: { says: 'The days.', schema: 'PairsAgreed', list: true } },
    handle: list,
  },
  {
    id: 'agreePairs',
    method: 'put',
    path: `${path}/:day`,
    says: 'Agrees the pairs of a day (0 to 5), with those that are changed; after a release what changed is approved in the same breath.',
    may: may('manager'),
    takes: 'PairsChosen',
    gives: { 200: { says: 'They are agreed.', schema: 'PairsDone' } },
    handle: agreeing,
  },
];
