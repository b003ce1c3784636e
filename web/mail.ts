import { createTransport } from 'nodemailer';
import type { Handed, Send } from '../src/actions/send-waiting.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Milliseconds: all of them together well below the time for which a message is ours alone. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

const own = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a mail server has to speak TLS before it is told anything: every one on another computer, unless MAIL_URL says
 * `?ignoreTLS=true`. Links to sign in stand in letters, and a server that offers no TLS may be somebody in between.
 */
function wantsTls(url: string): boolean {
  const { protocol, hostname, searchParams } = new URL(url);
  return protocol === 'smtp:' && !own.has(hostname.toLowerCase()) && searchParams.get('ignoreTLS') !== 'true';
}

/**
 * Hands letters to the mail server of MAIL_URL (`smtp://user:password@mail.example.gov.uk:587`, or `smtps:`), from
 * MAIL_FROM (`Peerweek <peerweek@example.gov.uk>`). Undefined: there is none. A text says what is wrong with them.
 */
export function mailOf({ MAIL_URL: url, MAIL_FROM: from }: Environment): Send | undefined | string {
  if (!url) return undefined;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    return 'the environment’s MAIL_URL wants smtp:// or smtps:// and the name of a mail server.';
  if (!from) return 'the environment’s MAIL_URL is set: MAIL_FROM has to say who letters are from.';
  const transport = createTransport({
    url,
    ...patience,
    ...(wantsTls(url) && { requireTLS: true }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'peerweek.invalid';
  return async ({ id, to, subject, text, attached = [] }) => {
    try {
      await transport.sendMail({
        from,
        // An object, so that no address is read as a list of several.
        to: { name: '', address: to },
        subject,
        text,
        attachments: attached.map((file) => ({
          filename: file.name,
          contentType: file.type,
          content: file.text,
        })),
        // The same at every try: a letter that arrives twice after all is known to be one.
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { ok: true };
    } catch (error) {
      return trouble(error);
    }
  };
}

/**
 * RFC 5321, 4.2.1: a server that answers 5.. to a recipient or to what a letter says will not take it later either. To
 * anything before that (a wrong password, a sender that it does not know) it does once somebody has mended our settings.
 */
function trouble(error: unknown): Handed {
  const { message, command, responseCode, response } = error as Error & {
    readonly command?: string;
    readonly responseCode?: number;
    readonly response?: string;
  };
  const ofLetter = command === 'RCPT TO' || command === 'DATA';
  return {
    ok: false,
    trouble: (response ?? message).slice(0, 500),
    never: ofLetter && responseCode !== undefined && responseCode >= 500,
  };
}
