import type { Broken } from './broken.ts';
import { frame } from './frame.ts';
import { load } from './load.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { type Facts, read } from './read.ts';
import { times } from './times.ts';
import { travel } from './travel.ts';

/** The rules that the review manager may waive (rules.md, "must, waivable"). */
const WAIVABLE = new Set([
  'interview-length',
  'focus-group-length',
  'key-people-alone',
  'case-record-staff',
  'children',
  'by-phone',
]);

/**
 * A second opinion on programmes: every must rule of the rule book, from its text and the manual's alone, on the two
 * files as they stand. Shares no code with the checker of src, so that what both say is no shared mistake. Gives what
 * is broken and not waived, in no order that means anything.
 */
export function referee(reviewText: string, programmeText: string): readonly Broken[] {
  const facts = read(reviewText, programmeText);
  return [frame, times, load, people, places, travel]
    .flatMap((chapter) => chapter(facts))
    .filter((b) => !isWaived(facts, b));
}

/**
 * A waiver is about a session; or about the people whom the breach names, then every one of them; or, where it names
 * nobody, about somebody whom its session sees.
 */
function isWaived(facts: Facts, { rule, sessions, people: named, never }: Broken): boolean {
  if (!WAIVABLE.has(rule) || never) return false;
  const about = new Set(facts.waivers.filter((w) => w.rule === rule).map((w) => w.about));
  if (sessions.some((id) => about.has(id))) return true;
  if (named.length > 0) return named.every((id) => about.has(id));
  return facts.meetings.some((m) => sessions.includes(m.id) && m.contacts.some((id) => about.has(id)));
}
