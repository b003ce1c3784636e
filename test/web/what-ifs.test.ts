import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProgramme } from '../../src/intake/index.ts';
import { sampleProgramme } from '../support/sample-week.ts';
import { ask, enteredSample, keep, type Served, send, served, textOf } from './served.ts';

describe('what-ifs side by side', () => {
  let site: Served;
  const review = enteredSample();
  const at = '/reviews/sample/what-if';
  const page = async (path: string) => (await ask(`${site.url}${path}`)).body;
  const programme = async () => {
    const stored = await site.store.programmes.draftOf('sample');
    const reading = readProgramme(stored?.file ?? '', review);
    return reading.ok ? reading.value : undefined;
  };
  const both = async () => {
    const all = await site.store.scenarios.of('sample');
    return ['Without the governors', 'Without the youth service'].map((name) =>
      all.find((s) => s.name === name),
    );
  };
  const title = (session: string) => review.sessions.find((s) => s.id === session)?.title ?? '';

  beforeAll(async () => {
    site = await served();
    await keep(site.store, review, sampleProgramme());
  });
  afterAll(() => site.close());

  it('says what to do first where there is none, and asks for two before any can be compared', async () => {
    expect(textOf(await page(`${at}/side-by-side`))).toContain(
      'There is no what-if to put beside the programme yet.',
    );
    await send(`${site.url}${at}`, { name: 'Without the governors' });
    expect(textOf(await page(at))).not.toContain('side by side');
    await send(`${site.url}${at}`, { name: 'Without the youth service' });
    expect(textOf(await page(at))).toContain('Put the ticked ones side by side');
  });

  it('has the programme first, each what-if beside it in figures, and every session that is not alike in all', async () => {
    const [one, other] = await both();
    await send(`${site.url}${at}/${one?.id}/programme/sessions/governors/park`, {});
    await send(`${site.url}${at}/${other?.id}/programme/sessions/youth/park`, {});
    const html = await page(`${at}/side-by-side?of=${one?.id}&of=${other?.id}`);
    const text = textOf(html);
    expect(text).toMatch(/1 The programme .* 2 Without the governors .* 3 Without the youth service /);
    expect(text).toContain('1 session changed');
    const differ = text.slice(text.indexOf('Where they differ'));
    expect(differ).toMatch(
      new RegExp(`${title('governors')} 1 ?\\w+day, .+ 2 ?No place 3 ?As in the programme`),
    );
    expect(differ).toMatch(new RegExp(`${title('youth')} 1 ?\\w+day, .+ 2 ?As in the programme 3 ?No place`));
    expect(differ).not.toContain(title('hospital'));
    // Nothing is changed by looking, and the draft is as it was.
    expect((await programme())?.placements).toEqual(sampleProgramme().placements);
  });

  it('shows those alone that are asked for, and takes one of them from there', async () => {
    const [one, other] = await both();
    expect(textOf(await page(`${at}/side-by-side?of=${other?.id}`))).not.toContain('Without the governors');
    expect(await page(`${at}/side-by-side?of=${one?.id}`)).toContain(`action="${at}/${one?.id}/take"`);
    expect((await send(`${site.url}${at}/${one?.id}/take`, {})).headers.location).toContain('moved=2');
    expect((await programme())?.placements.some((p) => p.session === 'governors')).toBe(false);
    expect((await site.store.scenarios.of('sample')).map((s) => s.name)).toEqual([
      'Without the youth service',
    ]);
  });
});
