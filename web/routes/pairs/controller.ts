import type { RequestHandler } from 'express';
import { changeDraft, draftAt } from '../../../src/actions/change-draft.ts';
import { changeReview } from '../../../src/actions/change-review.ts';
import { pairGiven } from '../../../src/actions/give-pair.ts';
import { all } from '../../../src/entry/edit.ts';
import type { Edit } from '../../../src/entry/entry.ts';
import { lock, unlock } from '../../../src/entry/locks.ts';
import { type Move, pairing } from '../../../src/programme/edit.ts';
import { heldIn } from '../../../src/programme/programme.ts';
import { counted } from '../../../src/publish/words.ts';
import { nameOf, sessionOf } from '../../../src/review/facts.ts';
import { dayOf } from '../../../src/time/span.ts';
import { dayName } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { done, moved } from '../../done.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { seenOf } from '../with-entry.ts';
import { type AboutReview, asked, withReview } from '../with-review.ts';
import { type Block, blocksOf } from './blocks.ts';
import { choiceName, pairView } from './pair-view.ts';
import { type PairsTrouble, pairsView } from './view.ts';

const isManager = ({ response, open }: AboutReview): boolean =>
  whoIs(response).rolesIn(open.review.id).includes('manager');

const numbered = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

function show(services: Services, given: AboutReview, trouble?: PairsTrouble, status = 422): void {
  const { open, response, about } = given;
  if (trouble) response.status(status);
  services.show(response, 'pairs', about('Pairs', 'pairs'), pairsView(open, isManager(given), trouble));
}

/** Each peer’s load across the week, and who is with whom. */
export const pairs = (services: Services): RequestHandler =>
  withReview(services, (given) => show(services, given));

/** Who takes one session, and who else could. */
export const pair = (services: Services): RequestHandler =>
  withReview(services, (given) => {
    const { open, request, response, next, about } = given;
    const view = pairView(
      open,
      String(request.params.session),
      isManager(given),
      asked(request, 'late') !== undefined,
    );
    if (!view) return next();
    services.show(response, 'pair', about(`Who takes ${view.title}`, 'pairs'), view);
  });

/** Gives a session to others, as the page offered it for the version of the draft that it was worked out for. */
export const changePair = (services: Services): RequestHandler =>
  withReview(services, async ({ open, request, response, next }) => {
    const { review, draft } = open;
    const id = String(request.params.session);
    if (!draft || !sessionOf(review, id)) return next();
    const again = () => response.redirect(303, addresses.pair(review.id, id, { late: 'yes' }));
    if (numbered(sent(request, 'seen')) !== draft.version) return again();
    const given = pairGiven(open, id, (choice) => choiceName(choice) === sent(request, 'choice'));
    if (!given) return again();
    const result = await changeDraft(services.store, open, draft.version, given.move, {
      by: whoIs(response).name,
      why: given.why,
    });
    if (result.kind === 'changed') moved(response, addresses.pairs(review.id), result.stored.version);
    else again();
  });

/** Who leads: what the form says of each session, in one change of the draft. */
export const changeLeads = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response, next } = given;
    const { review, draft } = open;
    if (!draft) return next();
    const seen = Math.min(numbered(sent(request, 'seen')) || draft.version, draft.version);
    // Held against what they saw: what others settled since is not taken back by a form that still says what was.
    const before = (await draftAt(services.store, review, seen)) ?? draft.programme;
    const body = (request.body ?? {}) as Record<string, unknown>;
    const changes = before.placements.flatMap(({ session, peers, lead }) => {
      const to = body[`lead-${session}`];
      if (typeof to !== 'string' || (to !== '' && !peers.includes(to)) || to === (lead ?? '')) return [];
      return [{ session, peers, to: to === '' ? undefined : to }];
    });
    const [only] = changes;
    if (!only) return response.redirect(303, addresses.pairs(review.id));
    const why =
      changes.length > 1
        ? `Settled who leads in ${counted(changes.length, 'session')}`
        : only.to === undefined
          ? `Left open who leads ${nameOf(review, only.session)}`
          : `${nameOf(review, only.to)} leads ${nameOf(review, only.session)}`;
    const move: Move = (programme) =>
      changes.reduce((after, { session, peers, to }) => pairing(session, peers, to)(after), programme);
    const signature = { by: whoIs(response).name, why };
    const result = await changeDraft(services.store, open, seen, move, signature);
    if (result.kind === 'changed') return moved(response, addresses.pairs(review.id), result.stored.version);
    if (result.kind !== 'clash') return response.redirect(303, addresses.pairs(review.id));
    const whose = result.sessions.map((id) => nameOf(review, id)).join(', ');
    const says = `Nothing was saved: ${result.by} has changed ${whose} since you looked. Who you said leads is still here: look, and save again`;
    const leads = new Map(changes.map(({ session, to }) => [session, to ?? '']));
    show(services, given, { form: 'leads', leads, says }, 409);
  });

async function locked(
  services: Services,
  given: AboutReview,
  edit: Edit,
  why: string,
  late?: () => void,
): Promise<void> {
  const { open, request, response } = given;
  const { id } = open.review;
  const signature = { by: whoIs(response).name, why };
  const result = await changeReview(services, id, seenOf(request, open.line.version), edit, signature);
  if (result.kind === 'changed') done(response, addresses.pairs(id), result.stored.version);
  else if (result.kind === 'clash' && late) late();
  else response.redirect(303, addresses.pairs(id));
}

/** The sessions that a form names by their day, their block, or one by one. */
function sessionsNamed({ open: { review } }: AboutReview, blocks: readonly Block[], value: string) {
  const [kind, id = ''] = value.split(' ');
  const own = blocks.filter((b) => (kind === 'day' ? String(dayOf(b.span.from)) === id : b.id === id));
  const sessions = own.flatMap((b) => b.held).filter((h) => h.placement.peers.length > 0);
  const name =
    kind === 'day' && own[0] ? dayName(review.week, dayOf(own[0].span.from)) : (own[0]?.name ?? '');
  return { sessions: sessions.map((h) => h.session.id), name };
}

/** Holds the pairs of a block or a day as they are, with the reason. */
export const lockPairs = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const { open, request, response } = given;
    const { review, draft } = open;
    const block = sent(request, 'block');
    const held = draft ? heldIn(review, draft.programme) : [];
    const { sessions, name } = sessionsNamed(given, blocksOf(review, held), block);
    if (sessions.length === 0) return response.redirect(303, addresses.pairs(review.id));
    const because = sent(request, 'because').trim().slice(0, 500);
    if (because === '')
      return show(services, given, {
        form: 'lock',
        block,
        because,
        says: 'Say why these pairs are to stay as they are',
      });
    const by = whoIs(response).name;
    await locked(
      services,
      given,
      all(sessions.map((session) => lock(session, 'peers', by, because))),
      `Locked the pairs of ${name}`,
      () =>
        show(
          services,
          given,
          {
            form: 'lock',
            block,
            because,
            says: 'Nothing was locked: somebody else has locked some of these pairs, or let them go, since you looked. Lock again to put your reason in place of theirs',
          },
          409,
        ),
    );
  });

export const unlockPair = (services: Services): RequestHandler =>
  withReview(services, async (given) => {
    const session = sent(given.request, 'session');
    const { review } = given.open;
    if (!sessionOf(review, session)) return given.response.redirect(303, addresses.pairs(review.id));
    await locked(
      services,
      given,
      unlock(session, 'peers'),
      `Unlocked the pair of ${nameOf(review, session)}`,
    );
  });
