import type { RequestHandler } from 'express';
import { type Asking, askForDiaries } from '../../../src/actions/ask-for-diaries.ts';
import { sharedLetter } from '../../../src/actions/shared-letters.ts';
import { valueIn, valuesIn } from '../../../src/intake/form/sent.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { hereFor } from '../../site.ts';
import { whoIs } from '../../who.ts';
import { diaryWeek } from '../diary/setting.ts';
import { fieldsOf } from '../entering/body.ts';
import { notTaken } from '../entering/trouble.ts';
import { withEntry } from '../with-entry.ts';
import { askView } from './ask-view.ts';
import { firstAsking, sentAsking } from './asking.ts';
import { chaseList, toAsk } from './chase.ts';

const title = 'Ask for diaries';

/** Whom to write to, until when, and in what words. */
export const askPage = (services: Services): RequestHandler =>
  withEntry(services, async ({ entry, open, line, request, response, about }) => {
    const { store, post, now, show } = services;
    const { week } = diaryWeek(entry, open?.review);
    const links = await store.diaryLinks.of(line.id);
    const who =
      valueIn(request.query, 'all') === 'waiting'
        ? toAsk(chaseList(entry, undefined, links)).map((c) => c.contact.id)
        : valuesIn(request.query, 'who');
    const typed = firstAsking(
      entry,
      week,
      who,
      links,
      now(),
      (await sharedLetter(store, 'ask for a diary'))?.text,
    );
    const view = askView({ review: line.id, typed, mailGoes: post.sends });
    show(response, 'diaries-ask', about(title, 'diaries'), view);
  });

/** Shows every letter as it will go (`do` is `look`), or sends them (`send`). */
export const ask = (services: Services): RequestHandler =>
  withEntry(services, async ({ entry, open, line, request, response, about, by }) => {
    const { store, post, now, show, site } = services;
    const fields = fieldsOf(request);
    const { week } = diaryWeek(entry, open?.review);
    const links = await store.diaryLinks.of(line.id);
    const { typed, endsAt, untilWords, problems } = sentAsking(entry, fields, links, week, now());
    const review = line.id;
    if (problems.length > 0) {
      const trouble = notTaken(fields, problems);
      const view = askView({ review, typed, trouble, mailGoes: post.sends });
      return show(response.status(trouble.status), 'diaries-ask', about(title, 'diaries'), view);
    }
    const account = whoIs(response).account?.id;
    const asking: Asking = {
      review,
      council: line.council,
      message: typed.message,
      endsAt,
      until: untilWords,
      by: { name: by, ...(account !== undefined && { account }) },
      linkTo: (token) => `${hereFor(site, request)}${addresses.privateDiary(token)}`,
    };
    const doing = valueIn(fields, 'do');
    if (doing !== 'send') {
      const writing = doing === 'change' ? {} : { asking };
      const view = askView({ review, typed, ...writing, mailGoes: post.sends });
      return show(response, 'diaries-ask', about(title, 'diaries'), view);
    }
    const done = await askForDiaries(store, typed.asked, asking);
    post.soon();
    // Links that nobody is written to about are told this once.
    response.setHeader('Cache-Control', 'private, no-store');
    show(response, 'diaries-asked', about('Letters on their way', 'diaries'), {
      sent: done.flatMap(({ contact, to }) => (to === undefined ? [] : [{ name: contact.name, to }])),
      toHand: done.flatMap(({ contact, link = '' }) => (link ? [{ name: contact.name, link }] : [])),
      mailGoes: post.sends,
      outbox: addresses.outbox,
      back: addresses.diaries(review),
    });
  });
