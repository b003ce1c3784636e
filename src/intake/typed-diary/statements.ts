import { DAY, overlaps, type Span } from '../../time/span.ts';
import type { Atom, Lost } from './atoms.ts';
import type { Setting } from './setting.ts';
import type { Mode } from './vocabulary.ts';

/** What is said of some of the week. */
export interface Statement {
  readonly mode: Exclude<Mode, 'not'>;
  /** Minutes of the week, as typed; `rest`: of all that nothing else is said of. */
  readonly spans: readonly Span[] | 'rest';
  /** An exception to what was said before it. */
  readonly except: boolean;
  readonly at: Lost;
}

type Said = Statement['mode'];
type Of<K extends Atom['kind']> = Extract<Atom, { readonly kind: K }>;

/** Some atoms between two commas, and what is said of them. */
interface Segment {
  readonly lead: Of<'mode'>[];
  readonly body: Atom[];
  readonly tail: Of<'mode'>[];
  except: boolean;
}

const isBody = (a: Atom | undefined): boolean =>
  a?.kind === 'days' || a?.kind === 'times' || a?.kind === 'stretch' || a?.kind === 'rest';

/**
 * Statements in the order in which they stand, and words that say something of no time. `unread`: the words that
 * were not understood so far.
 */
export function statementsOf(
  setting: Setting,
  atoms: readonly Atom[],
  unread: readonly Lost[],
): { readonly statements: readonly Statement[]; readonly lost: readonly Lost[] } {
  const statements: Statement[] = [];
  const lost: Lost[] = [];
  for (const sentence of sentencesOf(atoms)) new Sentence(setting, statements, lost, unread).read(sentence);
  return { statements, lost };
}

function sentencesOf(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const sentences: Atom[][] = [[]];
  for (const atom of atoms) {
    if (atom.kind === 'stop') sentences.push([]);
    else sentences.at(-1)!.push(atom);
  }
  return sentences.filter((s) => s.length > 0);
}

class Sentence {
  readonly #setting: Setting;
  readonly #out: Statement[];
  readonly #lost: Lost[];
  readonly #unread: readonly Lost[];
  /** What is said of times that stand bare: what was last said of others, at first the question's answer. */
  #governing: Said;
  #begun = false;
  /** The days last named, for times that stand without. */
  #days: { readonly on: readonly number[]; readonly why?: string } | undefined;
  /** Words like "busy" that no time has followed yet. */
  #waiting: Of<'mode'>[] = [];

  constructor(setting: Setting, out: Statement[], lost: Lost[], unread: readonly Lost[]) {
    this.#unread = unread;
    this.#setting = setting;
    this.#out = out;
    this.#lost = lost;
    this.#governing = setting.asks;
  }

  read(atoms: readonly Atom[]): void {
    for (const segment of segmentsOf(atoms)) this.#segment(segment);
    for (const { from, to } of this.#waiting) this.#lost.push({ from, to, why: 'Say when.' });
  }

  #segment({ lead, body, tail, except }: Segment): void {
    if (except) this.#governing = this.#governing === 'can' || this.#governing === 'only' ? 'cant' : 'can';
    if (body.length === 0) {
      const said = saidBy([...lead, ...tail]);
      if (said) this.#governing = said;
      this.#waiting.push(...lead, ...tail);
      this.#begun ||= lead.length > 0;
      return;
    }
    this.#waiting = [];
    const free = body.some((a) => a.kind === 'days' && a.free);
    const own = saidBy([...lead, ...tail], free);
    const mode = own ?? this.#governing;
    // A "not" in the middle is about what stands beside it; any other word goes on until the next.
    const local = this.#begun && lead.length === 1 && lead[0]!.mode === 'not';
    if (own && lead.length > 0 && !local) this.#governing = saidBy(lead, free) ?? own;
    this.#begun = true;
    const rest = body.some((a) => a.kind === 'rest');
    const at = { from: body[0]!.from, to: body.at(-1)!.to };
    if (rest) this.#out.push({ mode, spans: 'rest', except: false, at });
    for (const group of groupsOf(body)) {
      const spans = this.#spansOf(group);
      if (spans.length > 0) this.#out.push({ mode, spans, except: except && !own, at: group.at });
    }
  }

  #spansOf({ days, times, stretches, at }: Group): readonly Span[] {
    if (days.length === 0 && times.length === 0) return stretches;
    const { on, why } = this.#on(days, at);
    if (why) {
      this.#lost.push({ from: at.from, to: at.to, why });
      return [];
    }
    const clocks = timesOf(times, this.#setting.hours);
    return on.flatMap((d) => clocks.map((c) => ({ from: d * DAY + c.from, to: d * DAY + c.to })));
  }

  /** The days of some times: their own, else those last named, else every day. */
  #on(days: Group['days'], at: Lost): { readonly on: readonly number[]; readonly why?: string } {
    const named = days.filter((d) => !d.weak);
    if (named.length > 0) {
      const why = named.find((d) => d.why)?.why;
      this.#days = { on: [...new Set(named.flatMap((d) => d.days))], ...(why && { why }) };
      return this.#days;
    }
    if (days.length > 0) return { on: days[0]!.days };
    if (this.#days) return this.#days;
    // A word that we can't read beside times without a day may well be their day.
    const maybeDay = this.#unread.some(
      (l) => Math.min(Math.abs(at.from - l.to), Math.abs(l.from - at.to)) < 2,
    );
    return maybeDay ? { on: [], why: 'Say on which day.' } : { on: [1, 2, 3, 4, 5] };
  }
}

/** What words say together: "not free", "prefer not", "can only"; undefined where there are none. */
function saidBy(modes: readonly Of<'mode'>[], free = false): Said | undefined {
  const has = (mode: Mode) => modes.some((m) => m.mode === mode);
  if (has('if-needed')) return 'if-needed';
  if (has('preferred')) return has('not') || has('cant') ? 'if-needed' : 'preferred';
  if (has('cant')) return has('not') ? 'can' : 'cant';
  if (has('not')) return 'cant';
  if (has('only')) return 'only';
  return has('can') || free ? 'can' : undefined;
}

/** Parts the atoms of a sentence where commas, "but" and "except" stand, and before a word about what follows it. */
function segmentsOf(atoms: readonly Atom[]): readonly Segment[] {
  const fresh = (except = false): Segment => ({ lead: [], body: [], tail: [], except });
  const segments: Segment[] = [fresh()];
  atoms.forEach((atom, i) => {
    const now = segments.at(-1)!;
    if (atom.kind === 'except') segments.push(fresh(true));
    else if (atom.kind === 'but' || (atom.kind === 'comma' && !joins(atoms, i))) {
      if (now.body.length > 0 || now.lead.length > 0) segments.push(fresh());
    } else if (atom.kind === 'mode') {
      if (now.body.length === 0) now.lead.push(atom);
      else if (atom.mode !== 'if-needed' && now.tail.length === 0 && leadsOn(atoms, i))
        segments.push({ ...fresh(), lead: [atom] });
      else now.tail.push(atom);
    } else if (now.tail.length > 0) {
      // What follows "Tuesday if needed" is a new thing.
      segments.push({ ...fresh(), body: isBody(atom) ? [atom] : [] });
    } else if (isBody(atom) || now.body.length > 0) now.body.push(atom);
  });
  return segments.filter((s) => s.lead.length + s.body.length > 0);
}

/** Whether the words from `i` are about times that follow them: a time follows with nothing between. */
function leadsOn(atoms: readonly Atom[], i: number): boolean {
  let next = i + 1;
  while (atoms[next]?.kind === 'mode') next++;
  return isBody(atoms[next]);
}

/** Whether a comma stands in a list of days that ends with "and", or between a day and its times: "Tue, 10-12". */
function joins(atoms: readonly Atom[], comma: number): boolean {
  if (atoms[comma - 1]?.kind !== 'days') return false;
  let i = comma + 1;
  if (atoms[i]?.kind === 'times') {
    while (atoms[i]?.kind === 'times' || atoms[i]?.kind === 'and') i++;
    return atoms[i]?.kind !== 'days';
  }
  while (atoms[i]?.kind === 'days' && atoms[i + 1]?.kind === 'comma') i += 2;
  if (atoms[i]?.kind === 'and') return atoms[i + 1]?.kind === 'days';
  return atoms[i]?.kind === 'days' && atoms[i + 1]?.kind === 'and' && atoms[i + 2]?.kind === 'days';
}

/** Days with the times of day that go with them. */
interface Group {
  readonly days: Of<'days'>[];
  readonly times: Of<'times'>[];
  readonly stretches: Span[];
  at: Lost;
}

/** "Tue 10-12 and Wed 2-4" are two, and so are "10-12 on Tue and 2-4 on Wed"; which comes first shows how it goes on. */
function groupsOf(body: readonly Atom[]): readonly Group[] {
  const parts = body.filter((a) => a.kind === 'days' || a.kind === 'times' || a.kind === 'stretch');
  const timesFirst = parts[0]?.kind === 'times' && parts.some((p) => p.kind === 'days' && !p.weak);
  const groups: Group[] = [];
  for (const part of parts) {
    let now = groups.at(-1);
    const opens =
      !now ||
      part.kind === 'stretch' ||
      now.stretches.length > 0 ||
      (part.kind === 'days' && !part.weak && !timesFirst && now.times.length > 0) ||
      (part.kind === 'times' && timesFirst && now.days.some((d) => !d.weak));
    if (opens || !now) {
      now = { days: [], times: [], stretches: [], at: part };
      groups.push(now);
    }
    if (part.kind === 'days') now.days.push(part);
    else if (part.kind === 'times') now.times.push(part);
    else now.stretches.push(part.span);
    now.at = { from: now.at.from, to: part.to };
  }
  return groups;
}

/** Minutes of the day. A part of the day narrows a time beside it ("Tuesday afternoon after 3"); two times are both. */
function timesOf(times: readonly Of<'times'>[], hours: Setting['hours']): readonly Span[] {
  if (times.length === 0) return [{ from: 0, to: DAY }];
  const parts = times.filter((t) => t.part).flatMap((t) => t.within(hours) ?? []);
  const clocks = times.filter((t) => !t.part);
  if (clocks.length === 0) return parts;
  const near = parts.length === 1 ? parts[0]! : undefined;
  return clocks.flatMap((t) => {
    const span = t.within(near ?? hours) ?? t.within(hours);
    if (!span) return [];
    if (!near || !overlaps(near, span)) return [span];
    return [{ from: Math.max(near.from, span.from), to: Math.min(near.to, span.to) }];
  });
}
