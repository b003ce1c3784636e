import { describe, expect, it } from 'vitest';
import { lookAtFrame } from '../../src/actions/look-at-frame.ts';
import { changeDay, dayOfFrame, frameOf, standardAgain, standardFrame } from '../../src/entry/frame.ts';
import { startedEntry } from '../../src/entry/start.ts';
import { reviewOf } from '../../src/intake/index.ts';
import { appendix11Frame } from '../../src/review/frame.ts';

const entry = startedEntry('new', 'Newshire', '2027-03-22', '2027-01-04T09:00:00Z');
const lunchAt = (start: string, end: string) =>
  changeDay(2, (day) => ({
    ...day,
    events: day.events.map((e) => (e.kind === 'lunch' ? { ...e, start, end } : e)),
  }));

describe('the frame that is entered', () => {
  it('is that of Appendix 11 (manual 1561-1625) until it is changed, and reads as the same', () => {
    expect(frameOf(entry)).toEqual(standardFrame());
    const reading = reviewOf({ ...entry, review: { ...entry.review, frame: standardFrame() } });
    expect(reading.ok && reading.value.frame).toEqual(appendix11Frame(2, 2));
  });

  it('changes one day, in the order of its times, and leaves the others', () => {
    const changed = lunchAt('13:00', '14:00')(entry);
    const frame = frameOf(changed);
    expect(dayOfFrame(frame, 2).events.map((e) => `${e.start} ${e.id}`)).toEqual([
      '08:30 gathering-2',
      '13:00 lunch-2',
      '18:15 team-meeting-2',
    ]);
    expect(dayOfFrame(frame, 3)).toEqual(dayOfFrame(standardFrame(), 3));
    expect(standardAgain(changed)).toEqual(entry);
  });

  it('has nothing said against it as it stands, and lunch-and-breaks (1476) where lunch is gone', () => {
    expect(lookAtFrame(entry)).toEqual([]);
    const hungry = changeDay(2, (day) => ({ ...day, events: day.events.filter((e) => e.kind !== 'lunch') }))(
      entry,
    );
    expect(lookAtFrame(hungry).map((f) => f.rule)).toEqual(['lunch-and-breaks']);
  });

  it('is looked at though something else is not whole yet', () => {
    const broken = {
      ...changeDay(0, (day) => ({ ...day, events: [] }))(entry),
      contacts: [{ id: 'ann', name: 'Ann', organisation: 'X', office: { site: 'nowhere', name: '1' } }],
    };
    expect(lookAtFrame(broken).map((f) => f.rule)).toContain('five-day-week');
  });
});
