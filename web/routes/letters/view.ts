import { letterTo, type ToldOne } from '../../../src/actions/tell-release.ts';
import type { Telling, ToTell } from '../../../src/actions/telling.ts';
import { counted } from '../../../src/publish/words.ts';
import { nameOf } from '../../../src/review/facts.ts';
import type { Message } from '../../../src/store/outbox-port.ts';
import type { ReviewLine } from '../../../src/store/ports.ts';
import type { Told } from '../../../src/store/told-port.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { errorSummary, textArea } from '../../form/fields.ts';
import { stateTags } from '../outbox/view.ts';

/** What was sent and not done, and why; without words it is only shown anew. */
export interface Complaint {
  readonly note: string;
  readonly who: readonly string[];
  readonly status: number;
  readonly says: string;
}

interface Shown {
  readonly line: ReviewLine;
  readonly telling: Telling | undefined;
  readonly messages: ReadonlyMap<string, Message>;
  readonly by: string;
  readonly sends: boolean;
  readonly complaint: Complaint | undefined;
}

function letterView(telling: Telling, one: ToTell, { by, complaint }: Shown) {
  const letter = letterTo(
    telling,
    one,
    { note: complaint?.note ?? '', by: { name: by } },
    '[a link of their own]',
  );
  return {
    id: one.person,
    name: one.name,
    chosen: complaint ? complaint.who.includes(one.person) : true,
    to: one.email ?? '',
    what: `${one.isPeer ? 'One of the team' : 'Seen by the team'}; ${one.first ? 'first letter' : counted(one.changes.length, 'change')}`,
    subject: letter.subject,
    paragraphs: letter.text.trim().split(/\n\n+/),
    attached: !one.isPeer,
  };
}

function toldView({ release: { review } }: Telling, one: Told, { messages, sends }: Shown) {
  const message = one.message === undefined ? undefined : messages.get(one.message);
  return {
    name: nameOf(review, one.person),
    when: `${one.by}, ${instantMoment(review.week, one.at)}`,
    how: one.email ?? 'Handed over, or told in another way',
    state: message ? stateTags[message.state] : null,
    trouble: message && message.state !== 'sent' ? (message.trouble ?? '') : '',
    again: message?.state === 'failed' && sends ? message.id : '',
  };
}

/** How many letters are written and have not gone, by a mail server that refuses them or for want of one; '' for none. */
function unsentWords(told: readonly Told[], { messages }: Shown): string {
  const unsent = told.filter(({ message }) => {
    const { state } = (message !== undefined && messages.get(message)) || {};
    return state === 'waiting' || state === 'failed';
  }).length;
  return unsent === 0 ? '' : `${counted(unsent, 'letter has', 'letters have')} not been sent yet.`;
}

/** Letters to everybody whom the last release concerns: looked over here before any of them goes. */
export function lettersView(shown: Shown) {
  const { line, telling, complaint, sends } = shown;
  if (!telling) return { errors: null, none: true, agree: addresses.agree(line.id) };
  const { release, toTell, told, untouched } = telling;
  const says = complaint?.says ?? '';
  const lost = toTell.length === 0 ? (complaint?.note ?? '') : '';
  return {
    errors:
      says === ''
        ? null
        : errorSummary([
            { text: says, field: toTell.length > 0 ? 'whom-to-tell' : lost ? 'unsent' : 'main-content' },
          ]),
    none: false,
    agree: addresses.agree(line.id),
    release: `Release ${release.line.number}`,
    number: String(release.line.number),
    action: addresses.letters(line.id),
    sends,
    toTell: toTell.map((one) => letterView(telling, one, shown)),
    unsent: unsentWords(told, shown),
    untouched:
      untouched === 0
        ? ''
        : `${counted(untouched, 'person is', 'people are')} not touched by it and ${untouched === 1 ? 'is' : 'are'} not written to.`,
    note: textArea({
      name: 'note',
      label: 'Something to add to every letter (optional)',
      hint: 'Everybody chosen reads it; put nothing into it that is for one of them alone',
      value: complaint?.note ?? '',
      rows: 3,
      maxlength: 2000,
    }),
    /** What somebody typed who came second, where there is no letter left to add it to. */
    lost,
    send: `Send ${counted(toTell.length, 'letter')}`,
    many: toTell.length > 1,
    told: told.map((one) => toldView(telling, one, shown)),
    again: addresses.letters(line.id, 'again'),
    outbox: addresses.outbox,
  };
}

/** What became of the letters: on their way, or to be handed over. */
export const sentView = (review: string, done: readonly ToldOne[], sends: boolean) => ({
  sends,
  sent: done.flatMap(({ name, email }) => (email === undefined ? [] : [{ name, to: email }])),
  toHand: done.flatMap(({ name, letter }) =>
    letter ? [{ name, subject: letter.subject, text: letter.text }] : [],
  ),
  outbox: addresses.outbox,
  back: addresses.letters(review),
});
