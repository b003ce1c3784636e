import { type Fields, valueIn, valuesIn } from '../../../src/intake/form/sent.ts';
import { readTypedDiary } from '../../../src/intake/typed-diary/index.ts';
import { shownOf } from '../../diary/grid-view.ts';
import { type Paint, paintedOf, paintOver, paintQuarter, quartersOf } from '../../diary/painted.ts';
import { paintedDiary } from '../../diary/painted-diary.ts';
import type { DiaryWeek } from './setting.ts';
import type { Typed } from './view.ts';

/** What the form of a diary sent. */
export interface SentDiary {
  /** As it is painted, the times that were ticked (where there is no script) marked, and what was written added. */
  readonly painted: string;
  readonly typed: Typed;
  /** What was written is still to be agreed to. */
  readonly waits: boolean;
}

/**
 * Reads a form with a diary on it. What was written counts once it was read back: `do` is `add` or `replace` then;
 * otherwise it waits.
 */
export function sentDiary(at: DiaryWeek, fields: Fields): SentDiary {
  const typed: Typed = {
    text: valueIn(fields, 'typed'),
    asks: valueIn(fields, 'asks') === 'can' ? 'can' : 'cant',
  };
  const doing = valueIn(fields, 'do');
  const ticked = withTicked(at, fields);
  if (doing === 'add' || doing === 'replace') {
    const read = readTypedDiary({ week: at.week, hours: at.hours, asks: typed.asks }, typed.text);
    const written = quartersOf(paintedDiary(read.diary));
    return {
      painted: paintedOf(doing === 'add' ? paintOver(ticked, written) : written),
      typed,
      waits: false,
    };
  }
  return { painted: paintedOf(ticked), typed, waits: doing === 'read' || typed.text.trim() !== '' };
}

function withTicked({ hours }: DiaryWeek, fields: Fields): Paint[] {
  const quarters = quartersOf(valueIn(fields, 'painted'));
  const sent = valueIn(fields, 'mark');
  const mark: Paint = sent === 'c' || sent === 'i' || sent === 'p' ? sent : '';
  for (const value of valuesIn(fields, 't'))
    if (/^\d{1,3}$/.test(value) && Number(value) < quarters.length)
      paintQuarter(quarters, Number(value), mark, shownOf(hours));
  return quarters;
}
