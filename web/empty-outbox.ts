import type { Logger } from 'pino';
import { type Send, sendWaiting } from '../src/actions/send-waiting.ts';
import type { Message } from '../src/store/outbox-port.ts';
import type { Store } from '../src/store/ports.ts';
import type { Post } from './post.ts';

interface Given {
  readonly store: Store;
  readonly now: () => Date;
  readonly log: Logger;
  /** Undefined: there is no mail server. */
  readonly send: Send | undefined;
  /** Writes to the terminal. */
  readonly tell: (text: string) => void;
  /** Somebody looks on at what is told; otherwise it goes into a file or another program, and is kept there. */
  readonly isWatched?: boolean | undefined;
}

/** Milliseconds between two looks into the outbox, for what another server put there or what is to be tried again. */
const ROUND = 15_000;

/** What people typed goes to a terminal as text, never as a command to it. */
const asText = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, ' ');

/**
 * A letter in full. Not so one of a review where what is told is kept: its people, and what opens their diaries, do not
 * belong into a log. Letters to sign in with are shown either way, for without them nobody comes in.
 */
const shown = ({ to, subject, text, review }: Message, isWatched: boolean): string =>
  review === undefined || isWatched
    ? asText(
        `\n--- A letter to ${to}. No mail server is set (MAIL_URL): hand it on yourself. ---\n${subject}\n\n${text}---\n`,
      )
    : 'A letter of a review waits on the page Outbox: no mail server is set (MAIL_URL).\n';

/** Empties the outbox, round by round, until it is closed: into the mail, or without a server onto the terminal. */
export function emptyOutbox({
  store,
  now,
  log,
  send,
  tell,
  isWatched = false,
}: Given): Post & { close: () => Promise<void> } {
  const told = new Set<string>();
  const show = async () => {
    await store.outbox.tidy();
    for (const message of await store.outbox.waiting()) {
      if (!told.has(message.id)) tell(shown(message, isWatched));
      told.add(message.id);
    }
  };
  /** Says that a letter did not go, by its id: what a server answers quotes addresses, and stands on the page Outbox. */
  const sendAndSay: Send = async (message) => {
    const handed = await send!(message);
    if (!handed.ok) log.warn({ letter: message.id, never: handed.never }, 'a letter could not be sent');
    return handed;
  };
  const round = async () => {
    await store.signIns.tidy();
    if (send) await sendWaiting(store, now, sendAndSay);
    else await show();
  };
  let going: Promise<void> | undefined;
  let again = false;
  let closed = false;
  /** One round at a time; what is put there during one has a round of its own. */
  const go = (): void => {
    again = true;
    going ??= (async () => {
      while (again && !closed) {
        again = false;
        // Neither its message nor its values: a database quotes letters in them.
        await round().catch((error: unknown) =>
          log.error(
            { type: error instanceof Error ? error.name : typeof error },
            'the outbox could not be emptied',
          ),
        );
      }
      going = undefined;
    })();
  };
  const timer = setInterval(go, ROUND);
  timer.unref();
  go();
  return {
    sends: send !== undefined,
    soon: go,
    async close() {
      closed = true;
      clearInterval(timer);
      await going;
    },
  };
}
