import { isErasure } from '../../../src/actions/erasure.ts';
import type { Entry } from '../../../src/entry/entry.ts';
import type { HistoryLine, ReviewLine, Thing } from '../../../src/store/ports.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses, draftAddresses } from '../../addresses.ts';

/** So many lines on a page. */
const SOME = 50;

/** What a line is about; a new thing does not compile until it has words. */
const things: Readonly<Record<Thing, string>> = {
  review: 'What was entered',
  programme: 'Programme',
  'feed-token': 'Private link',
  'diary-link': 'Private link to a diary',
  member: 'Who may work on it',
  invitation: 'Who may work on it',
  retention: 'How long it is kept',
  agreement: 'Getting it agreed',
  release: 'What was agreed',
  comment: 'Comment',
  scenario: 'What if',
  letters: 'Letters',
  request: 'Somebody can’t come',
  happening: 'What happened',
  shared: 'Shared by all reviews',
  seat: 'Shared by all reviews',
  account: 'Account',
  coordinator: 'Coordinator',
  whole: 'The whole review',
};

/** Pages of a long list: the newer before, the older after. */
export const stepsOf = (from: number, some: number, all: number, to: (from: number) => string) => ({
  newer: from > 0 ? to(Math.max(0, from - some)) : null,
  older: from + some < all ? to(from + some) : null,
});

/** Milliseconds within which all of one act is written. */
const ACT = 60_000;

/** It notes in the review when it was shared or approved: that is not taken back. */
const isOfAgreeing = (line: HistoryLine, lines: readonly HistoryLine[]): boolean =>
  lines.some(
    ({ thing, by, why, at }) =>
      thing === 'agreement' &&
      by === line.by &&
      why === line.why &&
      Math.abs(Date.parse(at) - Date.parse(line.at)) < ACT,
  );

/** The history of a review, the newest first. */
export function historyView(entry: Entry, line: ReviewLine, lines: readonly HistoryLine[], from: number) {
  const week = { firstDay: line.firstDay, zone: entry.review.timeZone ?? 'Europe/London' };
  const newest = lines.toReversed();
  return {
    lines: newest.slice(from, from + SOME).map((l) => {
      // The first version has nothing before it to go back to.
      const entered = l.thing === 'review' && l.version > 1;
      const undone = !(entered && isOfAgreeing(l, lines)) && !isErasure(l);
      const drafted = l.thing === 'programme' && l.version > 1;
      return {
        when: instantMoment(week, l.at),
        who: l.by,
        why: l.why,
        thing: things[l.thing],
        changes: entered
          ? addresses.version(line.id, l.version)
          : drafted
            ? addresses.draftVersion(line.id, l.version)
            : null,
        version: (entered || drafted) && undone ? String(l.version) : null,
        undo: drafted ? draftAddresses(line.id).undo : addresses.undo(line.id),
      };
    }),
    ...stepsOf(from, SOME, newest.length, (start) => addresses.history(line.id, start)),
  };
}
