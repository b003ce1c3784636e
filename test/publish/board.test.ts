import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Board, boardOf } from '../../src/publish/board.ts';
import type { Happened } from '../../src/review/happening.ts';
import { at, DAY } from '../../src/time/span.ts';
import { builtWeek } from '../support/built-week.ts';

const { review, programme } = builtWeek();
const debrief = programme.placements.find((p) => p.session === 'debrief-1')!;
const titleOf = (id: string) => review.sessions.find((s) => s.id === id)!.title;
const whereIs = (board: Board, peer: string) => board.peers.find((p) => p.id === peer)!;
const board = (minute: number, happened: readonly Happened[] = []) =>
  boardOf(review, programme, happened, minute);
const debriefed = (kind: Happened['kind'], from: number, to: number): Happened => ({
  kind,
  about: 'debrief-1',
  from,
  to,
});

describe('the board', () => {
  /*
   * At any minute of the week, where nothing out of the ordinary was reported:
   * 1. each of the team is on it once;
   * 2. whoever has a session then is at it, and nobody else is at any;
   * 3. what is on is what runs, and what is to come has not begun.
   */
  it('says where each of the team is, at any minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 * DAY - 1 }), (minute) => {
        const { peers, items } = board(minute);
        expect(peers.map((p) => p.id)).toEqual(review.peers.map((p) => p.id));
        for (const peer of peers) {
          const own = programme.placements.filter(
            (p) => p.peers.includes(peer.id) && p.start <= minute && minute < p.end,
          );
          expect(peer.is === 'at a session').toBe(own.length > 0);
          if (own[0]) expect(peer.at).toBe(titleOf(own[0].session));
        }
        for (const item of items) {
          expect(Math.floor(item.from / DAY)).toBe(Math.floor(minute / DAY));
          expect(item.state).toBe(minute >= item.to ? 'over' : minute >= item.from ? 'now' : 'to come');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has those of a session that over-ran at it until it really ends', () => {
    const minute = debrief.end + 10;
    const overRan = debriefed('over-ran', debrief.end, debrief.end + 20);
    expect(whereIs(board(minute), 'glenn-cowan').is).toBe('free');
    expect(whereIs(board(minute, [overRan]), 'glenn-cowan')).toMatchObject({
      is: 'at a session',
      at: titleOf('debrief-1'),
      until: '10.20am',
    });
    const item = board(minute, [overRan]).items.find((i) => i.id === 'debrief-1');
    expect(item).toMatchObject({
      state: 'now',
      time: '9.00am to 10.00am',
      marks: ['To 10.20am, over-ran'],
    });
    expect(whereIs(board(debrief.end + 20, [overRan]), 'glenn-cowan').is).toBe('free');
  });

  it('has nobody at a session that was cancelled or not held, and says so of it', () => {
    for (const [kind, mark] of [
      ['cancelled', 'Cancelled'],
      ['not-held', 'Not held'],
    ] as const) {
      const shown = board(debrief.start + 5, [debriefed(kind, debrief.start, debrief.end)]);
      expect(whereIs(shown, 'glenn-cowan').is).toBe('free');
      expect(shown.items.find((i) => i.id === 'debrief-1')?.marks).toEqual([mark]);
    }
    // Once it has another time, what was said of the old one is over with.
    const old = debriefed('cancelled', at(1, 9), at(1, 10));
    expect(board(debrief.start + 5, [old]).items.find((i) => i.id === 'debrief-1')?.marks).toEqual([]);
  });

  it('has somebody who is ill away, whatever the programme says, and back afterwards', () => {
    const ill: Happened = { kind: 'peer-away', about: 'glenn-cowan', from: at(3, 8), to: at(3, 9, 30) };
    expect(whereIs(board(at(3, 9, 10), [ill]), 'glenn-cowan')).toMatchObject({ is: 'away', until: '9.30am' });
    expect(whereIs(board(at(3, 9, 40), [ill]), 'glenn-cowan').is).toBe('at a session');
  });
});
