import { asHeld, heldIn } from '../../programme/programme.ts';
import { nameOf } from '../../review/facts.ts';
import { DAY } from '../../time/span.ts';
import { otherWaivers, waiversFor } from '../waivers.ts';
import { type WeekPageDay, type WeekSlot, weekOnAPage } from '../week-on-a-page.ts';
import { listed } from '../words.ts';
import { footNotes, keyNote, type Material, paperOf } from './material.ts';
import { type Line, onOnePage, type Paper, plain, quiet, sheet, strong } from './paper.ts';

/** Parts of a day, by the minute of the day at which they begin. */
const parts: readonly { readonly name: string; readonly from: number; readonly to: number }[] = [
  { name: 'Morning', from: 0, to: 12 * 60 },
  { name: 'Afternoon', from: 12 * 60, to: 18 * 60 },
  { name: 'Evening', from: 18 * 60, to: DAY },
];

const startOf = (slot: WeekSlot): number => (slot.event ?? slot.sessions[0])?.at.from ?? 0;

/** `A  Director`, the pair at the far end, under the time at which they are. */
const linesOf = (slot: WeekSlot): readonly Line[] => [
  slot.event === null ? strong(slot.time) : quiet(`${slot.time} ${slot.event.title}`),
  ...slot.sessions.map((s): Line => {
    const end = s.pair.map((p) => p.initials).join(' ');
    return { ...plain(`${s.stream}  ${s.title}`), ...(end !== '' && { end }) };
  }),
];

const within = (day: WeekPageDay, part: (typeof parts)[number]): readonly Line[] =>
  day.slots
    .filter((slot) => startOf(slot) % DAY >= part.from && startOf(slot) % DAY < part.to)
    .flatMap(linesOf);

/** The whole week on one sheet of A4 landscape, a column a day. */
export function weekPaper(material: Material): Paper {
  const { review, programme } = material;
  const actual = asHeld(review, programme);
  const held = heldIn(actual, programme);
  const days = weekOnAPage(review, programme);
  const evening = days.find((d) => d.day === 0);
  const columns = days.filter((d) => d !== evening);
  const before = (evening?.slots ?? []).flatMap(linesOf).map((line) => line.text);
  const left = programme.unplaced.map((u) => nameOf(review, u.session));
  const used = parts.filter((part) => columns.some((day) => within(day, part).length > 0));
  return paperOf(
    material,
    'on-site programme',
    [
      sheet({
        name: 'The week',
        landscape: true,
        title: 'The week on a page',
        before: evening && before.length > 0 ? [`${evening.name}: ${before.join('; ')}`] : [],
        tables: [
          {
            caption: '',
            corner: 'Part of the day',
            headWidth: 6.8,
            columns: columns.map((day) => ({ heading: day.name, share: 1 })),
            rows: used.map((part) => ({
              head: [strong(part.name)],
              quarters: 0,
              quiet: false,
              cells: columns.map((day) => ({
                lines: within(day, part),
                rows: 1,
                columns: 1,
                look: 'plain' as const,
              })),
            })),
          },
        ],
        foot: [
          ...keyNote(review),
          ...footNotes(
            [...waiversFor(actual, held), ...otherWaivers(actual, held)],
            left.length > 0 ? [`${listed(left)}.`] : [],
          ),
        ],
        text: onOnePage,
      }),
    ],
    'the week on a page',
  );
}
