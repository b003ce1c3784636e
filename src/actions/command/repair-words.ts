import type { Repair } from '../../programme/outcome.ts';
import { proofWords } from '../../publish/proof-words.ts';
import { counted } from '../../publish/words.ts';
import type { Report } from './report.ts';

/** Who has to be given another time by a repair, and whether another could do with fewer; never more than is proven. */
export function fewestWords({ disturbed, atLeast, fewest }: Repair): string {
  const { people, told } = disturbed;
  if (people === 0) return 'Nobody has to be given another time.';
  const knew =
    told === 0
      ? ''
      : told === people
        ? ', and had been told of the one before'
        : `; ${told} of them had been told of the one before`;
  const given = `${counted(people, 'person has', 'people have')} to be given another time, or none${knew}.`;
  if (fewest === 'proven') return `${given} No repair that holds as many sessions disturbs fewer: proven.`;
  const floor =
    atLeast.people === 0 ? '' : ` At least ${counted(atLeast.people, 'person has', 'people have')} to be.`;
  return `${given} That no repair disturbs fewer is not proven.${floor}`;
}

/** What is proven of a repair, and what it left as it was though rules speak against it. */
export function repairWords({ verdict, outcome, programme }: Report, repair: Repair): readonly string[] {
  const placed = new Set(programme.placements.map((p) => p.session));
  const left = verdict.broken.some((finding) => finding.sessions.some((id) => placed.has(id)));
  return [
    fewestWords(repair),
    ...(left
      ? [
          'What had begun, or is locked, was left as it is, though it breaks must rules: they are named below.',
        ]
      : []),
    ...(verdict.missing.length > 0 && outcome ? [proofWords(outcome)] : []),
  ];
}
