import { describe, expect, it } from 'vitest';
import { asHeld } from '../../src/programme/programme.ts';
import { at } from '../../src/time/span.ts';
import { aProgramme, aReview } from '../support/cast.ts';

const review = aReview();

describe('a review as its programme was held', () => {
  it('is the review itself where no event moved', () => expect(asHeld(review, aProgramme([]))).toBe(review));

  it('has its events at the programme’s times, in time order still', () => {
    const moved = asHeld(
      review,
      aProgramme([], { fixedEvents: [{ id: 'lunch-2', start: at(3, 20), end: at(3, 21) }] }),
    );
    expect(moved.frame.events.find((event) => event.id === 'lunch-2')).toMatchObject({
      day: 3,
      from: at(3, 20),
      to: at(3, 21),
    });
    const starts = moved.frame.events.map((event) => event.from);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(moved.frame.events).toHaveLength(review.frame.events.length);
  });
});
