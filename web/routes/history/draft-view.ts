import { isErasure } from '../../../src/actions/erasure.ts';
import { type Change, changeName } from '../../../src/programme/changes.ts';
import { nameOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Comment } from '../../../src/store/agreement-port.ts';
import type { HistoryLine } from '../../../src/store/ports.ts';
import type { CantCome } from '../../../src/store/requests-port.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses, draftAddresses } from '../../addresses.ts';
import { slotWords } from '../cant-come/view.ts';

/** Comments that waited when a change was made, and that are about what it changed. */
const answered = (comments: readonly Comment[], changes: readonly Change[], at: string): readonly Comment[] =>
  comments.filter(
    ({ about, aboutId = '', answers, at: said, settledAt }) =>
      answers === undefined &&
      said <= at &&
      (settledAt === undefined || settledAt >= at) &&
      changes.some((c) => (about === 'session' ? c.session === aboutId : c.tell.includes(aboutId))),
  );

/**
 * One change of the draft: what it moved, whom that concerns, and which request it answers. That is computed: comments
 * that waited then about what it moved, and what was entered between the version before and this one.
 */
export function draftVersionView(
  review: Review,
  signed: HistoryLine,
  changes: readonly Change[],
  lines: readonly HistoryLine[],
  comments: readonly Comment[],
  requests: readonly CantCome[],
) {
  const { week, id } = review;
  const before = lines.findLast((l) => l.thing === 'programme' && l.version === signed.version - 1);
  const entered = lines.filter(
    (l) => l.thing === 'review' && l.at <= signed.at && before !== undefined && l.at > before.at,
  );
  return {
    why: signed.why,
    who: signed.by,
    when: instantMoment(week, signed.at),
    back: addresses.history(id),
    undo: before && !isErasure(signed) ? draftAddresses(id).undo : '',
    version: String(signed.version),
    changes: changes.map((change) => changeName(review, change)),
    comments: answered(comments, changes, signed.at).map((c) => ({
      about: c.aboutId === undefined ? 'The whole programme' : nameOf(review, c.aboutId),
      text: c.text,
      by: `${c.by}, ${instantMoment(week, c.at)}`,
    })),
    requests: requests
      .filter(
        ({ session, madeAt, settledAt }) =>
          madeAt <= signed.at &&
          (settledAt === undefined || settledAt >= signed.at) &&
          changes.some((c) => c.session === session && (c.moved.includes('time') || !c.after)),
      )
      .map((request) => ({
        text: `${nameOf(review, request.contact)} can’t make ${slotWords(week, request)}${request.comment ? `: “${request.comment}”` : ''}`,
        when: instantMoment(week, request.madeAt),
        href: addresses.cantComes(id),
      })),
    entered: entered.map((l) => ({
      text: `${l.why}: ${l.by}, ${instantMoment(week, l.at)}`,
      href: l.version > 1 ? addresses.version(id, l.version) : '',
    })),
  };
}
