import { stateOf } from '../../../src/actions/cant-come.ts';
import { type BoardItem, boardOf } from '../../../src/publish/board.ts';
import { happenedWords, isOfDay } from '../../../src/publish/happened-words.ts';
import { partnerWords } from '../../../src/publish/who.ts';
import { counted } from '../../../src/publish/words.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Happening, HappeningState, PairsAgreed } from '../../../src/store/happenings-port.ts';
import type { CantCome } from '../../../src/store/requests-port.ts';
import { DAY } from '../../../src/time/span.ts';
import { dateOf } from '../../../src/time/week.ts';
import { clock, dayName, instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { selectOne, textInput } from '../../form/fields.ts';
import type { AboutWeek } from './with-week.ts';

const tags: Readonly<Record<BoardItem['state'], { readonly text: string; readonly classes: string }>> = {
  over: { text: 'Over', classes: 'govuk-tag--grey' },
  now: { text: 'Now', classes: 'govuk-tag--green' },
  'to come': { text: 'To come', classes: 'govuk-tag--blue' },
};

const becameTags: Readonly<Record<HappeningState, { readonly text: string; readonly classes: string }>> = {
  open: { text: 'To be decided', classes: 'govuk-tag--red' },
  mended: { text: 'Mended', classes: 'govuk-tag--green' },
  left: { text: 'Left as it is', classes: 'govuk-tag--grey' },
  withdrawn: { text: 'Taken back', classes: 'govuk-tag--grey' },
};

/** One thing that happened, as a list has it. */
export const happeningLine = (review: Review, happening: Happening) => ({
  text: happenedWords(review, happening),
  href: addresses.happening(review.id, happening.id),
  by: `${happening.by}, ${instantMoment(review.week, happening.at)}`,
  note: happening.note,
  tag: becameTags[happening.state],
});

/** The form that chooses a moment of the week to rehearse on. */
function rehearsalForm(review: Review, local: string, isIn: boolean) {
  const days = [0, 1, 2, 3, 4, 5].map((day) => ({
    value: dateOf(review.week, day),
    text: dayName(review.week, day),
  }));
  const [date = '', time = ''] = isIn ? local.split('T') : [dateOf(review.week, 3), '08:10'];
  return {
    action: addresses.week(review.id),
    day: selectOne({ name: 'day', label: 'Day', items: days, value: date }),
    time: textInput({ name: 'time', label: 'Time', value: time, width: 5, hint: 'Such as 8.10am' }),
  };
}

/** The week at a moment: what is on today, what happened, what waits to be decided. */
export function nowView(
  { open, moment, at, release, followed, happenings }: AboutWeek,
  pairs: readonly PairsAgreed[],
  requests: readonly CantCome[],
) {
  const { review, draft } = open;
  const known = happenings.filter((h) => !h.rehearsed);
  const board = followed && boardOf(followed.review, followed.programme, known, moment.minute);
  const isIn = moment.when === 'in it';
  const tomorrow = moment.day + 1;
  const agreed = pairs.find((p) => p.day === tomorrow);
  const hasTomorrow = followed?.programme.placements.some((p) => Math.floor(p.start / DAY) === tomorrow);
  const today = known.filter((h) => moment.when === 'after' || isOfDay(h, moment.day) || h.state === 'open');
  return {
    title: isIn ? `${dayName(review.week, moment.day)}, ${clock(moment.minute)}` : 'The week',
    isBuilt: followed !== undefined,
    build: addresses.ready(review.id),
    outside:
      moment.when === 'before'
        ? `The week begins on ${dayName(review.week, 1)}.`
        : moment.when === 'after'
          ? `The week ended on ${dayName(review.week, 5)}.`
          : '',
    isIn,
    rehearsed: moment.rehearsed,
    stop: addresses.week(review.id),
    rehearse: rehearsalForm(review, moment.local, isIn),
    notAgreed: release === undefined ? addresses.agree(review.id) : '',
    ahead:
      release && draft && draft.version !== release.line.programmeVersion ? addresses.agree(review.id) : '',
    report: addresses.happened(review.id, { at }),
    board: addresses.board(review.id, { at }),
    items: (board?.items ?? []).map((item) => ({
      time: item.time,
      title: item.title,
      isSession: item.kind === 'session',
      who: item.who,
      place: item.place,
      pair: item.pair.map(partnerWords).join('; '),
      tag: tags[item.state],
      marks: item.marks,
      href: item.kind === 'session' ? addresses.happened(review.id, { at, session: item.id }) : '',
    })),
    waiting: requests
      .filter((r) => stateOf(r, release) === 'open')
      .map((r) => ({
        text: `${review.contacts.find((c) => c.id === r.contact)?.name ?? 'Somebody'} can’t make it`,
        said: r.comment,
        href: addresses.happened(review.id, { at, session: r.session, kind: 'cancelled' }),
      })),
    happened: [...today].reverse().map((h) => happeningLine(review, h)),
    rehearsals: moment.rehearsed
      ? happenings.filter((h) => h.rehearsed && h.state === 'open').map((h) => happeningLine(review, h))
      : [],
    evening: hasTomorrow
      ? {
          text: agreed
            ? `The pairs of ${dayName(review.week, tomorrow)} were agreed by ${agreed.by}, ${instantMoment(review.week, agreed.at)}.`
            : `The pairs of ${dayName(review.week, tomorrow)} are not agreed yet: ${counted(
                (followed?.programme.placements ?? []).filter((p) => Math.floor(p.start / DAY) === tomorrow)
                  .length,
                'session',
              )}.`,
          href: addresses.eveningPairs(review.id, { day: tomorrow }),
          link: agreed ? 'Look at them again' : 'Agree them',
        }
      : null,
  };
}
