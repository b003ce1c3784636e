import type { RequestHandler } from 'express';
import { tellRelease, toldOtherwise } from '../../../src/actions/tell-release.ts';
import type { Message } from '../../../src/store/outbox-port.ts';
import { addresses } from '../../addresses.ts';
import { allSent, sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { hereFor } from '../../site.ts';
import { whoIs } from '../../who.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { type Complaint, lettersView, sentView } from './view.ts';

/** A note is a few sentences. */
const LONGEST = 2000;

async function show(services: Services, given: AboutEntry, complaint?: Complaint): Promise<void> {
  const { line, response, about, by } = given;
  const { store, post, tellingOf } = services;
  const telling = await tellingOf(line);
  const messages = new Map<string, Message>();
  for (const { message } of telling?.told ?? []) {
    const found = message === undefined ? undefined : await store.outbox.find(message);
    if (found) messages.set(found.id, found);
  }
  if (complaint) response.status(complaint.status);
  const view = lettersView({ line, telling, messages, by, sends: post.sends, complaint });
  services.show(response, 'letters', about('Letters about what was agreed', 'letters'), view);
}

/** Everybody whom the last release concerns, each with their letter as it will go. */
export const letters = (services: Services): RequestHandler =>
  withEntry(services, (given) => show(services, given));

/**
 * Sends the letters that were looked over (`do` is `send`), shows them anew with what was added (`look`), or notes that
 * people know already (`told`). Where another release was approved meanwhile nothing goes, and what was typed is kept.
 */
export const sendLetters = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { line, request, response, about, by } = given;
    const { store, post, site, tellingOf, feedOf } = services;
    const note = sent(request, 'note').replace(/\r\n?/g, '\n').trim().slice(0, LONGEST);
    const who = allSent(request, 'who');
    const what = sent(request, 'do');
    const telling = await tellingOf(line);
    const typed = { note, who };
    if (!telling) return response.redirect(303, addresses.letters(line.id));
    const { number } = telling.release.line;
    if (sent(request, 'release') !== String(number))
      return show(services, given, {
        ...typed,
        status: 409,
        says: `Nothing was sent: release ${number} was approved meanwhile. These are the letters about it`,
      });
    if (what === 'look') return show(services, given, { ...typed, status: 200, says: '' });
    const chosen = telling.toTell.filter(({ person }) => who.includes(person));
    if (chosen.length === 0 && who.length > 0)
      return show(services, given, {
        ...typed,
        status: 409,
        says: 'Nothing was sent: those whom you chose were told meanwhile. What you wrote is still here',
      });
    if (chosen.length === 0)
      return show(services, given, { ...typed, status: 422, says: 'Choose whom to tell' });
    if (what === 'told') {
      await toldOtherwise(store, telling, chosen, by);
      return response.redirect(303, addresses.letters(line.id));
    }
    const account = whoIs(response).account?.id;
    const done = await tellRelease(store, feedOf, telling, chosen, {
      note,
      by: { name: by, ...(account !== undefined && { account }) },
      linkTo: (token) => `${hereFor(site, request)}${addresses.privateWeek(token)}`,
    });
    post.soon();
    // Letters that somebody has to hand over have keys in them, and are told this once.
    response.setHeader('Cache-Control', 'private, no-store');
    services.show(
      response,
      'letters-sent',
      about('Letters on their way', 'letters'),
      sentView(line.id, done, post.sends),
    );
  });

/** Tries a letter of this review again that the mail server did not take. */
export const tryAgain = (services: Services): RequestHandler =>
  withEntry(services, async ({ line, request, response }) => {
    const id = sent(request, 'message');
    const told = await services.store.told.of(line.id);
    if (told.some(({ message }) => message === id) && (await services.store.outbox.again(id)))
      services.post.soon();
    response.redirect(303, addresses.letters(line.id));
  });
