import type { ToLookOver } from '../../../src/actions/letters-to-look-over.ts';
import { counted } from '../../../src/publish/words.ts';
import type { Message, MessageState } from '../../../src/store/outbox-port.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';

const london = { firstDay: '2026-01-05', zone: 'Europe/London' } as const;
const at = (instant: string): string => instantMoment(london, instant);

/** What a letter’s state is called. */
export const stateTags: Readonly<Record<MessageState, { readonly text: string; readonly classes: string }>> =
  {
    waiting: { text: 'Waiting', classes: 'govuk-tag--yellow' },
    sent: { text: 'Sent', classes: 'govuk-tag--green' },
    failed: { text: 'Not sent', classes: 'govuk-tag--red' },
    ended: { text: 'Ran out', classes: 'govuk-tag--grey' },
  };

function happened({ state, tries, nextAt, sentAt, madeAt }: Message, sends: boolean): string {
  if (state === 'sent') return `Sent ${at(sentAt ?? madeAt)}`;
  if (state === 'ended') return `Written ${at(madeAt)}; what it says is no longer good`;
  if (state === 'failed') return `Written ${at(madeAt)}; not tried again by itself`;
  if (!sends) return `Written ${at(madeAt)}`;
  return tries === 0
    ? `Written ${at(madeAt)}; on its way`
    : `Written ${at(madeAt)}; tried ${tries === 1 ? 'once' : `${tries} times`}, again ${at(nextAt)}`;
}

/** With a mail server nobody needs to see what a letter says; without one somebody has to hand it on. */
export const outboxView = (messages: readonly Message[], sends: boolean, letters: readonly ToLookOver[]) => ({
  sends,
  letters: letters.map(({ review, council, release, people }) => ({
    text: `${council}, release ${release}: ${counted(people, 'letter')} to look over`,
    href: addresses.letters(review),
  })),
  again: addresses.sendAgain,
  messages: messages.map((message) => ({
    id: message.id,
    to: message.to,
    subject: message.subject,
    state: stateTags[message.state],
    happened: happened(message, sends),
    trouble: message.state === 'sent' ? '' : (message.trouble ?? ''),
    text: sends ? '' : message.text,
    failed: message.state === 'failed',
  })),
});
