import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { sayCanCome, sayCantCome } from '../../../src/actions/cant-come.ts';
import { type Followed, followLink } from '../../../src/actions/follow-link.ts';
import { addresses } from '../../addresses.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { hereFor } from '../../site.ts';
import { addCalendarView } from './add-calendar-view.ts';
import { ownWeekView } from './view.ts';

interface Given {
  readonly followed: Followed;
  readonly token: string;
  readonly request: Request;
  readonly response: Response;
}

/** Links to weeks; those to a board or to the list of releases have pages of their own. */
const weeks: readonly Followed['kind'][] = ['peer', 'contact', 'room', 'whole'];

/** A handler for `/p/:token…`: what the token opens, or no page. Nothing of it is kept on the way. */
export const withLink =
  (
    { store, agreed }: Services,
    handle: (given: Given, next: NextFunction) => void | Promise<void>,
  ): RequestHandler =>
  async (request, response, next) => {
    const token = String(request.params.token);
    const followed = await followLink(store, agreed, token);
    if (!followed || !weeks.includes(followed.kind)) return next();
    response.setHeader('Cache-Control', 'private, no-store');
    await handle({ followed, token, request, response }, next);
  };

/** What the page before says was done; the words are ours. */
const saidWords: Readonly<Record<string, string>> = {
  cant: 'Thank you for saying so. The council has been told, and will look for another time.',
  can: 'Thank you. The council has been told that you can come after all.',
};

/** One person's week, or a room's: on a phone, and kept there for where there is no signal. */
export const privateWeek = (services: Services): RequestHandler =>
  withLink(services, async ({ followed, token, request, response }) => {
    // The whole is for a calendar: as a page those who may see it have the programme itself.
    if (followed.kind === 'whole') return response.redirect(303, addresses.addCalendar(token));
    const requests = followed.kind === 'contact' ? await services.store.requests.of(followed.line.id) : [];
    const own = requests.filter((r) => r.contact === followed.person && r.settledAt === undefined);
    const said = saidWords[String(request.query.said)] ?? '';
    const view = ownWeekView({ followed, token, now: services.now(), requests: own, said });
    services.show(response, 'own/week', { title: view.title, where: 'alone', layout: 'own/layout' }, view);
  });

/** How to have it in one's own calendar. */
export const addCalendar = (services: Services): RequestHandler =>
  withLink(services, ({ followed, token, request, response }) => {
    const view = addCalendarView(followed, token, hereFor(services.site, request));
    services.show(response, 'add-calendar', { title: 'Put it in your calendar', where: 'alone' }, view);
  });

/** A contact can't come, or can after all (`do` is `can`): those who plan the week are told, here and by letter. */
export const answerCantCome = (services: Services): RequestHandler =>
  withLink(services, async ({ followed, token, request, response }, next) => {
    const { store, site, post } = services;
    const session = sent(request, 'session');
    const can = sent(request, 'do') === 'can';
    const comment = sent(request, 'comment').replace(/\s+/g, ' ').trim().slice(0, 1000);
    const linkTo = (review: string) => `${hereFor(site, request)}${addresses.cantComes(review)}`;
    if (can) await sayCanCome(store, followed, session);
    else if (!(await sayCantCome(store, followed, session, comment, linkTo))) return next();
    post.soon();
    response.redirect(303, `${addresses.privateWeek(token)}?said=${can ? 'can' : 'cant'}`);
  });
