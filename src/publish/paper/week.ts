import { asHeld, heldIn } from '../../programme/programme.ts';
import { nameOf } from '../../review/facts.ts';
import { otherWaivers, waiversFor } from '../waivers.ts';
import { sharesOf, type WeekSlot, weekOnAPage } from '../week-on-a-page.ts';
import { listed } from '../words.ts';
import { footNotes, keyNote, type Material, paperOf } from './material.ts';
import { cell, type Line, onOnePage, type Paper, plain, quiet, sheet, strong } from './paper.ts';

/** `A  Director`, the pair at the far end, under the time at which they are. */
const linesOf = (slot: WeekSlot): readonly Line[] => [
  slot.event === null ? strong(slot.time) : quiet(`${slot.time} ${slot.event.title}`),
  ...slot.sessions.map((s): Line => {
    const end = s.pair.map((p) => p.initials).join(' ');
    return { ...plain(`${s.stream}  ${s.title}`), ...(end !== '' && { end }) };
  }),
];

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
  const shares = sharesOf(columns);
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
            corner: '',
            headWidth: 0,
            columns: columns.map((day, n) => ({ heading: day.name, share: shares[n]! })),
            rows: [
              {
                head: [],
                quarters: 0,
                quiet: false,
                cells: columns.map((day) => cell(...day.slots.flatMap(linesOf))),
              },
            ],
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
