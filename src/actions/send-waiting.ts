import { nextTry } from '../accounts/back-off.ts';
import type { Message } from '../store/outbox-port.ts';
import type { Store } from '../store/ports.ts';

/** What became of handing a message to the mail server. */
export type Handed =
  | { readonly ok: true }
  /** `never`: trying again would bring the same answer. */
  | { readonly ok: false; readonly trouble: string; readonly never: boolean };

/** Hands a message to a mail server; does not throw. */
export type Send = (message: Message) => Promise<Handed>;

/**
 * Sends what waits in the outbox and is due, one after another. Each message is claimed first, so that several servers
 * over one database don't send it twice. Gives how many were sent.
 */
export async function sendWaiting(
  store: Pick<Store, 'outbox'>,
  now: () => Date,
  send: Send,
): Promise<number> {
  const { outbox } = store;
  await outbox.tidy();
  let sent = 0;
  for (let message = await outbox.claim(); message; message = await outbox.claim()) {
    const handed = await send(message);
    if (handed.ok) {
      await outbox.sent(message);
      sent += 1;
    } else
      await outbox.failed(
        message,
        handed.trouble,
        handed.never ? undefined : nextTry(message.tries + 1, now()),
      );
  }
  return sent;
}
