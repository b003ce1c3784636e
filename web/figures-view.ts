import { figuresOf } from '../solver/alternatives/figures.ts';
import { check } from '../src/check/check.ts';
import type { Programme } from '../src/programme/programme.ts';
import { type Beside, sideBySide } from '../src/publish/side-by-side.ts';
import type { Review } from '../src/review/review.ts';

const markWords = { better: 'better', worse: 'worse', same: '' } as const;

/** Figures of programmes side by side, as the partial `side-by-side` draws them; each marked against the first. */
export const figureRows = (review: Review, programmes: readonly Beside[]) =>
  sideBySide(review, programmes).map(({ title, cells }) => ({
    title,
    cells: cells.map(({ text, is }, n) => ({ text, is, mark: markWords[is], number: String(n + 1) })),
  }));

/** A programme with its figures. */
export const besideOf = (review: Review, today: string, programme: Programme): Beside => ({
  programme,
  figures: figuresOf(review, programme, check(review, programme, { today })),
});
