import { describe, expect, it } from 'vitest';
import { fewEvenings } from '../../src/rules/few-evenings.ts';
import { aHeld, aSession } from '../support/cast.ts';
import { aWindow, withWindows } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

const review = withWindows([aWindow(2, 20, 22, { evening: true })]);
const carers = aSession('carers', { title: 'the foster carers', evening: true });
const leader = aSession('leader', { title: 'the council leader' });

describe('few-evenings (manual 1470)', () => {
  it('kept: in the afternoon', () =>
    expect(speaks(fewEvenings, review, [aHeld(carers, 2, 16, 0), aHeld(leader, 2, 17, 0)])).toEqual([]));
  it('broken: the one of two that is in the evening', () =>
    expect(speaks(fewEvenings, review, [aHeld(carers, 2, 20, 0), aHeld(leader, 2, 17, 0)])).toEqual([
      'the foster carers is in the evening: Tuesday, 8.00pm to 9.00pm.',
    ]));
  it('counts one each in tier 4', () =>
    expect(fewEvenings.parts[0]).toMatchObject({ kind: 'want', tier: 4 }));
});
