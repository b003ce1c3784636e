import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { privatePaths } from '../../web/middleware/set-up-log.ts';
import { needs } from '../support/needs.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { enteredSample, keep, type Served, served } from '../web/served.ts';

const name = 'peerweek.example.gov.uk';
const config = readFileSync(resolve(import.meta.dirname, '../../web/deploy/nginx.conf'), 'utf8');

const freePort = (): Promise<number> =>
  new Promise((given) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => given(at !== null && typeof at === 'object' ? at.port : 0));
    });
  });

needs('nginx').describe('the sample configuration of nginx, in front of the real thing', () => {
  let folder: string;
  let site: Served;
  let port: number;
  let plain: number;
  let nginx: ReturnType<typeof spawn>;
  let cookie: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'peerweek-nginx-'));
    site = await served(undefined, undefined, { site: { origin: `https://${name}`, proxies: 1 } });
    await keep(site.store, enteredSample(), sampleProgramme());
    cookie = (await site.as(['organiser'], 'sample')).Cookie;
    plain = await freePort();
    port = await freePort();
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '1',
        '-subj',
        `/CN=${name}`,
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'ignore' },
    );
    // Only what has to differ on a machine where tests run: ports, the certificate, where it writes.
    const here = config
      .replaceAll(/listen \[::\].*\n/g, '')
      .replace('listen 80;', `listen 127.0.0.1:${plain};`)
      .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
      .replace('/etc/ssl/peerweek/fullchain.pem', cert)
      .replace('/etc/ssl/peerweek/privkey.pem', key)
      .replaceAll('/var/log/nginx', folder)
      .replaceAll('http://127.0.0.1:8080', site.url.replace('localhost', '127.0.0.1'));
    const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((kind) => `${kind}_temp_path ${join(folder, kind)};`)
      .join('\n');
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, `pid ${join(folder, 'pid')};\nevents {}\nhttp {\n${temp}\n${here}\n}\n`);
    execFileSync('nginx', ['-t', '-q', '-p', folder, '-e', join(folder, 'first'), '-c', file], {
      stdio: 'pipe',
    });
    nginx = spawn('nginx', ['-p', folder, '-e', join(folder, 'first'), '-c', file, '-g', 'daemon off;'], {
      stdio: 'ignore',
    });
    await vi.waitFor(() => answer('/health'), { timeout: 20_000 });
  });
  afterAll(async () => {
    const gone = new Promise((resolve) => nginx?.once('exit', resolve));
    if (nginx?.kill('SIGQUIT')) await gone;
    await site?.close();
    rmSync(folder, { recursive: true });
  });

  interface Answer {
    readonly status: number;
    readonly headers: Record<string, unknown>;
    readonly body: string;
  }

  /** Asks over TLS by the site's own name. `until`: what has been read is enough. */
  const answer = (path: string, headers: object = {}, until?: (text: string) => boolean): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          servername: name,
          path,
          headers: { Host: name, ...headers },
          rejectUnauthorized: false,
        },
        (response) => {
          let body = '';
          const { statusCode: status = 0 } = response;
          const done = () => resolve({ status, headers: response.headers, body });
          response.setEncoding('utf8').on('data', (text) => {
            body += text;
            if (!until?.(body)) return;
            done();
            asked.destroy();
          });
          response.on('end', done);
        },
      );
      asked.on('error', reject).end();
    });

  it('passes pages on over TLS, under the name that people type', async () => {
    const { status, body } = await answer('/reviews/sample', {
      Cookie: cookie.replace(/^[^=]*=/, '__Host-peerweek='),
    });
    expect(status).toBe(200);
    expect(body).toContain('Sampleshire Council');
    const { headers } = await answer('/sign-in');
    expect(headers['strict-transport-security']).toContain('max-age');
  });

  it('leads people and their calendars on to TLS, for a webcal: link may begin without, and refuses programs (ASVS 4.1.2)', async () => {
    const asked = async (path: string) => {
      const { status, headers } = await fetch(`http://127.0.0.1:${plain}${path}`, { redirect: 'manual' });
      return [status, headers.get('location')];
    };
    expect(await asked('/sign-in')).toEqual([301, 'https://127.0.0.1/sign-in']);
    expect(await asked('/f/AAAABBBB.ics')).toEqual([301, 'https://127.0.0.1/f/AAAABBBB.ics']);
    expect(await asked('/api/v1/reviews')).toEqual([403, null]);
  });

  it('speaks TLS 1.2 and 1.3 alone, with nothing that a lost key would open later (ASVS 12.1.1, 12.1.2)', async () => {
    const spoken = (options: ConnectionOptions): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect({
          host: '127.0.0.1',
          port,
          servername: name,
          rejectUnauthorized: false,
          ...options,
        });
        socket.once('secureConnect', () => {
          resolve(`${socket.getProtocol()}`);
          socket.destroy();
        });
        socket.once('error', () => resolve('refused'));
      });
    expect(await spoken({})).toBe('TLSv1.3');
    expect(await spoken({ maxVersion: 'TLSv1.2' })).toBe('TLSv1.2');
    expect(await spoken({ maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA256:AES256-SHA' })).toBe('refused');
    expect(await spoken({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' })).toBe(
      'refused',
    );
  });

  it('writes no private link and no question to its log', async () => {
    const { token } = await site.store.feedTokens.issue('sample', 'health', { by: 'Test', why: 'Test' });
    expect((await answer(`/p/${token}`)).status).toBe(200);
    await answer(`/f/${token}.ics`);
    await answer('/sign-in/AAAABBBBCCCC?to=priya-shah');
    await expect
      .poll(() => readFileSync(join(folder, 'peerweek.log'), 'utf8'))
      .toMatch(/"GET \/p\/\[token\]" 200[\s\S]*"GET \/f\/\[token\]" 200[\s\S]*"GET \/sign-in\/\[token\]"/);
    const logs =
      readFileSync(join(folder, 'peerweek.log'), 'utf8') +
      readFileSync(join(folder, 'peerweek-error.log'), 'utf8');
    expect(logs).not.toContain(token);
    expect(logs).not.toMatch(/AAAABBBB|priya/);
  });
});

it('cuts the same addresses short in its log as Peerweek does', () => {
  expect(config).toContain(`~^/(?<kind>${privatePaths.join('|')})/ `);
});

it('has the sizes, the port and the name that the other files of the folder have', () => {
  const env = readFileSync(resolve(import.meta.dirname, '../../web/deploy/peerweek.env'), 'utf8');
  expect(env).toContain(`PEERWEEK_URL=https://${name}`);
  expect(config).toContain(`proxy_pass http://127.0.0.1:${/^PORT=(\d+)$/m.exec(env)?.[1]};`);
});
