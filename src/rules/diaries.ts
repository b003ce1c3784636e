import { timeOf } from '../programme/placement.ts';
import { isBusy, isIfNeeded, isPreferred } from '../review/diary.ts';
import { contactOf, everyoneIn, namesOf, peerOf } from '../review/facts.ts';
import { spanName } from '../time/words.ts';
import type { Rule } from './rule.ts';

/** Nobody is placed when their diary says no; what they prefer is preferred (manual 1446). */
export const diaries: Rule = {
  id: 'diaries',
  title: 'Diaries are kept to',
  group: 'people',
  manual: ['1446'],
  parts: [
    {
      name: 'contacts',
      kind: 'must',
      shape: 'placed',
      looksAt: ['time'],
      asks: 'No contact is placed when their diary says no.',
      test(review, { session, placement }) {
        const time = timeOf(placement);
        const who = everyoneIn(review, session).filter((id) => {
          const contact = contactOf(review, id);
          return contact !== undefined && isBusy(contact.diary, time);
        });
        if (who.length === 0) return undefined;
        return {
          who,
          sessions: [session.id],
          when: time,
          say: () =>
            `${namesOf(review, who)} can’t be had for ${session.title} on ${spanName(review.week, time)}: the diary says no.`,
        };
      },
    },
    {
      name: 'peers',
      kind: 'must',
      shape: 'placed',
      looksAt: ['time', 'peer'],
      alike: () => '',
      asks: 'No peer is placed, travel included, when their diary says no.',
      test(review, { session, placement }) {
        const who = placement.peers.filter((id) => {
          const peer = peerOf(review, id);
          return peer !== undefined && isBusy(peer.diary, placement.away);
        });
        if (who.length === 0) return undefined;
        return {
          who,
          sessions: [session.id],
          when: placement.away,
          say: () =>
            `${namesOf(review, who)} can’t take ${session.title} on ${spanName(review.week, placement.away)}: the diary says no.`,
        };
      },
    },
    {
      name: 'preferred',
      kind: 'want',
      weight: 4,
      shape: 'placed',
      looksAt: ['time'],
      asks: 'A contact who gave preferred times is seen within them.',
      test(review, { session, placement }) {
        const time = timeOf(placement);
        const who = everyoneIn(review, session).filter((id) => {
          const contact = contactOf(review, id);
          return contact !== undefined && !isPreferred(contact.diary, time);
        });
        if (who.length === 0) return undefined;
        return {
          who,
          sessions: [session.id],
          when: time,
          say: () =>
            `${session.title} on ${spanName(review.week, time)} is outside the times that ${namesOf(review, who)} would prefer.`,
        };
      },
    },
    {
      name: 'if-needed',
      kind: 'want',
      weight: 10,
      shape: 'placed',
      looksAt: ['time'],
      asks: '“If needed” times are used only if needed.',
      test(review, { session, placement }) {
        const time = timeOf(placement);
        const who = everyoneIn(review, session).filter((id) => {
          const contact = contactOf(review, id);
          return contact !== undefined && isIfNeeded(contact.diary, time);
        });
        if (who.length === 0) return undefined;
        return {
          amount: who.length,
          who,
          sessions: [session.id],
          when: time,
          say: () =>
            `${session.title} on ${spanName(review.week, time)} uses a time that ${namesOf(review, who)} offered only if needed.`,
        };
      },
    },
  ],
};
