import { afterEach, describe, expect, it } from 'vitest';
import { listeningOf } from '../../web/site.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { ask, enteredSample, keep, type Served, served, stranger } from './served.ts';

const token = 'a-token-of-thirty-two-characters';
const shown = { headers: { ...stranger, Authorization: `Bearer ${token}` } };

describe('what watches over a server', () => {
  let site: Served;
  afterEach(() => site.close());

  it('hears that it is up and ready, by whatever name it asks, and leaves no line in the log', async () => {
    site = await served();
    const by = { headers: { ...stranger, Host: '10.1.2.3' } };
    const [up, ready] = [await ask(`${site.url}/health`, by), await ask(`${site.url}/ready`, by)];
    expect([up.status, up.body]).toEqual([200, 'up\n']);
    expect([ready.status, ready.body]).toEqual([200, 'ready\n']);
    expect(ready.headers['cache-control']).toBe('no-store');
    expect(site.log).toEqual([]);
  });

  it('hears that it is up but not ready while the database does not answer', async () => {
    let answers: () => Promise<void> = () => Promise.reject(new Error('gone'));
    const whole = await served();
    site = await served(undefined, undefined, { store: { ...whole.store, answers: () => answers() } });
    await whole.close();
    expect((await ask(`${site.url}/health`)).status).toBe(200);
    expect((await ask(`${site.url}/ready`)).status).toBe(503);
    answers = () => new Promise(() => undefined);
    const slow = await ask(`${site.url}/ready`);
    expect([slow.status, slow.body]).toEqual([503, 'not ready: the database does not answer\n']);
  });

  it('reads figures by route, of nobody, with the token alone', async () => {
    site = await served(undefined, undefined, { site: { metricsToken: token } });
    await keep(site.store, enteredSample(), sampleProgramme());
    await ask(`${site.url}/reviews/sample/people/priya-shah`);
    await ask(`${site.url}/reviews/nowhere-we-know`);
    const { status, body, headers } = await ask(`${site.url}/metrics`, shown);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(body).toContain(
      'peerweek_http_answer_seconds_count{method="GET",route="/reviews/:review/people/:item",status="200"} 1',
    );
    expect(body).toContain('peerweek_jobs{kind="build",state="waiting"} 0');
    expect(body).toContain('peerweek_letters{state="failed"} 0');
    expect(body).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(body).not.toMatch(/priya|nowhere/);
    // Without the token it is as any address with nothing at it.
    expect((await ask(`${site.url}/metrics`)).status).toBe(404);
    expect((await ask(`${site.url}/metrics`, { headers: { Authorization: 'Bearer x' } })).status).toBe(404);
  });

  it('finds no figures where no token is set', async () => {
    site = await served();
    expect((await ask(`${site.url}/metrics`, shown)).status).toBe(404);
  });
});

it('a token for the figures that could be guessed is refused at the start', () => {
  expect(listeningOf({ METRICS_TOKEN: 'short' })).toContain('METRICS_TOKEN');
  expect(listeningOf({ METRICS_TOKEN: token })).toEqual({ host: '127.0.0.1', site: { metricsToken: token } });
});
