import { createServer, type Server, type Socket } from 'node:net';

/** A letter as a mail server took it in. */
export interface TakenIn {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body, as they came (RFC 5322). */
  readonly data: string;
}

/** How a server answers to a command; undefined: as ever. */
export type Answers = (command: string) => string | undefined;

export interface Smtp {
  /** `smtp://127.0.0.1:…` */
  readonly url: string;
  readonly letters: readonly TakenIn[];
  /** From now on. */
  answer: (answers: Answers) => void;
  close: () => Promise<void>;
}

/** A mail server of this computer's own (RFC 5321), which keeps what it is given, and can be told to refuse. */
export async function startSmtp(host: '127.0.0.1' | '127.0.0.2' = '127.0.0.1'): Promise<Smtp> {
  const letters: TakenIn[] = [];
  let answers: Answers = () => undefined;
  const server: Server = createServer((socket) => converse(socket, (command) => answers(command), letters));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const at = server.address();
  return {
    url: `smtp://${host}:${typeof at === 'object' ? at?.port : ''}`,
    letters,
    answer: (next) => {
      answers = next;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const usual: Readonly<Record<string, string>> = {
  EHLO: '250 here',
  HELO: '250 here',
  MAIL: '250 yes',
  RCPT: '250 yes',
  DATA: '354 go on',
  RSET: '250 yes',
  NOOP: '250 yes',
  QUIT: '221 bye',
};

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

function converse(socket: Socket, answers: Answers, letters: TakenIn[]): void {
  let [from, to, data, waiting] = ['', [] as string[], undefined as string[] | undefined, ''];
  const say = (line: string) => void socket.write(`${line}\r\n`);
  const take = (line: string) => {
    if (data) {
      if (line !== '.') return void data.push(line.replace(/^\./, ''));
      const refusal = answers('.');
      if (refusal === undefined) letters.push({ from, to, data: data.join('\r\n') });
      data = undefined;
      return say(refusal ?? '250 kept');
    }
    const verb = line.slice(0, 4).toUpperCase();
    const refusal = answers(line);
    if (refusal !== undefined) return say(refusal);
    if (verb === 'MAIL') [from, to] = [addressIn(line), []];
    if (verb === 'RCPT') to.push(addressIn(line));
    if (verb === 'DATA') data = [];
    say(usual[verb] ?? '502 not here');
    if (verb === 'QUIT') socket.end();
  };
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    const lines = `${waiting}${chunk}`.split('\r\n');
    waiting = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  say('220 here');
}
