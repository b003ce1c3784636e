import type { RequestHandler } from 'express';
import { stateOf } from '../../../src/actions/cant-come.ts';
import { applyWay } from '../../../src/actions/week/apply-way.ts';
import { becameOf } from '../../../src/actions/week/became.ts';
import { openHappening } from '../../../src/actions/week/open-happening.ts';
import { report } from '../../../src/actions/week/report.ts';
import { settleHappening } from '../../../src/actions/week/settle.ts';
import { createWays, type Ways } from '../../../src/actions/week/ways.ts';
import { readClock } from '../../../src/intake/form/clock.ts';
import { readHappened } from '../../../src/intake/form/happening.ts';
import { isSampleId } from '../../../src/review/sample-id.ts';
import { addresses } from '../../addresses.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { fieldsOf } from '../entering/body.ts';
import { notTaken, type Trouble } from '../entering/trouble.ts';
import { soon } from '../soon.ts';
import { asked } from '../with-review.ts';
import { happeningView } from './happening-view.ts';
import { nowView } from './now-view.ts';
import { reportView } from './report-view.ts';
import { type AboutWeek, withWeek } from './with-week.ts';

export const waysOf = ({ findRepairs, log }: Services): Ways =>
  createWays(findRepairs, (error) =>
    log.error({ err: error }, 'looking for ways to mend the week broke off'),
  );

/** What happens today, and what waits to be decided. A moment to rehearse on is chosen as a day and a time. */
export const week = (services: Services): RequestHandler =>
  withWeek(services, async (given) => {
    const { open, request, response, about } = given;
    const { id } = open.review;
    const [day, time] = [asked(request, 'day'), readClock(asked(request, 'time') ?? '')];
    if (day !== undefined && time !== undefined)
      return response.redirect(303, addresses.week(id, { at: `${day}T${time}` }));
    const view = nowView(
      given,
      await services.store.happenings.pairsAgreed(id),
      // What a release has answered waits no longer.
      (await services.store.requests.of(id)).filter((one) => stateOf(one, given.release) === 'open'),
    );
    services.show(response, 'week', about(view.title, 'week'), view);
  });

function showReport(services: Services, given: AboutWeek, trouble?: Trouble): void {
  const { followed, request, response, about, open } = given;
  if (!followed) {
    response.redirect(303, addresses.week(open.review.id));
    return;
  }
  const view = reportView(
    { ...given, followed },
    { session: asked(request, 'session') ?? '', kind: asked(request, 'kind') ?? '' },
    trouble,
  );
  services.show(response.status(trouble?.status ?? 200), 'happened', about(view.title, 'week'), view);
}

/** The form: what happened? */
export const happened = (services: Services): RequestHandler =>
  withWeek(services, (given) => showReport(services, given));

/** Puts on record what happened, and goes on to what can be done about it. */
export const reportHappened = (services: Services): RequestHandler =>
  withWeek(services, async (given) => {
    const { open, moment, followed, request, response } = given;
    if (!followed || moment.when !== 'in it') return showReport(services, given);
    const fields = fieldsOf(request);
    const reading = readHappened(fields, { ...followed, minute: moment.minute, excepts: given.isManager });
    if (!reading.ok) return showReport(services, given, notTaken(fields, reading.problems));
    const reported = await report(services.store, open, moment, reading.value, whoIs(response).name);
    if (!reported) return given.next();
    response.redirect(
      303,
      reported.state === 'open'
        ? addresses.happening(open.review.id, reported.id)
        : addresses.week(open.review.id, { at: given.at }),
    );
  });

/** One thing that happened: the ways to mend it, or what came of it. */
export const happening = (services: Services, ways: Ways): RequestHandler =>
  withWeek(services, async (given) => {
    const { open, request, response, next, about, isManager } = given;
    const { store } = services;
    const opened = await openHappening(services, open, String(request.params.happening));
    if (!opened) return next();
    const { happening: found, after } = opened;
    const isOpen = found.state === 'open';
    const work = isOpen && after.ok ? ways.begin(after.asked) : ({ state: 'not asked' } as const);
    await soon(work);
    const agreement = await store.agreements.of(open.review.id);
    const view = happeningView({
      open,
      opened,
      work: isOpen && after.ok ? ways.of(after.asked) : work,
      agreement: agreement.version,
      isManager,
      late: asked(request, 'late') !== undefined,
      became: await becameOf(store, open.review, found),
    });
    services.show(response, 'happening', about(view.title, 'week'), view);
  });

const numbered = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

/** Does what was chosen; the review manager approves what it changes in the same breath. */
export const apply = (services: Services): RequestHandler =>
  withWeek(services, async ({ open, request, response, next, isManager }) => {
    const id = String(request.params.happening);
    const { review } = open;
    const approves = sent(request, 'approve');
    const found = await services.store.happenings.find(review.id, id);
    if (found?.rehearsed && !isSampleId(review.id)) return next();
    const result = await applyWay(
      services,
      open,
      {
        happening: id,
        seen: numbered(sent(request, 'seen')),
        draft: numbered(sent(request, 'draft')),
        programme: sent(request, 'programme'),
        ...(isManager && approves !== '' && { approve: numbered(sent(request, 'agreement')) }),
        ...(approves === 'despite' && { despite: true }),
      },
      whoIs(response).name,
    );
    if (result.kind === 'gone') return next();
    const late = result.kind === 'late' ? { late: 'yes' } : {};
    response.redirect(303, addresses.happening(review.id, id, undefined, late));
  });

/** Leaves the programme as it is, or takes back what was reported. */
export const settle = (services: Services, state: 'left' | 'withdrawn'): RequestHandler =>
  withWeek(services, async ({ open, request, response, next, at }) => {
    const { review } = open;
    const found = await services.store.happenings.find(review.id, String(request.params.happening));
    if (!found) return next();
    const seen = numbered(sent(request, 'seen'));
    const { name } = whoIs(response);
    const saved = await settleHappening(services.store, review, found, { state, seen }, name);
    response.redirect(
      303,
      saved && state === 'withdrawn'
        ? addresses.week(review.id, { at })
        : addresses.happening(review.id, found.id, undefined, saved ? {} : { late: 'yes' }),
    );
  });
