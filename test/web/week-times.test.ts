import { expect, it } from 'vitest';
import { withDiary } from '../../solver/explain/left/left.ts';
import { compile } from '../../solver/model/compile.ts';
import { openDiary } from '../../src/review/diary.ts';
import type { Review } from '../../src/review/review.ts';
import { at } from '../../src/time/span.ts';
import { weekTimes } from '../../web/week-times.ts';
import { reviewFixture } from '../support/fixtures.ts';

/** What the engine has when it compiles the whole review. */
const compiled = (review: Review) =>
  compile(review).model.items.map(({ session, slots }) => [
    session.id,
    [...new Set(slots.map(({ start, end }) => `${start} ${end}`))].sort(),
  ]);

it('finds the times of a session as the whole week has them, after each diary that changes', async () => {
  const first = reviewFixture('small-council');
  const [anyone, other] = first.contacts;
  const found = async (review: Review) =>
    [...(await weekTimes(review))].map(([id, times]) => [
      id,
      times.map(({ from, to }) => `${from} ${to}`).sort(),
    ]);
  expect(await found(first)).toEqual(compiled(first));
  const tuesday = { ...openDiary, busy: [{ from: at(2, 0), to: at(3, 0) }] };
  const second = withDiary(first, { list: 'contacts', id: anyone?.id ?? '' }, tuesday);
  expect(await found(second)).toEqual(compiled(second));
  expect(await found(second)).not.toEqual(await found(first));
  const room = first.rooms.find((r) => !r.baseRoom)?.id ?? '';
  const third = withDiary(
    second,
    { list: 'rooms', id: room },
    { ...openDiary, busy: [{ from: 0, to: at(6, 0) }] },
  );
  expect(await found(third)).toEqual(compiled(third));
  const fourth = withDiary(third, { list: 'contacts', id: other?.id ?? '' }, tuesday);
  expect(await found(fourth)).toEqual(compiled(fourth));
});
