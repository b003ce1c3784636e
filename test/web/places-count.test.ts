import { expect, it } from 'vitest';
import { hoursOfWeek } from '../../solver/explain/hours/hours.ts';
import { withDiary } from '../../solver/explain/left/left.ts';
import { openDiary } from '../../src/review/diary.ts';
import { at } from '../../src/time/span.ts';
import { placesCount } from '../../web/places-count.ts';
import { reviewFixture } from '../support/fixtures.ts';

it('counts the places of a session as the picture of the week does, after each diary that changes', () => {
  const first = reviewFixture('small-council');
  const [anyone, other] = first.contacts;
  const counts = (review: typeof first) => [...placesCount(review)].sort();
  const picture = (review: typeof first) =>
    hoursOfWeek(review)
      .sessions.map(({ session, times }) => [session, times])
      .sort();
  expect(counts(first)).toEqual(picture(first));
  const tuesday = { ...openDiary, busy: [{ from: at(2, 0), to: at(3, 0) }] };
  const second = withDiary(first, { list: 'contacts', id: anyone?.id ?? '' }, tuesday);
  expect(counts(second)).toEqual(picture(second));
  expect(counts(second)).not.toEqual(counts(first));
  const room = first.rooms.find((r) => !r.baseRoom)?.id ?? '';
  const third = withDiary(
    second,
    { list: 'rooms', id: room },
    { ...openDiary, busy: [{ from: 0, to: at(6, 0) }] },
  );
  expect(counts(third)).toEqual(picture(third));
  const fourth = withDiary(third, { list: 'contacts', id: other?.id ?? '' }, tuesday);
  expect(counts(fourth)).toEqual(picture(fourth));
});
