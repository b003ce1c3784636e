import { DAY, type Minute, type Span } from '../../time/span.ts';
import { type DayNames, lastDay, through } from './calendar-words.ts';
import { clockIn, rangeIn } from './clock.ts';
import { partSpan } from './parts.ts';
import type { Setting } from './setting.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { Mode } from './vocabulary.ts';

interface At {
  readonly from: number;
  readonly to: number;
}
/** What a few tokens together say. Times know their minutes only once the part of the day beside them is known. */
export type Atom = At &
  (
    | {
        readonly kind: 'days';
        /** None where they are not days of the week of the review: `why` says so. */
        readonly days: readonly number[];
        readonly why?: string;
        /** Counts only where no others are named with it: every day. */
        readonly weak: boolean;
        /** Says can by itself: any time. */
        readonly free: boolean;
      }
    | { readonly kind: 'times'; readonly part: boolean; readonly within: (hours: Span) => Span | undefined }
    /** Minutes of the week. */
    | { readonly kind: 'stretch'; readonly span: Span }
    | { readonly kind: 'mode'; readonly mode: Mode }
    | { readonly kind: 'rest' | 'and' | 'comma' | 'stop' | 'but' | 'except' }
  );
export type Lost = At & { readonly why?: string };

type Of<K extends Token['kind']> = Extract<Token, { readonly kind: K }>;
const isDays = (t: Token | undefined): t is Of<'days'> => t?.kind === 'days';
const isTime = (t: Token | undefined): t is Of<'time'> => t?.kind === 'time';
const isPart = (t: Token | undefined): t is Of<'part'> => t?.kind === 'part';
const isTo = (t: Token | undefined): boolean => t?.kind === 'to' || t?.kind === 'until';

const everyDay: readonly number[] = [1, 2, 3, 4, 5];

interface Found {
  readonly atoms: readonly Atom[];
  readonly lost?: Lost;
  /** How many tokens were taken. */
  readonly used: number;
}

/** What the text says, in order, and the words in it that say nothing to us. */
export function atomsOf(
  setting: Setting,
  names: DayNames,
  text: string,
): { readonly atoms: readonly Atom[]; readonly lost: readonly Lost[] } {
  const tokens = tokensOf(names, text);
  const reader = new Reader(setting, tokens);
  const atoms: Atom[] = [];
  const lost: Lost[] = [];
  for (let i = 0; i < tokens.length; ) {
    const found = reader.at(i);
    atoms.push(...found.atoms);
    if (found.lost) lost.push(found.lost);
    i += found.used;
  }
  return { atoms, lost };
}

class Reader {
  readonly #setting: Setting;
  readonly #tokens: readonly Token[];

  constructor(setting: Setting, tokens: readonly Token[]) {
    this.#setting = setting;
    this.#tokens = tokens;
  }

  at(i: number): Found {
    return this.#stretch(i) ?? this.#days(i) ?? this.#times(i) ?? this.#word(i);
  }

  #token(i: number): Token | undefined {
    return this.#tokens[i];
  }

  #from(i: number, used: number): At {
    return { from: this.#tokens[i]!.from, to: this.#tokens[i + used - 1]!.to };
  }

  #lost(i: number, used: number, why?: string): Found {
    return { atoms: [], lost: { ...this.#from(i, used), ...(why && { why }) }, used };
  }

  /** Days that are none: times that go with them are lost too. */
  #noDay(i: number, used: number, why: string): Found {
    return {
      atoms: [{ kind: 'days', days: [], why, weak: false, free: false, ...this.#from(i, used) }],
      used,
    };
  }

  /** "Mon 2pm to Wed noon", "Mon pm to Wed", "from Tuesday 2pm", "until Wed noon". */
  #stretch(i: number): Found | undefined {
    const { hours } = this.#setting;
    const opening = this.#token(i)?.kind;
    const open = opening === 'from' || opening === 'after' || opening === 'until' || opening === 'before';
    const a = open ? i + 1 : i;
    const first = this.#moment(a);
    if (!first) return undefined;
    const last = isTo(this.#token(a + first.used)) ? this.#moment(a + first.used + 1) : undefined;
    if (last && (first.timed || (last.timed && !last.part))) {
      const used = a - i + first.used + 1 + last.used;
      const span = { from: first.at(hours, 'start'), to: last.at(hours, 'end') };
      return span.from < span.to
        ? { atoms: [{ kind: 'stretch', span, ...this.#from(i, used) }], used }
        : this.#lost(i, used, 'The end is before the start.');
    }
    if (!open || !first.timed || first.part || isTo(this.#token(a + first.used))) return undefined;
    const used = 1 + first.used;
    const span: Span =
      opening === 'from' || opening === 'after'
        ? { from: first.at(hours, 'start'), to: (lastDay + 1) * DAY }
        : { from: DAY, to: first.at(hours, 'start') };
    return { atoms: [{ kind: 'stretch', span, ...this.#from(i, used) }], used };
  }

  /** One day, and perhaps a time or a part of it, that is not the start of a range of times. */
  #moment(i: number):
    | {
        readonly used: number;
        readonly timed: boolean;
        readonly part: boolean;
        readonly at: (hours: Setting['hours'], end: 'start' | 'end') => Minute;
      }
    | undefined {
    const day = this.#token(i);
    if (!isDays(day) || day.days.length !== 1) return undefined;
    const midnight = day.days[0]! * DAY;
    const next = this.#token(i + 1);
    if (isTime(next)) {
      const after = this.#token(i + 2);
      const isRange = (isTo(after) && !isDays(this.#token(i + 3))) || after?.kind === 'onwards';
      if (isRange) return undefined;
      return { used: 2, timed: true, part: false, at: (hours) => midnight + clockIn(next.clock, hours) };
    }
    if (isPart(next) && !next.everyDay)
      return {
        used: 2,
        timed: true,
        part: true,
        at: (hours, end) => midnight + partSpan(next.part, hours)[end === 'start' ? 'from' : 'to'],
      };
    return {
      used: 1,
      timed: false,
      part: false,
      at: (_, end) => midnight + (end === 'start' ? 0 : DAY),
    };
  }

  /** Days: "Mon-Wed", "Mon 23 March", "from Tuesday", "until Wed", "all week". */
  #days(i: number): Found | undefined {
    const opening = this.#token(i)?.kind;
    if (opening === 'from' || opening === 'after' || opening === 'until' || opening === 'before') {
      const day = this.#one(i + 1);
      if (!day) return undefined;
      if ('why' in day) return this.#noDay(i, 1 + day.used, day.why);
      const next = this.#token(i + 1 + day.used);
      // "from Tue to Thu", "from Tue 10 to 12", "from Tue after 2": the day stands by itself.
      if (opening === 'from' && (isTo(next) || isTime(next))) return { atoms: [], used: 1 };
      const ends = {
        from: [day.day, lastDay],
        after: [day.day + 1, lastDay],
        until: [1, day.day],
        before: [1, day.day - 1],
      }[opening];
      const onwards = next?.kind === 'onwards' ? 1 : 0;
      return this.#allOf(i, 1 + day.used + onwards, through(ends[0], ends[1]));
    }
    if (opening === 'between') {
      const a = this.#one(i + 1);
      const z = a && this.#one(i + 2 + a.used);
      if (!a || !z || 'why' in a || 'why' in z) return undefined;
      return this.#allOf(i, 2 + a.used + z.used, through(a.day, z.day));
    }
    const token = this.#token(i);
    if (token?.kind === 'every-day')
      return {
        atoms: [{ kind: 'days', days: everyDay, weak: true, free: token.free, ...this.#from(i, 1) }],
        used: 1,
      };
    if (!isDays(token)) return undefined;
    const one = this.#one(i);
    if (!one) return this.#allOf(i, 1, token.days);
    if ('why' in one) return this.#noDay(i, one.used, one.why);
    const next = this.#token(i + one.used);
    if (next?.kind === 'onwards') return this.#allOf(i, one.used + 1, through(one.day, lastDay));
    const other = isTo(next) ? this.#one(i + one.used + 1) : undefined;
    if (!other) return this.#allOf(i, one.used, [one.day]);
    const used = one.used + 1 + other.used;
    return 'why' in other
      ? this.#noDay(i, used, other.why)
      : this.#allOf(i, used, through(one.day, other.day));
  }

  #allOf(i: number, used: number, days: readonly (number | undefined)[]): Found {
    const known = days.filter((d) => d !== undefined);
    if (known.length < days.length) return this.#noDay(i, used, 'The end is before the start.');
    return { atoms: [{ kind: 'days', days: known, weak: false, free: false, ...this.#from(i, used) }], used };
  }

  /** One day, its weekday and its date perhaps both given: they have to agree. */
  #one(
    i: number,
  ):
    | { readonly day: number; readonly used: number }
    | { readonly why: string; readonly used: number }
    | undefined {
    const day = this.#token(i);
    if (!isDays(day) || day.days.length !== 1) return undefined;
    const gap = this.#token(i + 1)?.kind === 'comma' ? 2 : 1;
    const next = this.#token(i + gap);
    if (!isDays(next) || next.days.length !== 1 || next.isDate === day.isDate || (gap === 2 && day.isDate))
      return { day: day.days[0]!, used: 1 };
    return next.days[0] === day.days[0]
      ? { day: day.days[0]!, used: gap + 1 }
      : { why: 'The day of the week and the date are not the same day.', used: gap + 1 };
  }

  /** Times of day: "10-12", "between 10 and 12", "after 3", "until 11", "2 onwards", "before lunch", "morning". */
  #times(i: number): Found | undefined {
    const token = this.#token(i);
    const kind = token?.kind;
    const opened = kind === 'between' || kind === 'from' || kind === 'after';
    const first = this.#token(opened ? i + 1 : i);
    if (isTime(first)) {
      const a = opened ? i + 1 : i;
      const joint = this.#token(a + 1);
      const last = this.#token(a + 2);
      if (isTime(last) && (isTo(joint) || (kind === 'between' && joint?.kind === 'and')))
        return this.#time(i, a + 3 - i, (hours) => rangeIn(first.clock, last.clock, hours));
      if (isPart(last) && isTo(joint))
        return this.#time(i, a + 3 - i, (hours) => ({
          from: clockIn(first.clock, hours),
          to: partSpan(last.part, this.#setting.hours).from,
        }));
      const onwards = joint?.kind === 'onwards';
      if (kind === 'from' || kind === 'after' || onwards)
        return this.#time(i, a + 1 - i + (onwards ? 1 : 0), (hours) => ({
          from: clockIn(first.clock, hours),
          to: DAY,
        }));
      return this.#lost(i, a + 1 - i, 'Say from when to when, such as 10 to 11, or after 10.');
    }
    if (kind === 'before' || kind === 'until' || kind === 'after' || kind === 'from') {
      const next = this.#token(i + 1);
      if (isTime(next)) return this.#time(i, 2, (hours) => ({ from: 0, to: clockIn(next.clock, hours) }));
      if (!isPart(next)) return undefined;
      const part = partSpan(next.part, this.#setting.hours);
      return this.#time(i, 2, () =>
        kind === 'before' || kind === 'until'
          ? { from: 0, to: kind === 'until' ? part.to : part.from }
          : { from: kind === 'from' ? part.from : part.to, to: DAY },
      );
    }
    if (!isPart(token)) return undefined;
    const span = partSpan(token.part, this.#setting.hours);
    const at = this.#from(i, 1);
    const times: Atom = { kind: 'times', part: true, within: () => span, ...at };
    const days: Atom = { kind: 'days', days: everyDay, weak: true, free: false, ...at };
    return { atoms: token.everyDay ? [times, days] : [times], used: 1 };
  }

  #time(i: number, used: number, within: (hours: Span) => Span | undefined): Found {
    const span = within(this.#setting.hours);
    if (!span || span.from >= span.to) return this.#lost(i, used, 'The end is before the start.');
    return { atoms: [{ kind: 'times', part: false, within, ...this.#from(i, used) }], used };
  }

  #word(i: number): Found {
    const token = this.#tokens[i]!;
    switch (token.kind) {
      case 'mode':
        return { atoms: [{ ...this.#from(i, 1), kind: 'mode', mode: token.mode }], used: 1 };
      case 'rest':
      case 'and':
      case 'comma':
      case 'stop':
      case 'but':
      case 'except':
        return { atoms: [{ ...this.#from(i, 1), kind: token.kind }], used: 1 };
      case 'no-day':
        return this.#noDay(i, 1, token.why);
      case 'lost':
        return this.#lost(i, 1, token.why);
      // A dash or a "to" that joins nothing is only punctuation.
      case 'to':
        return { atoms: [{ ...token, kind: 'comma' }], used: 1 };
      default:
        return this.#lost(i, 1);
    }
  }
}
