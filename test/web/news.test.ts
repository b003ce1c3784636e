import { type ClientRequest, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cursorText, isNews, newsWords, readCursor } from '../../web/live.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { ask, enteredSample, keep, type Served, send, served, stranger } from './served.ts';

interface Told {
  readonly event: string;
  readonly id: string;
  readonly data: { readonly text?: string; readonly state?: string; readonly version?: number };
}

/** A page that is open, as a browser listens for it. */
function listen(url: string, headers: object) {
  const told: Told[] = [];
  let text = '';
  let status = 0;
  let sent: ClientRequest | undefined;
  let type = '';
  const opened = new Promise<void>((resolve, reject) => {
    sent = request(url, { headers: { 'Accept-Encoding': 'gzip', ...headers } }, (response) => {
      status = response.statusCode ?? 0;
      type = `${response.headers['content-type']} ${response.headers['content-encoding'] ?? 'as it is'}`;
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const fields = Object.fromEntries<string>(
            text
              .slice(0, end)
              .split('\n')
              .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
          );
          text = text.slice(end + 2);
          if (fields.data)
            told.push({ event: fields.event ?? '', id: fields.id ?? '', data: JSON.parse(fields.data) });
        }
        resolve();
      });
      response.on('end', resolve);
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve() : reject(error),
    );
    sent.end();
  });
  return {
    told,
    opened,
    status: () => status,
    type: () => type,
    close: () => sent?.destroy(),
    async until(count: number): Promise<readonly Told[]> {
      for (let n = 0; n < 400 && told.length < count; n++)
        await new Promise((resolve) => setTimeout(resolve, 25));
      return told;
    },
  };
}

describe('two at once', () => {
  let site: Served;
  let mo: { readonly Cookie: string };
  let peer: { readonly Cookie: string };
  // A moment on at every look, as time goes.
  let moment = Date.UTC(2026, 0, 12, 10);
  const at = '/reviews/sample';
  const locked = new Set(enteredSample().locks.map((l) => l.session));
  const left = sampleProgramme().placements.find((p) => !locked.has(p.session))?.session ?? '';

  /** What a page has to listen to. */
  const newsOf = async (path: string, who: object = {}) => {
    const { body } = await ask(`${site.url}${path}`, { headers: who });
    const [, address = ''] = /data-live="([^"]+)"/.exec(body) ?? [];
    const [, page = ''] = /data-page="([^"]*)"/.exec(body) ?? [];
    return { news: address.replaceAll('&#x3D;', '='), page: page.replaceAll('&#x3D;', '=') };
  };
  const open = async (path: string, who: object) => {
    const page = listen(`${site.url}${(await newsOf(path, who)).news}`, who);
    await page.opened;
    return page;
  };

  beforeAll(async () => {
    site = await served(() => {
      moment += 1000;
      return new Date(moment);
    });
    await keep(site.store, enteredSample(), sampleProgramme());
    mo = await site.as(['manager'], 'sample');
    peer = await site.as(['peer'], 'sample');
  });
  afterAll(() => site.close());

  it('tells a page that is open what somebody else did, in a sentence, at once and not packed', async () => {
    const page = await open(`${at}/programme`, mo);
    expect(page.type()).toBe('text/event-stream; charset=utf-8 as it is');
    await send(`${site.url}${at}/programme/sessions/${left}/park`, { seen: '1' });
    const [first] = await page.until(1);
    expect(first).toMatchObject({ event: 'change', data: { thing: 'programme', version: 2 } });
    expect(first?.data.text).toMatch(/^Olive Organiser took .* out of the week\.$/);
    await send(`${site.url}${at}/agree/comments`, { about: 'whole', text: 'Why?' });
    const [, second] = await page.until(2);
    expect(second?.data.text).toBe('Olive Organiser commented on the draft.');
    expect(page.told).toHaveLength(2);
    page.close();
  });

  it('catches up with what was done while nobody listened, and tells nothing twice', async () => {
    const { news } = await newsOf(`${at}/findings`, mo);
    await send(`${site.url}${at}/programme/undo`, { version: '2' });
    const page = listen(`${site.url}${news}`, mo);
    const [first] = await page.until(1);
    expect(first?.data.text).toMatch(/^Olive Organiser undid: Took /);
    page.close();
    // The browser asks again with the id of what it heard last.
    const again = listen(`${site.url}${news}`, { ...mo, 'Last-Event-ID': first?.id });
    await again.opened;
    await send(`${site.url}${at}/programme/undo`, { version: '3' });
    expect((await again.until(1)).map((t) => t.data.version)).toEqual([4]);
    again.close();
  });

  it('tells those who look on that a programme is being built, and that it is there', async () => {
    const page = await open(`${at}/programme?day=2`, mo);
    await send(`${site.url}${at}/programme/build`, {});
    for (let n = 0; n < 400 && !page.told.some((t) => t.event === 'change'); n++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(page.told.map((t) => t.data.state).filter(Boolean)).toContain('working');
    expect(page.told.find((t) => t.event === 'change')?.data.text).toBe(
      'Olive Organiser built the programme again.',
    );
    page.close();
  }, 30_000);

  it('is for those who work on it: not for peers, who see what is agreed, nor for strangers', async () => {
    const since = cursorText({ draft: 1, review: 1, at: '2026-01-12T10:00:00.000Z' });
    const asked = async (who: object) =>
      (await ask(`${site.url}${at}/news?since=${since}`, { headers: who })).status;
    expect([await asked(peer), await asked(stranger)]).toEqual([403, 303]);
    expect((await ask(`${site.url}${at}`, { headers: peer })).body).not.toContain('data-live');
  });

  it('knows where a page is to be had again: without what was just done; an answer to a form nowhere', async () => {
    expect((await newsOf(`${at}/programme?day=2&moved=2`)).page).toBe(`${at}/programme?day=2`);
    const { body } = await send(`${site.url}${at}/agree/comments`, { about: 'whole', text: '' });
    expect(body).toContain('data-page=""');
  });
});

describe('what a page knows of', () => {
  const known = { draft: 12, review: 5, at: '2026-01-12T10:00:00.000Z' };
  const line = {
    review: 'r',
    id: 'r',
    what: 'changed',
    by: 'Mo',
    why: 'Moved Priya Shah to Tuesday 2.00pm',
    at: known.at,
  } as const;

  it('is written into its address and read again', () => {
    expect(cursorText(known)).toBe('12.5.1768212000000');
    expect(readCursor(cursorText(known))).toEqual(known);
    for (const wrong of [undefined, '', '1.2', '1.2.x', '1.2.3.4', '1.2.9999999999999999'])
      expect(readCursor(wrong)).toBeUndefined();
  });

  it('makes news of what is newer alone, of what the draft is about', () => {
    expect(isNews({ ...line, thing: 'programme', version: 12 }, known)).toBe(false);
    expect(isNews({ ...line, thing: 'programme', version: 13 }, known)).toBe(true);
    expect(isNews({ ...line, thing: 'review', version: 6 }, known)).toBe(true);
    expect(isNews({ ...line, thing: 'comment', version: 1 }, known)).toBe(false);
    expect(isNews({ ...line, thing: 'comment', version: 1, at: '2026-01-12T10:00:01.000Z' }, known)).toBe(
      true,
    );
    expect(isNews({ ...line, thing: 'feed-token', version: 1, at: '2026-01-13T10:00:00.000Z' }, known)).toBe(
      false,
    );
  });

  it('is said in a sentence with who did it', () => {
    expect(newsWords(line)).toBe('Mo moved Priya Shah to Tuesday 2.00pm.');
    expect(newsWords({ by: 'Mo', why: 'NHS peer added.' })).toBe('Mo NHS peer added.');
  });
});
