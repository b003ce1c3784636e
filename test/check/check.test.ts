import { describe, expect, it } from 'vitest';
import { check, checkReview } from '../../src/check/check.ts';
import type { Finding } from '../../src/check/finding.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { appendix11Frame } from '../../src/review/frame.ts';
import type { Review } from '../../src/review/review.ts';
import type { Waiver } from '../../src/review/session.ts';
import { at } from '../../src/time/span.ts';
import { aContact, aPeer, aPlacement, aProgramme, aReview, aRoom, aSession } from '../support/cast.ts';

const leader = aSession('leader-session', { title: 'The council leader', contacts: ['leader'] });
const trust = aSession('trust-session', {
  title: 'The hospital trust',
  contacts: ['chief', 'nurse'],
  place: { phone: true, equipment: [] },
});
const reviewOf = (over: Partial<Review> = {}): Review =>
  aReview({
    contacts: [
      aContact('leader', { name: 'Cllr Vane' }),
      aContact('chief', { name: 'Lin Chief' }),
      aContact('nurse', { name: 'Kit Nurse' }),
    ],
    peers: [aPeer('jo'), aPeer('sam')],
    sessions: [leader, trust],
    rooms: [aRoom('base', { baseRoom: true, name: 'Team Room' }), aRoom('two', { name: 'Room 2' })],
    ...over,
  });
const of = (findings: readonly Finding[], rule: string) => findings.filter((f) => f.rule === rule);
const pair = { peers: ['jo', 'sam'] };
const waiver = (rule: string, about: string): Waiver => ({
  rule,
  about,
  by: 'Rae Manager',
  at: '2026-03-01T10:00:00Z',
  because: 'Agreed with the sponsor.',
});

describe('a finding', () => {
  it('names the rule, who, when and where, and the lines of the manual', () =>
    expect(
      of(
        check(
          reviewOf(),
          aProgramme([aPlacement(leader, 2, 9, 0, { ...pair, place: { room: 'base' }, minutes: 75 })]),
        ),
        'base-room',
      ),
    ).toEqual([
      {
        rule: 'base-room',
        part: 'rule',
        kind: 'must',
        waivable: false,
        blocksApproval: false,
        points: 0,
        who: [],
        sessions: ['leader-session'],
        where: 'base',
        sentence:
          'The council leader is in Team Room, the base room, which is for the team alone: give it another room.',
        manual: ['962', '965'],
      },
    ]));

  it('pays its weight for each unit of a want, as the council may have changed it', () => {
    const shy = aContact('leader', {
      name: 'Cllr Vane',
      diary: { busy: [], ifNeeded: [{ from: 2 * 1440, to: 3 * 1440 }], preferred: [] },
    });
    const points = (weights: Review['weights']) =>
      of(
        check(reviewOf({ contacts: [shy], weights }), aProgramme([aPlacement(leader, 2, 9, 0, pair)])),
        'diaries',
      ).map((f) => [f.kind, f.part, f.points]);
    expect(points({})).toEqual([['want', 'if-needed', 10]]);
    expect(points({ diaries: 3 })).toEqual([['want', 'if-needed', 3]]);
    expect(points({ diaries: 3, 'diaries/if-needed': 7 })).toEqual([['want', 'if-needed', 7]]);
  });

  it('counts one for each in a tier, whatever weights say', () =>
    expect(
      of(
        check(
          reviewOf({ weights: { pair: 50 } }),
          aProgramme([aPlacement(leader, 2, 9, 0, { peers: ['jo'] })]),
        ),
        'pair',
      ).map((f) => [f.kind, f.tier, f.points]),
    ).toEqual([['want', 3, 1]]));
});

describe('a waiver', () => {
  const long = aProgramme([aPlacement(leader, 2, 9, 0, { ...pair, minutes: 75 })]);
  const call = aProgramme([aPlacement(trust, 2, 9, 0, { ...pair, place: { phone: true } })]);
  const waivedBy = (rule: string, programme: Programme, ...waivers: Waiver[]) =>
    of(check(reviewOf({ waivers }), programme), rule).map((f) => f.waiver?.about ?? 'broken');

  it('excuses the session it is about, and the finding stays and says so', () => {
    const excused = waiver('interview-length', 'leader-session');
    const [finding] = of(check(reviewOf({ waivers: [excused] }), long), 'interview-length');
    expect(finding).toMatchObject({ kind: 'must', waivable: true, waiver: excused });
  });

  it('excuses by somebody in the session, where the finding names nobody', () =>
    expect(waivedBy('interview-length', long, waiver('interview-length', 'leader'))).toEqual(['leader']));

  it('of another rule, or about another session, excuses nothing', () =>
    expect(
      waivedBy(
        'interview-length',
        long,
        waiver('focus-group-length', 'leader-session'),
        waiver('interview-length', 'trust-session'),
      ),
    ).toEqual(['broken']));

  it('about one of two whom the finding names leaves the other', () => {
    expect(waivedBy('by-phone', call, waiver('by-phone', 'chief'))).toEqual(['broken']);
    expect(waivedBy('by-phone', call, waiver('by-phone', 'nurse'), waiver('by-phone', 'chief'))).toEqual([
      'chief',
    ]);
    expect(waivedBy('by-phone', call, waiver('by-phone', 'trust-session'))).toEqual(['trust-session']);
  });

  it('never excuses a rule that can’t be waived', () =>
    expect(
      waivedBy(
        'base-room',
        aProgramme([aPlacement(leader, 2, 9, 0, { ...pair, place: { room: 'base' } })]),
        waiver('base-room', 'leader-session'),
      ),
    ).toEqual(['broken']));
});

describe('a programme by hand', () => {
  it('is read with its own times of fixed events', () => {
    const frame = appendix11Frame(2, 2);
    const events = frame.events.map((e) => (e.id === 'lunch-2' ? { ...e, room: 'two' } : e));
    const lunchInRoom2 = reviewOf({ frame: { ...frame, events } });
    const early = aProgramme([aPlacement(leader, 2, 11, 45, { ...pair, place: { room: 'two' } })]);
    const late = { ...early, fixedEvents: [{ id: 'lunch-2', start: at(2, 12, 45), end: at(2, 13, 45) }] };
    expect(
      of(check(lunchInRoom2, early), 'room')
        .filter((f) => f.kind === 'must')
        .map((f) => f.sentence),
    ).toEqual(['Room 2 can’t be had for The council leader on Tuesday, 11.45am to 12.45pm: Lunch is there.']);
    expect(of(check(lunchInRoom2, late), 'room').filter((f) => f.kind === 'must')).toEqual([]);
  });

  it('may place what the review does not know: the rest is still said', () => {
    const strange = aProgramme([
      aPlacement(aSession('nobody-knows'), 2, 9, 0),
      aPlacement(leader, 2, 9, 0, { ...pair, place: { room: 'base' } }),
    ]);
    expect(of(check(reviewOf(), strange), 'base-room')).toHaveLength(1);
  });
});

describe('a review before there is a programme', () => {
  it('is asked by its data alone, on the day that is given', () => {
    const late = (today?: string) =>
      of(checkReview(reviewOf(), today === undefined ? {} : { today }), 'two-weeks-before').map(
        (f) => f.kind,
      );
    expect(late('2026-03-20')).toEqual(['check']);
    expect(late('2026-03-01')).toEqual([]);
    expect(late()).toEqual([]);
    expect(checkReview(reviewOf()).filter((f) => f.rule === 'streams')).toEqual([]);
  });
});
