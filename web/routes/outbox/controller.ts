import type { RequestHandler } from 'express';
import { lettersToLookOver } from '../../../src/actions/letters-to-look-over.ts';
import { seeOutbox } from '../../../src/actions/see-outbox.ts';
import { addresses } from '../../addresses.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { outboxView } from './view.ts';

/** The letters that somebody may look at, and what became of each. */
export const outbox =
  ({ store, show, post, tellingOf }: Services): RequestHandler =>
  async (_request, response) => {
    const { account } = whoIs(response);
    const messages = account ? await seeOutbox(store, account) : [];
    const letters = account ? await lettersToLookOver(store, tellingOf, account.id) : [];
    // There may be links on it that let people in.
    response.setHeader('Cache-Control', 'no-store');
    show(
      response,
      'outbox',
      { title: 'Outbox', where: 'account' },
      outboxView(messages, post.sends, letters),
    );
  };

/** Tries a letter again that the mail server did not take. */
export const sendAgain =
  ({ store, post }: Services): RequestHandler =>
  async (request, response) => {
    const { account } = whoIs(response);
    const id = sent(request, 'message');
    const seen = account ? await seeOutbox(store, account) : [];
    if (seen.some((message) => message.id === id) && (await store.outbox.again(id))) post.soon();
    response.redirect(303, addresses.outbox);
  };
