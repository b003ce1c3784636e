import type { ContactEntry } from '../review/file.ts';
import type { Store } from '../store/ports.ts';

/** Whom to write to about whose diary. */
export interface AskedContact {
  readonly contact: ContactEntry;
  readonly to: 'contact' | 'pa';
  /** They were asked before, and have not answered. */
  readonly again: boolean;
}

export interface Asking {
  readonly review: string;
  readonly council: string;
  /** The words of the letter between the salutation and the link, as they were looked over. */
  readonly message: string;
  /** Until when they may answer, UTC, ISO 8601. */
  readonly endsAt: string;
  /** The same in words: `1 February 2026`. */
  readonly until: string;
  readonly by: { readonly name: string; readonly account?: string };
  /** The address that a token opens. */
  readonly linkTo: (token: string) => string;
}

export interface DiaryLetter {
  /** Undefined where no address is known: the link has to be handed over. */
  readonly to?: string;
  readonly subject: string;
  readonly text: string;
}

const addressOf = ({ contact, to }: AskedContact): string | undefined =>
  to === 'pa' ? contact.pa?.email : contact.email;

/** The letter to one contact, or to whoever keeps their diary. It names nobody else. */
export function diaryLetter(
  asked: AskedContact,
  { council, message, until, by }: Asking,
  link: string,
): DiaryLetter {
  const { contact, to, again } = asked;
  const forPa = to === 'pa';
  const address = addressOf(asked);
  const paragraphs = [
    `Dear ${forPa ? (contact.pa?.name ?? 'colleague') : contact.name},`,
    ...(forPa
      ? [`You keep the diary of ${contact.name}. What follows is written to them; please answer it for them.`]
      : []),
    message.trim(),
    'This link opens the page:',
    link,
    `It is for ${forPa ? `the diary of ${contact.name}` : 'you'} alone, and needs no account. What you say can be changed there until the end of ${until}.`,
    by.name,
  ];
  return {
    ...(address !== undefined && { to: address }),
    subject: `${again ? 'Reminder: ' : ''}${council}: when can ${forPa ? contact.name : 'you'} be seen during the peer review?`,
    text: `${paragraphs.join('\n\n')}\n`,
  };
}

/** What became of asking one contact: written to, or a link to hand over where there is no address. */
export interface AskedOne {
  readonly contact: ContactEntry;
  readonly to?: string;
  readonly link?: string;
}

/** Makes a private link for each contact and puts the letters into the outbox. */
export async function askForDiaries(
  store: Pick<Store, 'diaryLinks' | 'outbox'>,
  all: readonly AskedContact[],
  asking: Asking,
): Promise<readonly AskedOne[]> {
  const { review, endsAt, by, linkTo } = asking;
  const done: AskedOne[] = [];
  for (const asked of all) {
    const { contact, to } = asked;
    const why = `${asked.again ? 'Reminded' : 'Asked'} ${contact.name}${to === 'pa' ? '’s PA' : ''} for their diary`;
    const { token } = await store.diaryLinks.issue(
      { review, contact: contact.id, to, endsAt },
      { by: by.name, why },
    );
    const link = linkTo(token);
    const { to: address, subject, text } = diaryLetter(asked, asking, link);
    if (address === undefined) done.push({ contact, link });
    else {
      const letter = { to: address, subject, text, review, endsAt };
      await store.outbox.post({ ...letter, ...(by.account !== undefined && { by: by.account }) });
      done.push({ contact, to: address });
    }
  }
  return done;
}
