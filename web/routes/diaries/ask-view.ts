import { type Asking, diaryLetter } from '../../../src/actions/ask-for-diaries.ts';
import { counted } from '../../../src/publish/words.ts';
import { addresses } from '../../addresses.ts';
import { dateBoxes, textArea } from '../../form/fields.ts';
import { errorOf, type Trouble, troubleView } from '../entering/trouble.ts';
import type { TypedAsking } from './asking.ts';

interface AskGiven {
  readonly review: string;
  readonly typed: TypedAsking;
  readonly trouble?: Trouble;
  /** The letters as they will go, to be looked over; undefined while they are being written. */
  readonly asking?: Asking;
  readonly mailGoes: boolean;
}

const idOfField = (field: string): string =>
  field === 'until' ? 'until-day' : field === 'who' ? 'whom-to-ask' : field;

/** Asking people for their diaries: whom, until when, and in what words; then every letter as it will go. */
export function askView({ review, typed, trouble, asking, mailGoes }: AskGiven) {
  return {
    back: addresses.diaries(review),
    action: addresses.askDiaries(review),
    trouble: troubleView(trouble, idOfField),
    none: typed.asked.length === 0,
    asked: typed.asked.map(({ contact, to, again }) => ({
      id: contact.id,
      name: contact.name,
      again,
      email: contact.email ?? '',
      pa: contact.pa ? [contact.pa.name, contact.pa.email].filter(Boolean).join(', ') : '',
      toPa: to === 'pa',
      person: addresses.person(review, contact.id),
    })),
    until: dateBoxes({
      name: 'until',
      label: 'Last day for answers',
      labelClasses: 'govuk-fieldset__legend--s',
      value: typed.until,
      error: errorOf(trouble, 'until'),
    }),
    message: textArea({
      name: 'message',
      label: 'What the letter says',
      labelClasses: 'govuk-label--s',
      hint: 'Before it comes their name, and after it the link, until when it works, and your name',
      value: typed.message,
      rows: 8,
      error: errorOf(trouble, 'message'),
    }),
    mailGoes,
    letters: asking
      ? typed.asked.map((one) => {
          const letter = diaryLetter(one, asking, '[a link of their own]');
          return {
            to: letter.to ?? '',
            name: one.contact.name,
            subject: letter.subject,
            paragraphs: letter.text.trim().split(/\n\n+/),
          };
        })
      : null,
    untilTyped: typed.until,
    messageTyped: typed.message,
    send: `Send ${counted(typed.asked.length, 'letter')}`,
  };
}
