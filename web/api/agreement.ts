import type { RequestHandler, Response } from 'express';
import { type Agreed, approveDraft, shareOrSendBack } from '../../src/actions/agree-draft.ts';
import { amendmentsOf } from '../../src/actions/amendments.ts';
import type { OpenReview } from '../../src/actions/open-review.ts';
import { type Block, blocksOf } from '../../src/release/blocks.ts';
import type { Act } from '../../src/release/stages.ts';
import type { Agreement } from '../../src/store/agreement-port.ts';
import { type Gate, may } from '../may.ts';
import { blockView } from '../routes/agree/blocks-view.ts';
import { LONGEST } from '../routes/agree/body.ts';
import { actWords } from '../routes/agree/controller.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import { sentValue } from './body.ts';
import { changeObject } from './change-object.ts';
import { openedReview } from './opened.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { releaseObject } from './releases.ts';
import { numberIn, textIn } from './sent-fields.ts';
import { seenBy, tagOf } from './versions.ts';

const both = may('organiser', 'manager');
const manager = may('manager');

const blockObject = (open: OpenReview, block: Block): object => ({
  is: block.is,
  says: blockView(open, block).says,
  ...('finding' in block && { rule: block.finding.rule, sessions: block.finding.sessions }),
  ...('session' in block && { sessions: [block.session] }),
});

const agreementObject = ({ stage, version, programmeVersion, by, at, note }: Agreement): object => ({
  stage,
  version,
  ...(programmeVersion !== undefined && { draft: programmeVersion }),
  ...(by !== undefined && { by }),
  ...(at !== undefined && { at }),
  ...(note !== undefined && { note }),
});

const reading =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const open = await openedReview(services, request, response);
    if (!open) return;
    const { store } = services;
    const agreement = await store.agreements.of(open.review.id);
    const amended = await amendmentsOf(store, open);
    response.setHeader('ETag', tagOf(agreement.version));
    response.json({
      ...agreementObject(agreement),
      ...(amended && { release: amended.release.line.number }),
      changed: (amended?.changes ?? []).map((change) => changeObject(amended?.known ?? open.review, change)),
      blocks: blocksOf(open.draft, open.findings).map((block) => blockObject(open, block)),
    });
  };

function answer(response: Response, open: OpenReview, result: Agreed): void {
  switch (result.kind) {
    case 'moved':
      response.setHeader('ETag', tagOf(result.agreement.version));
      return void response.json(agreementObject(result.agreement));
    case 'approved':
      return void response.json(releaseObject(result.release));
    case 'late':
      return void refuse(response, 412, {
        detail:
          'Somebody else shared, sent back, approved or changed the draft since, or it is not to be had now.',
      });
    case 'blocked':
      return void refuse(response, 409, {
        detail: 'It can’t be approved yet.',
        problems: result.blocks.map((block) => ({
          path: '',
          what: blockView(open, block).says,
          mend: blockView(open, block)
            .mends.map((m) => `${m.text}.`)
            .join(' '),
        })),
      });
  }
}

const acting =
  (act: Act) =>
  (services: Services): RequestHandler =>
  async (request, response) => {
    const value = sentValue(request, response);
    const open = value && (await openedReview(services, request, response));
    if (!value || !open) return;
    const seen = seenBy(request);
    if (seen === undefined)
      return refuse(response, 428, { detail: 'Send If-Match with the ETag of the agreement.' });
    const note = textIn(value, 'note').trim().slice(0, LONGEST);
    if (act === 'send-back' && note === '')
      return refuse(response, 422, {
        problems: [{ path: 'note', what: 'is missing.', mend: 'Say what is to be changed.' }],
      });
    const asked = { seen, draft: numberIn(value, 'draft'), note };
    const signature = { by: whoIs(response).name, why: actWords[act] };
    answer(
      response,
      open,
      act === 'approve'
        ? await approveDraft(services, open, asked, signature)
        : await shareOrSendBack(services, open, act, asked, signature),
    );
  };

const operation = (id: string, act: Act, gate: Gate, says: string, schema: 'Agreement' | 'Release') =>
  ({
    id,
    method: 'post',
    path: `/reviews/:review/agreement/${act}`,
    says,
    may: gate,
    takes: 'Act',
    seen: 'must',
    gives: { 200: { says: 'It is done.', schema } },
    handle: acting(act),
  }) as const;

/** Agreeing the programme. */
export const agreementOperations: readonly Operation[] = [
  {
    id: 'readAgreement',
    method: 'get',
    path: '/reviews/:review/agreement',
    says: 'Tells where the agreeing of the programme stands, what was changed since the release that holds, and what stands in the way of an approval.',
    may: both,
    gives: { 200: { says: 'How it stands; its version is the ETag.', schema: 'Agreement' } },
    handle: reading,
  },
  operation('shareDraft', 'share', both, 'Shares the draft with the review manager.', 'Agreement'),
  operation('sendDraftBack', 'send-back', manager, 'Sends the draft back to the organiser.', 'Agreement'),
  operation(
    'approveDraft',
    'approve',
    manager,
    'Approves the draft as the next release, unless something stands in the way.',
    'Release',
  ),
];
