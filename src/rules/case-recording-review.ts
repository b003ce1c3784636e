import { timeOf } from '../programme/placement.ts';
import { firstHalfEnd, namesOf, partsOf, peerOf } from '../review/facts.ts';
import { dayOf } from '../time/span.ts';
import { spanName, weekday } from '../time/words.ts';
import type { Breach, Rule } from './rule.ts';

/**
 * Where that option is taken, one operational manager peer reviews the case recording system early in the week
 * (manual 1588, 1754). It goes on beside the streams: `src/programme/streams.ts` counts it in none.
 */
export const caseRecordingReview: Rule = {
  id: 'case-recording-review',
  title: 'The case recording system is reviewed early',
  group: 'people',
  manual: ['1588', '1754'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      shape: 'whole',
      over: 'week',
      mendedBy: 'more',
      asks: 'Where the option is taken, a review of the case recording system is in the programme.',
      test(review, { held }) {
        if (!review.options.caseRecordingReview) return [];
        if (held.some((h) => partsOf(review, h.session).some((s) => s.kind === 'record-review'))) return [];
        return [
          {
            sessions: review.sessions.filter((s) => s.kind === 'record-review').map((s) => s.id),
            say: () =>
              'The review of the case recording system, an option that was taken, is not in the programme.',
          },
        ];
      },
    },
    {
      name: 'peer',
      kind: 'must',
      shape: 'placed',
      looksAt: ['peers'],
      alike: (_review, session) => session.kind,
      asks: 'One operational manager peer reviews the recording system.',
      test(review, { session, placement }) {
        if (!review.options.caseRecordingReview || session.kind !== 'record-review') return undefined;
        const [peer] = placement.peers;
        if (placement.peers.length === 1 && peerOf(review, peer!)?.role === 'operational-manager-peer')
          return undefined;
        return {
          who: placement.peers,
          sessions: [session.id],
          when: timeOf(placement),
          say: () =>
            `${session.title} on ${spanName(review.week, timeOf(placement))} is for one operational manager peer, and is given to ${namesOf(review, placement.peers) || 'nobody'}.`,
        };
      },
    },
    {
      name: 'early',
      kind: 'must',
      shape: 'placed',
      looksAt: ['time'],
      alike: (_review, session) => session.kind,
      asks: 'The recording system is reviewed in the first half of the week.',
      test(review, { session, placement }) {
        if (!review.options.caseRecordingReview || session.kind !== 'record-review') return undefined;
        if (dayOf(placement.start) <= firstHalfEnd(review)) return undefined;
        return {
          sessions: [session.id],
          when: timeOf(placement),
          say: () =>
            `${session.title} is on ${spanName(review.week, timeOf(placement))}: it belongs early in the week, by ${weekday(review.week, firstHalfEnd(review))}.`,
        };
      },
    },
    {
      name: 'entered',
      kind: 'check',
      shape: 'data',
      asks: 'Where the option is taken, the review has a record review session and a peer who can take it.',
      test(review) {
        if (!review.options.caseRecordingReview) return [];
        const out: Breach[] = [];
        if (!review.sessions.some((s) => s.kind === 'record-review'))
          out.push({
            say: () =>
              'The review of the case recording system was chosen, and no session is for it: add a record review for one peer.',
          });
        if (!review.peers.some((p) => p.role === 'operational-manager-peer'))
          out.push({
            say: () =>
              'The review of the case recording system was chosen, and the team has no operational manager peer to take it: add one.',
          });
        return out;
      },
    },
  ],
};
