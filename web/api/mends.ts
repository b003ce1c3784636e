import type { Request, RequestHandler, Response } from 'express';
import { changeDraft } from '../../src/actions/change-draft.ts';
import type { Mend, Mends } from '../../src/actions/mends.ts';
import type { OpenReview } from '../../src/actions/open-review.ts';
import { toldSessions } from '../../src/actions/told-sessions.ts';
import { readProgramme } from '../../src/intake/index.ts';
import { changesBetween } from '../../src/programme/changes.ts';
import { programmeToJson } from '../../src/publish/json.ts';
import { counted } from '../../src/publish/words.ts';
import { readLocal } from '../../src/time/week.ts';
import { may } from '../may.ts';
import { roundOf } from '../routes/mend/around.ts';
import { mendsOf } from '../routes/mend/controller.ts';
import { soon } from '../routes/soon.ts';
import type { Services } from '../services.ts';
import { whoIs } from '../who.ts';
import { sentValue, textOf } from './body.ts';
import { changeObject } from './change-object.ts';
import { answerDraft, opened } from './opened.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { textIn } from './sent-fields.ts';
import { seenBy, tagOf } from './versions.ts';

const editors = may('organiser', 'manager');

const mendObject = ({ review }: OpenReview, { programme, changes, disturbed, verdict }: Mend): object => ({
  disturbed,
  cost: verdict.cost,
  broken: verdict.broken.map((finding) => finding.sentence),
  changes: changes.map((change) => changeObject(review, change)),
  programme: JSON.parse(programmeToJson(review, programme)),
});

/** Begins the look for ways, or joins it, and waits for a while: whichever instance is asked, it is the same. */
const finding = (services: Services): RequestHandler => {
  let mends: Mends | undefined;
  return async (request: Request, response: Response) => {
    const value = sentValue(request, response);
    const at = value && (await opened(services, request, response));
    if (!value || !at) return;
    const { open, draft } = at;
    const around = textIn(value, 'around');
    const to = textIn(value, 'start');
    const start = to === '' ? undefined : readLocal(open.review.week, to);
    const round = await roundOf(
      services.laidOpen,
      open,
      draft,
      around || undefined,
      start?.ok ? String(start.minute) : undefined,
    );
    if (around !== '' && round.around === undefined)
      return refuse(response, 409, { detail: 'That session has no place that could be mended around.' });
    mends ??= mendsOf(services);
    const { scenario } = request.params;
    const asked = {
      open,
      draft,
      scenario: scenario === undefined ? undefined : String(scenario),
      around: round.around,
      to: round.to,
      told: await toldSessions(services.store, open.review, draft.programme),
    };
    await soon(mends.begin(asked));
    const work = mends.of(asked);
    response.setHeader('ETag', tagOf(draft.version));
    response.status(work.state === 'working' ? 202 : 200).json({
      state: work.state === 'not asked' ? 'working' : work.state,
      choices: work.state === 'done' ? work.found.map((mend) => mendObject(open, mend)) : [],
    });
  };
};

const applying =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const text = textOf(request, response);
    const at = text === undefined ? undefined : await opened(services, request, response);
    if (text === undefined || !at) return;
    const { open, draft, drafts } = at;
    const reading = readProgramme(text, open.review);
    if (!reading.ok) return refuse(response, 422, { problems: reading.problems });
    const seen = seenBy(request);
    if (seen === undefined)
      return refuse(response, 428, { detail: 'Send If-Match with the ETag that the ways came with.' });
    const ours = reading.value;
    const changes = changesBetween(open.review, draft.programme, ours);
    const why = `Mended the programme: ${counted(changes.length, 'session changed', 'sessions changed')}`;
    const signature = { by: whoIs(response).name, why };
    answerDraft(response, await changeDraft(drafts, open, seen, () => ours, signature), draft.version);
  };

const ofDraft = (path: string, whose: string, name: string): readonly Operation[] => [
  {
    id: `findMends${name}`,
    method: 'post',
    path: `${path}/mend`,
    says: `Looks for ways to mend ${whose} that disturb the fewest people, around a session or as it is. Waits up to ten seconds; ask again while it is at work.`,
    may: editors,
    takes: 'MendAsked',
    gives: {
      200: { says: 'The ways, the least disturbing first. Nothing is changed yet.', schema: 'Mends' },
      202: { says: 'It is at work: ask again.', schema: 'Mends' },
    },
    handle: finding,
  },
  {
    id: `applyMend${name}`,
    method: 'post',
    path: `${path}/mend/apply`,
    says: `Makes ${whose} the programme of one of the ways; what others moved since the version in If-Match stays.`,
    may: editors,
    takes: 'Programme',
    seen: 'must',
    gives: { 200: { says: 'It is done; the draft’s version now.', schema: 'Changed' } },
    handle: applying,
  },
];

/** Mending the draft, and the what-ifs beside it. */
export const mendOperations: readonly Operation[] = [
  ...ofDraft('/reviews/:review/programme', 'the draft', ''),
  ...ofDraft('/reviews/:review/what-if/:scenario/programme', 'a what-if', 'InWhatIf'),
];
