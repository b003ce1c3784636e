import type { OpenRelease } from '../../../src/actions/amendments.ts';
import { type RequestState, stateOf } from '../../../src/actions/cant-come.ts';
import type { OpenReview } from '../../../src/actions/open-review.ts';
import { contactOf, nameOf } from '../../../src/review/facts.ts';
import type { CantCome } from '../../../src/store/requests-port.ts';
import { DAY } from '../../../src/time/span.ts';
import { minuteAt, readLocal, type Week } from '../../../src/time/week.ts';
import { instantMoment, spanName } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { errorSummary, textInput } from '../../form/fields.ts';

const tags: Readonly<Record<RequestState, { readonly text: string; readonly classes: string }>> = {
  open: { text: 'Waits', classes: 'govuk-tag--red' },
  answered: { text: 'Answered', classes: 'govuk-tag--green' },
  settled: { text: 'Settled', classes: 'govuk-tag--green' },
};

/** When a slot was to be: `Tuesday, 9.00am to 10.00am`; as it is written where the week is another by now. */
export function slotWords(week: Week, { starts, ends }: CantCome): string {
  const [from, to] = [readLocal(week, starts), readLocal(week, ends)];
  return from.ok && to.ok && from.minute >= 0 && to.minute <= 6 * DAY
    ? spanName(week, { from: from.minute, to: to.minute })
    : `${starts} to ${ends}`;
}

interface Shown {
  readonly open: OpenReview;
  readonly release: OpenRelease | undefined;
  readonly requests: readonly CantCome[];
  readonly now: Date;
  readonly complaint: { readonly id: string; readonly answer: string; readonly says: string } | undefined;
}

function requestView(shown: Shown, request: CantCome) {
  const { open, release, complaint, now } = shown;
  const { review, draft } = open;
  const state = stateOf(request, release);
  const at = minuteAt(review.week, now.getTime());
  const inWeek = at >= 0 && at < 6 * DAY;
  const own = complaint?.id === request.id ? complaint : undefined;
  const isOpen = state === 'open';
  const phone = contactOf(review, request.contact)?.phone;
  return {
    id: request.id,
    version: String(request.version),
    name: nameOf(review, request.contact),
    person: addresses.person(review.id, request.contact),
    session: nameOf(review, request.session),
    when: slotWords(review.week, request),
    comment: request.comment,
    phone: phone ?? '',
    made: instantMoment(review.week, request.madeAt),
    tag: tags[state],
    isOpen,
    /** Somebody who came second has their words in the form still, to be put in the place of the others'. */
    asks: isOpen || (own !== undefined && own.answer !== ''),
    settles: isOpen ? 'It is settled' : 'Say this instead',
    isSettled: state === 'settled',
    answer:
      state === 'settled'
        ? `${request.answer}. ${request.settledBy}, ${instantMoment(review.week, request.settledAt ?? '')}`
        : state === 'answered' && release
          ? `Release ${release.line.number} has them at another time, or not at all`
          : '',
    /** In the week what has happened stays as it was: it is mended from there. */
    happened:
      inWeek && state === 'open'
        ? addresses.happened(review.id, { session: request.session, kind: 'cancelled' })
        : '',
    mend: !inWeek && draft && state === 'open' ? addresses.cantComes(review.id, 'mend') : '',
    field: textInput({
      name: 'answer',
      id: `answer-${request.id}`,
      label: 'How it was settled',
      hint: 'Such as: her deputy comes in her place',
      value: own?.answer ?? '',
      error: own?.says,
      width: 30,
    }),
  };
}

/** Everybody who said that they can't come, those who wait first. */
export function cantComeView(shown: Shown) {
  const { open, requests, complaint } = shown;
  const all = requests.toReversed().map((request) => requestView(shown, request));
  return {
    errors: complaint ? errorSummary([{ text: complaint.says, field: `answer-${complaint.id}` }]) : null,
    settle: addresses.cantComes(open.review.id, 'settle'),
    letters: addresses.letters(open.review.id),
    requests: [...all.filter((r) => r.isOpen), ...all.filter((r) => !r.isOpen)],
  };
}
