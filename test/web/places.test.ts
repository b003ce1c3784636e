import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../src/intake/index.ts';
import { fillIn } from './filled.ts';
import { ask, enteredSample, keep, type Served, served, textOf } from './served.ts';

let site: Served;
const page = async (path = '', review = 'sample'): Promise<string> =>
  (await ask(`${site.url}/reviews/${review}/places${path}`)).body;
const entry = async (review = 'sample') => {
  const reading = readEntry((await site.store.reviews.find(review))?.file ?? '');
  if (!reading.ok) throw new Error('The entry can’t be read');
  return reading.value;
};
const empty = {
  sites: [],
  rooms: [],
  travel: [],
  contacts: [],
  sessions: [],
  frame: { events: [], windows: [] },
};

beforeAll(async () => {
  site = await served();
  await keep(site.store, enteredSample());
  await keep(site.store, enteredSample({ ...empty, id: 'bare', council: 'Bareshire' }));
});
afterAll(() => site.close());

describe('the places', () => {
  it('begin with a site, and say so', async () => {
    const text = textOf(await page('', 'bare'));
    expect(text).toContain('No site yet. Start with the one where the team’s base room is.');
    expect(text).toContain('No room yet. Add the site first, above.');
    expect(text).toContain('Nobody travels while there is one site.');
  });

  it('a room is added by its name and how many it holds, where there is one site', async () => {
    await fillIn(site, await page('', 'bare'), '/places/sites', { name: 'Town Hall' });
    const { body } = await fillIn(site, await page('', 'bare'), '/places/rooms', {
      name: 'Room 1',
      capacity: '8',
    });
    expect(textOf(body)).toContain('Added Room 1 to the rooms. Undo');
    expect(body).toMatch(/id="new-rooms-name"[^>]* autofocus/);
    expect((await entry('bare')).rooms).toEqual([
      { id: 'room-1', name: 'Room 1', site: 'town-hall', capacity: 8 },
    ]);
  });

  it('a second site has minutes to the first at once, taken and said why', async () => {
    const { body } = await fillIn(site, await page('', 'bare'), '/places/sites', { name: 'Clinic' });
    expect((await entry('bare')).travel).toEqual([
      { between: ['town-hall', 'clinic'], minutes: 30, assumed: true },
    ]);
    expect(textOf(body)).toContain(
      'Town Hall and Clinic: 30 minutes, as nothing is known about the way, and across a town by car, parking included, takes about 30.',
    );
  });

  it('what is typed into the matrix counts, and what follows from it', async () => {
    await fillIn(site, await page('', 'bare'), '/places/sites', { name: 'Police HQ' });
    const { body } = await fillIn(site, await page('', 'bare'), '/places/travel', {
      'way.town-hall.clinic': '10',
      'way.clinic.police-hq': '15',
    });
    expect((await entry('bare')).travel).toEqual([
      { between: ['town-hall', 'clinic'], minutes: 10 },
      { between: ['clinic', 'police-hq'], minutes: 15 },
      { between: ['town-hall', 'police-hq'], minutes: 25, assumed: true },
    ]);
    expect(textOf(body)).toContain(
      'Town Hall and Police HQ: 25 minutes, as the way over Clinic takes that long, and straight there can’t take longer.',
    );
    const wrong = await fillIn(site, body, '/places/travel', { 'way.town-hall.police-hq': 'an hour' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain(
      '<a href="#way.town-hall.police-hq">Town Hall to Police HQ: the minutes must be a whole number from 0 to 600</a>',
    );
    expect(wrong.body).toContain('value="an hour"');
  });

  it('a row holds everything about a room', async () => {
    const open = await page('?edit=room-1', 'bare');
    await fillIn(site, open, '/places/rooms/room-1/row', {
      building: 'East wing',
      equipment: ['projector', 'urn, Flip charts'],
      baseRoom: 'yes',
    });
    expect((await entry('bare')).rooms).toEqual([
      {
        id: 'room-1',
        name: 'Room 1',
        site: 'town-hall',
        capacity: 8,
        building: 'East wing',
        equipment: ['projector', 'urn', 'flipcharts'],
        baseRoom: true,
      },
    ]);
    const wrong = await fillIn(site, open, '/places/rooms/room-1/row', { capacity: '' });
    expect(wrong.body).toContain(
      '<a href="#room-1-capacity">Enter how many people it holds, the peers among them</a>',
    );
  });

  it('a copy of the base room is not a second one', async () => {
    await fillIn(site, await page('', 'bare'), '/places/rooms/room-1/duplicate');
    const [, copy] = (await entry('bare')).rooms!;
    expect(copy).toMatchObject({
      id: 'copy-of-room-1',
      name: 'Copy of Room 1',
      equipment: ['projector', 'urn', 'flipcharts'],
    });
    expect(copy).not.toHaveProperty('baseRoom');
  });

  it('a site says what goes with it, and comes back whole', async () => {
    const before = await entry();
    const asked = await page('?remove=civic-centre');
    const text = textOf(asked);
    expect(text).toContain('Remove Civic Centre? This goes with it, and comes back if you undo it:');
    expect(text).toContain(
      'Rooms that go with it: Room 2.14; Committee Room A; Committee Room B; Council Chamber',
    );
    expect(text).toContain('Left without an office: Priya Shah; Martin Bell;');
    expect(text).toContain('Journeys that somebody timed: 2');
    const { body } = await fillIn(site, asked, '/places/sites/civic-centre/remove');
    const after = await entry();
    expect(JSON.stringify(after)).not.toContain('"civic-centre"');
    await fillIn(site, body, '/undo');
    const whole = await entry();
    expect({ ...whole, review: before.review }).toEqual(before);
  });
});
