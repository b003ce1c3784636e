/** A file that goes with a letter. */
export interface Attached {
  readonly name: string;
  /** `text/calendar; charset=utf-8`. */
  readonly type: string;
  readonly text: string;
}

/** A letter to be sent. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  readonly attached?: readonly Attached[];
  /** The review that it is about. */
  readonly review?: string;
  /** The account that asked for it. */
  readonly by?: string;
  /** When what it says is no longer good: it is not sent after that, and its text is not kept. */
  readonly endsAt?: string;
}

/** waiting: to be sent. failed: a person has to look. ended: what it said ran out before it could be sent. */
export type MessageState = 'waiting' | 'sent' | 'failed' | 'ended';

/** A letter in the outbox. Of one that was sent or ended the text is gone: there may be keys in it. */
export interface Message extends Letter {
  readonly id: string;
  readonly version: number;
  readonly madeAt: string;
  readonly state: MessageState;
  /** How often it was tried in vain. */
  readonly tries: number;
  readonly nextAt: string;
  readonly sentAt?: string;
  /** What the mail server had against it. */
  readonly trouble?: string;
}

export interface OutboxPort {
  post(letter: Letter): Promise<Message>;
  find(id: string): Promise<Message | undefined>;
  /** What waits or failed, and what was sent or ended in the last week; newest first. */
  list(): Promise<readonly Message[]>;
  /** What waits, oldest first. */
  waiting(): Promise<readonly Message[]>;
  /** The next that is due, for us alone for five minutes; undefined: none is. */
  claim(): Promise<Message | undefined>;
  sent(message: Message): Promise<void>;
  /** Not sent: `nextAt` is when to try again, undefined: not by itself. */
  failed(message: Message, trouble: string, nextAt: string | undefined): Promise<void>;
  /** Tries a failed one again, now. */
  again(id: string): Promise<boolean>;
  /** Ends what ran out, and drops what was sent or ended more than a month ago. */
  tidy(): Promise<void>;
}
