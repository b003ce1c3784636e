import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Placement } from '../../../src/programme/placement.ts';
import type { Audience } from '../../../src/publish/calendar/contents.ts';
import { feedFor, type Published } from '../../../src/publish/calendar/feed.ts';
import { sampleProgramme, sampleReview } from '../../support/sample-week.ts';

const review = sampleReview();
const all = sampleProgramme().placements;

/** Releases of these placements, a day apart. */
const releases = (...each: readonly (readonly Placement[])[]): readonly Published[] =>
  each.map((placements, n) => ({
    review,
    programme: sampleProgramme({ placements }),
    number: n + 1,
    at: `2026-03-0${n + 1}T09:00:00Z`,
  }));

interface Read {
  readonly sequence: number;
  readonly status: string;
  readonly stamp: string;
  readonly title: string;
}

/** What is read of a calendar by ical.js, by UID. */
function read(text: string | undefined): ReadonlyMap<string, Read> {
  const calendar = new ICAL.Component(ICAL.parse(text ?? ''));
  return new Map(
    calendar.getAllSubcomponents('vevent').map((event) => [
      String(event.getFirstPropertyValue('uid')),
      {
        sequence: Number(event.getFirstPropertyValue('sequence')),
        status: String(event.getFirstPropertyValue('status')),
        stamp: String(event.getFirstPropertyValue('dtstamp')),
        title: String(event.getFirstPropertyValue('summary')),
      },
    ]),
  );
}

const without = (session: string) => all.filter((p) => p.session !== session);
const later = (session: string) =>
  all.map((p) =>
    p.session === session
      ? { ...p, start: p.start + 60, end: p.end + 60, away: { from: p.away.from + 60, to: p.away.to + 60 } }
      : p,
  );
const lead = 'sample.lead-member@peerweek';
const director = 'sample.director@peerweek';
const whole: Audience = { whole: true };

describe('a feed over the releases (stack.md)', () => {
  it('SEQUENCE and stamps are those of the release that said so first: what did not move stays as it was', () => {
    const events = read(feedFor(releases(all, later('director'), later('director')), whole, false));
    expect(events.get(director)).toMatchObject({ sequence: 2, stamp: '2026-03-02T09:00:00Z' });
    expect(events.get(lead)).toMatchObject({ sequence: 1, stamp: '2026-03-01T09:00:00Z' });
    const changed = [...events.values()].filter((e) => e.sequence > 1);
    expect(changed).toHaveLength(1);
  });

  it('what is left out is cancelled by the release that leaves it out, until the week is over', () => {
    const three = releases(all, without('director'), without('director'));
    expect(read(feedFor(three, { contact: 'priya-shah' }, false)).get(director)).toEqual({
      sequence: 2,
      status: 'CANCELLED',
      stamp: '2026-03-02T09:00:00Z',
      title: 'CANCELLED: Interview with the peer review team',
    });
    expect(read(feedFor(three, { contact: 'priya-shah' }, true)).has(director)).toBe(false);
    expect(read(feedFor(three, { contact: 'ruth-okafor' }, false)).has(director)).toBe(false);
  });

  it('what is held again after all is confirmed again, and newer than its cancelling', () => {
    const events = read(feedFor(releases(all, without('director'), all), whole, false));
    expect(events.get(director)).toMatchObject({ sequence: 3, status: 'TENTATIVE' });
  });

  it('a peer who hands a session on has it cancelled, and the one who takes it has it as new', () => {
    const of = all.find((p) => p.session === 'lead-member')!;
    const [from] = of.peers;
    const to = review.peers.find((p) => p.interviews && !of.peers.includes(p.id))!.id;
    const handed = all.map((p) =>
      p === of ? { ...p, peers: p.peers.map((id) => (id === from ? to : id)) } : p,
    );
    const published = releases(all, handed);
    expect(read(feedFor(published, { peer: from! }, false)).get(lead)?.status).toBe('CANCELLED');
    expect(read(feedFor(published, { peer: to }, false)).get(lead)).toMatchObject({
      sequence: 2,
      status: 'TENTATIVE',
    });
  });

  it('in another week everything is new, and nothing of the old one is left', () => {
    const moved: Published = {
      ...releases(all, without('director'))[1]!,
      review: sampleReview({ week: { firstDay: '2026-04-20', zone: 'Europe/London' } }),
    };
    const events = read(feedFor([releases(all)[0]!, moved], whole, false));
    expect([...new Set([...events.values()].map((e) => e.sequence))]).toEqual([2]);
    expect(events.has(director)).toBe(false);
  });

  it('is none for nobody, and for somebody who is no more it is what they had, cancelled', () => {
    expect(feedFor(releases(all), { peer: 'nobody' }, false)).toBeUndefined();
    expect(feedFor([], whole, false)).toBeUndefined();
    const gone: Published = {
      ...releases(all, without('director'))[1]!,
      review: { ...review, contacts: review.contacts.filter((c) => c.id !== 'priya-shah') },
    };
    const events = read(feedFor([releases(all)[0]!, gone], { contact: 'priya-shah' }, false));
    expect([...new Set([...events.values()].map((e) => e.status))]).toEqual(['CANCELLED']);
    expect(events.size).toBeGreaterThan(0);
  });

  it('1. SEQUENCE never falls, 2. rises with every change, 3. and with none; 4. nobody who was told hears nothing', () => {
    const some = fc.subarray([...all], { minLength: 1 });
    const shift = fc.integer({ min: 0, max: 2 });
    const week = fc.tuple(some, shift).map(([placements, n]) =>
      placements.map((p, i) => {
        const by = i % 3 < n ? 15 : 0;
        return {
          ...p,
          start: p.start + by,
          end: p.end + by,
          away: { from: p.away.from + by, to: p.away.to + by },
        };
      }),
    );
    fc.assert(
      fc.property(fc.array(week, { minLength: 2, maxLength: 4 }), (weeks) => {
        const before = read(feedFor(releases(...weeks.slice(0, -1)), whole, false));
        const after = read(feedFor(releases(...weeks), whole, false));
        for (const [uid, was] of before) {
          const is = after.get(uid);
          if (!is || is.sequence < was.sequence) return false;
          const same = is.status === was.status && is.stamp === was.stamp;
          if (same !== (is.sequence === was.sequence)) return false;
        }
        return true;
      }),
      { numRuns: 8 },
    );
  });
});
