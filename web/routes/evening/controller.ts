import type { RequestHandler } from 'express';
import { draftAt } from '../../../src/actions/change-draft.ts';
import type { Draft } from '../../../src/actions/open-review.ts';
import { agreePairs, brokenBy, type PairChosen, withPairs } from '../../../src/actions/week/agree-pairs.ts';
import { type Fields, valueIn } from '../../../src/intake/form/sent.ts';
import { heldIn } from '../../../src/programme/programme.ts';
import { mayTake, nameOf, peerOf } from '../../../src/review/facts.ts';
import { dayOf } from '../../../src/time/span.ts';
import { addresses } from '../../addresses.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { fieldsOf } from '../entering/body.ts';
import { type AboutWeek, withWeek } from '../week/with-week.ts';
import { asked } from '../with-review.ts';
import { daysWith, eveningView, isChosenHere } from './view.ts';

const numbered = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

/** The day that is asked for; else tomorrow; else the first on which something is held. */
function dayFor(draft: Draft, { moment }: AboutWeek, named: string | undefined): number {
  const days = daysWith(draft);
  const wanted = named !== undefined && /^[0-5]$/.test(named) ? Number(named) : moment.day + 1;
  return days.find((day) => day === wanted) ?? days.find((day) => day > moment.day) ?? days[0] ?? 1;
}

interface More {
  readonly chosen?: readonly PairChosen[];
  readonly looked?: boolean;
  readonly says?: readonly string[];
  readonly status?: 'late' | 'waits' | '';
  readonly code?: number;
}

async function show(services: Services, given: AboutWeek, draft: Draft, day: number, more: More = {}) {
  const { open, response, about, isManager, moment, release } = given;
  const { store } = services;
  const view = eveningView({
    open,
    draft,
    day,
    moment,
    isManager,
    isReleased: release !== undefined,
    agreed: (await store.happenings.pairsAgreed(open.review.id)).find((p) => p.day === day),
    agreement: (await store.agreements.of(open.review.id)).version,
    chosen: more.chosen ?? [],
    looked: more.looked ?? false,
    says: more.says ?? [],
    status: more.status ?? '',
  });
  services.show(response.status(more.code ?? 200), 'evening', about(view.title, 'evening'), view);
}

const nothingBuilt = (services: Services, { response, about, open }: AboutWeek): void =>
  services.show(response, 'evening-none', about('Tomorrow’s pairs', 'evening'), {
    build: addresses.ready(open.review.id),
  });

/** The pairs of tomorrow, or of another day. */
export const evening = (services: Services): RequestHandler =>
  withWeek(services, async (given) => {
    const { open, request } = given;
    const status = asked(request, 'late') === undefined ? '' : 'late';
    if (!open.draft || open.draft.programme.placements.length === 0) return nothingBuilt(services, given);
    await show(services, given, open.draft, dayFor(open.draft, given, asked(request, 'day')), { status });
  });

/** What the form says of each session of the day that can be chosen here, and what is wrong with it. */
function chosenIn(given: AboutWeek, draft: Draft, day: number, fields: Fields) {
  const { review } = given.open;
  const says: string[] = [];
  const chosen = heldIn(review, draft.programme).flatMap((held): readonly PairChosen[] => {
    const { session, placement } = held;
    const [lead, second] = [valueIn(fields, `lead-${session.id}`), valueIn(fields, `with-${session.id}`)];
    const here = dayOf(placement.start) === day && isChosenHere(review, held, given.moment.minute);
    if (!here || !Object.hasOwn(fields, `lead-${session.id}`)) return [];
    const peers = [lead, second].filter((id) => {
      const peer = peerOf(review, id);
      return peer !== undefined && mayTake(peer, session);
    });
    if (new Set(peers).size < peers.length) {
      says.push(`${session.title}: choose two different people, not ${nameOf(review, lead)} twice`);
      return [];
    }
    if (peers.length === 0) {
      says.push(`${session.title}: choose who takes it`);
      return [];
    }
    // One alone leads by that.
    return [{ session: session.id, peers, lead: peers.length > 1 && lead !== '' ? lead : undefined }];
  });
  return { chosen, says };
}

/** Says what a choice comes to; or agrees it. */
export const agreeEvening = (services: Services): RequestHandler =>
  withWeek(services, async (given) => {
    const { open, request, response } = given;
    const { draft, review } = open;
    if (!draft) return nothingBuilt(services, given);
    const day = dayFor(draft, given, sent(request, 'day'));
    const seen = Math.min(numbered(sent(request, 'seen')) || draft.version, draft.version);
    const before = (await draftAt(services.store, review, seen)) ?? draft.programme;
    const { chosen: all, says } = chosenIn(given, draft, day, fieldsOf(request));
    // A form says of every session who takes it: what it leaves as it saw it is no choice, and takes back nothing that
    // somebody else chose meanwhile.
    const chosen = all.filter((one) => withPairs(before, [one]) !== before);
    if (says.length > 0) return show(services, given, draft, day, { chosen, says, code: 422 });
    if (sent(request, 'do') === 'look') {
      const broken = brokenBy(review, draft, chosen).map((f) => f.sentence);
      return show(services, given, draft, day, { chosen, looked: true, says: broken });
    }
    const result = await agreePairs(
      services,
      { ...open, draft },
      {
        day,
        seen,
        agreement: numbered(sent(request, 'agreement')),
        chosen,
      },
      whoIs(response).name,
    );
    if (result.kind === 'breaks')
      return show(services, given, draft, day, {
        chosen,
        says: result.findings.map((f) => f.sentence),
        code: 422,
      });
    if (result.kind === 'late') {
      const now = await services.open(review.id);
      const theirs = now?.ok ? now.open : open;
      const again = { ...given, open: theirs };
      return show(services, again, theirs.draft ?? draft, day, { chosen, status: 'late', code: 409 });
    }
    if (result.kind === 'waits') return response.redirect(303, addresses.agree(review.id));
    response.redirect(303, addresses.eveningPairs(review.id, { day }));
  });
