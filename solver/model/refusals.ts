import type { Breach, Part, Rule } from '../../src/rules/rule.ts';

/** Why times, places or peers of a session were never offered: by rule, how often, and one sentence as an example. */
export interface Refusal {
  readonly rule: string;
  readonly what: 'time' | 'place' | 'peer' | 'pair';
  count: number;
  readonly example: Breach;
  /** Ids of the peers it was tried on (`peer`). */
  readonly people: Set<string>;
}

export class Refusals {
  readonly list: Refusal[] = [];
  tried = 0;

  add(rule: Rule, part: Part, what: Refusal['what'], breach: Breach, people: readonly string[]): void {
    const key = `${rule.id}/${part.name}`;
    const known = this.list.find((r) => r.rule === key && r.what === what);
    if (known) {
      known.count++;
      for (const id of people) known.people.add(id);
    } else this.list.push({ rule: key, what, count: 1, example: breach, people: new Set(people) });
  }
}
