import { expect, it } from 'vitest';
import { createKeptWork } from '../../src/actions/kept-work.ts';

interface Thing {
  readonly name: string;
  readonly version: number;
}

/** Work that goes on until it is let end, each by what it is of. */
function byHand(atOnce?: number) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const words = ({ name, version }: Thing) => `${name} ${version}`;
  const work = createKeptWork<Thing, string, never>({
    subject: ({ name }) => name,
    version: ({ version }) => String(version),
    work: async (thing) => {
      begun.push(words(thing));
      await new Promise<void>((resolve) => ends.set(words(thing), resolve));
      return `found of ${words(thing)}`;
    },
    failed: (error) => {
      throw error;
    },
    ...(atOnce !== undefined && { atOnce }),
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (words: string) => {
    ends.get(words)?.();
    await settled();
  };
  return { ...work, begun, settled, end };
}

const ann = { name: 'Ann', version: 1 };
const bo = { name: 'Bo', version: 1 };
const boLater = { name: 'Bo', version: 2 };
const cy = { name: 'Cy', version: 1 };

it('goes on with all at once where nothing else is said, and keeps what was found while the thing is the same', async () => {
  const { begin, of, begun, settled, end } = byHand();
  for (const thing of [ann, bo, ann]) begin(thing);
  await settled();
  expect(begun).toEqual(['Ann 1', 'Bo 1']);
  await end('Bo 1');
  expect([of(ann).state, of(bo), of(boLater)]).toEqual([
    'working',
    { state: 'done', found: 'found of Bo 1' },
    { state: 'not asked' },
  ]);
});

it('has one wait for another, in the order in which they were asked for', async () => {
  const { begin, begun, settled, end } = byHand(1);
  const [first, second] = [begin(ann), begin(bo), begin(cy)];
  await settled();
  expect([begun, first, second]).toEqual([
    ['Ann 1'],
    expect.objectContaining({ waits: false }),
    expect.objectContaining({ waits: true }),
  ]);
  await end('Ann 1');
  await end('Bo 1');
  await end('Cy 1');
  expect(begun).toEqual(['Ann 1', 'Bo 1', 'Cy 1']);
});

it('gives the turn of what waits to a later version of it: the earlier one is never begun', async () => {
  const { begin, of, begun, settled, end } = byHand(1);
  for (const thing of [ann, bo, cy, boLater]) begin(thing);
  await settled();
  await end('Ann 1');
  await end('Bo 2');
  expect(begun).toEqual(['Ann 1', 'Bo 2', 'Cy 1']);
  expect([of(bo), of(boLater)]).toEqual([{ state: 'not asked' }, { state: 'done', found: 'found of Bo 2' }]);
});

it('lets what has begun end, and tells what was found last though the thing has changed', async () => {
  const { begin, of, last, settled, end } = byHand(1);
  begin(bo);
  await settled();
  begin(boLater);
  await end('Bo 1');
  expect([of(boLater).state, last(boLater)]).toEqual(['working', 'found of Bo 1']);
  await end('Bo 2');
  expect(last(bo)).toBe('found of Bo 2');
});

it('begins nothing any more once it is closed', async () => {
  const { begin, begun, close, settled, end } = byHand(1);
  for (const thing of [ann, bo]) begin(thing);
  await settled();
  close();
  await end('Ann 1');
  expect(begun).toEqual(['Ann 1']);
});
