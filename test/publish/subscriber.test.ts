import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarFor, etagOf } from '../../src/publish/calendar.ts';
import { needs } from '../support/needs.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';
import { subscribe } from '../support/subscriber.ts';

/** Days of both clock changes: the evening before is on the Sunday on which they change. */
const weeks = [
  {
    firstDay: '2028-03-27',
    days: ['2028-03-26', '2028-03-28'],
    listed: ['2028-03-26', '18:00-20:00 First team meeting'],
  },
  {
    firstDay: '2028-10-30',
    days: ['2028-10-29', '2028-10-31'],
    listed: ['2028-10-29', '18:00-20:00 First team meeting'],
  },
] as const;

needs('vdirsyncer', 'khal').describe('a real subscriber over HTTP: vdirsyncer and khal', () => {
  let server: Server;
  let address: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const firstDay = /^\/(\d{4}-\d{2}-\d{2})\.ics$/.exec(request.url ?? '')?.[1];
      if (firstDay === undefined) return void response.writeHead(404).end();
      const review = sampleReview({ week: { firstDay, zone: 'Europe/London' } });
      const text = calendarFor(review, sampleProgramme(), { peer: 'health' })!;
      response
        .writeHead(200, { 'Content-Type': 'text/calendar; charset=utf-8', ETag: etagOf(text) })
        .end(text);
    });
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.close();
  });

  it.each(weeks)('shows the local times of the week of $firstDay', async ({ firstDay, days, listed }) => {
    const subscriber = await subscribe(`${address}/${firstDay}.ics`);
    await subscriber.sync();
    const shown = await subscriber.list(days[0], days[1]);
    subscriber.remove();
    expect(shown.slice(0, 6)).toEqual([
      ...listed,
      `${firstDay}`,
      '08:30-09:00 Team shown to the base room',
      '09:00-11:00 Team finalises its first thoughts',
      '11:15-13:00 Council overview and first thoughts presentations',
    ]);
    expect(shown).toContain('15:00-16:00 Children’s improvement adviser (Ruth Okafor)');
  });
});
