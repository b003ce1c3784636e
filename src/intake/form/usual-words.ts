import type { Entry } from '../../entry/entry.ts';

/** Access needs that come up everywhere. */
const usualAccess = ['step-free', 'hearing-loop'];
/** What rooms have; the presentations ask for the first two (manual 1472). */
const usualEquipment = ['projector', 'flipcharts', 'computers'];

const each = (usual: readonly string[], lists: readonly (readonly string[] | undefined)[]) => [
  ...new Set([...usual, ...lists.flatMap((list) => list ?? [])]),
];

/** Every access need that is asked for or offered somewhere in a review, the usual ones first. */
export const accessWords = (entry: Entry): readonly string[] =>
  each(usualAccess, [
    ...(entry.contacts ?? []).flatMap((c) => [c.access, c.office?.access]),
    ...(entry.peers ?? []).map((p) => p.access),
    ...(entry.sites ?? []).map((s) => s.access),
    ...(entry.rooms ?? []).map((r) => r.access),
    ...(entry.travel ?? []).map((t) => t.access),
  ]);

/** Every piece of equipment that a room has or a session wants, the usual ones first. */
export const equipmentWords = (entry: Entry): readonly string[] =>
  each(usualEquipment, [
    ...(entry.rooms ?? []).map((r) => r.equipment),
    ...(entry.sessions ?? []).map((s) => s.place?.equipment),
    ...(entry.review.frame?.days ?? []).flatMap((d) => (d.events ?? []).map((e) => e.equipment)),
  ]);
