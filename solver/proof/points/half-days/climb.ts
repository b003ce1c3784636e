import type { Model } from '../../../model/model.ts';
import { type Week, weekOf } from '../../tiers/week.ts';
import type { Counted, Given } from '../groups.ts';
import { Ascent, type Climb } from './ascent.ts';
import type { Cut } from './cut.ts';
import { HalfDay } from './half-day.ts';
import { columnsOf, type Standing } from './known.ts';
import { pausesOf } from './pause.ts';

/** The half-days of a week, each with what it pays for having no break in common. */
export function halfDaysOf(week: Week): readonly HalfDay[] {
  const pauses = pausesOf(week.model, week.stretches);
  return week.stretches.map((stretch, n) => new HalfDay(week, stretch, pauses[n]));
}

/** What half-days say of the programmes that cost what is given before the points; `plan`: one of them, where one is known. */
export function cutsOf(
  model: Model,
  given: Given,
  counted: readonly Counted[],
  plan: readonly (Standing | undefined)[],
  climb: Climb,
): readonly Cut[] {
  const week = weekOf(model);
  const halfDays = halfDaysOf(week);
  return new Ascent(week, halfDays, given, counted).climb(columnsOf(week, halfDays, plan), climb);
}
