import { heldBy, heldIn } from '../../programme/programme.ts';
import { contactOwnWeek, type OwnWeek, peerOwnWeek, roomOwnWeek } from '../page/own-week.ts';
import type { ItemView } from '../page/week-view.ts';
import { footNotes, type Material, paperOf } from './material.ts';
import {
  type Line,
  onOnePage,
  type Paper,
  plainLines,
  quiet,
  type Row,
  type Sheet,
  sheet,
  strong,
} from './paper.ts';

/** The day, across the table, before what is on it. */
const dayRow = (name: string): Row => ({
  head: [strong(name)],
  quarters: 0,
  quiet: false,
  cells: [{ lines: [], rows: 1, columns: 2, look: 'plain' }],
});

/** Much on little paper: what would be lines follows on. */
const linesIn = (texts: readonly string[], dense: boolean): readonly Line[] =>
  plainLines(dense ? [texts.join(' · ')] : texts);

function itemRow(item: ItemView, dense: boolean): Row {
  const marks = item.marks.map((mark) => mark.word).join(', ');
  const title = `${item.title}${marks === '' ? '' : ` [${marks}]`}`;
  const [look, first] = item.weighty
    ? (['weighty', strong(title)] as const)
    : (['quiet', quiet(title)] as const);
  return {
    head: [{ text: item.time, weight: item.weighty ? 'strong' : 'plain' }],
    quarters: 0,
    quiet: !item.weighty,
    cells: [
      { lines: [first, ...linesIn(item.lines, dense)], rows: 1, columns: 1, look },
      {
        lines: linesIn(item.beside, dense),
        rows: 1,
        columns: 1,
        look: item.weighty ? 'plain' : 'quiet',
      },
    ],
  };
}

/** Somebody's or a room's week on one sheet. */
const ownSheet = ({ name, lead, week, notes, waivers }: OwnWeek): Sheet =>
  sheet({
    name,
    title: name,
    lead,
    tables:
      week.days.length === 0
        ? []
        : [
            {
              caption: '',
              corner: 'Time',
              headWidth: 11.4,
              columns: [
                { heading: 'What', share: 0.56 },
                { heading: 'Where and with whom', share: 0.44 },
              ],
              rows: week.days.flatMap((day) => [
                dayRow(day.name),
                ...day.items.map((item) => itemRow(item, week.dense)),
              ]),
            },
          ],
    notes,
    foot: footNotes(waivers),
    text: onOnePage,
  });

function ownPaper(
  material: Material,
  weeks: readonly (OwnWeek | undefined)[],
  all: string,
): Paper | undefined {
  const known = weeks.filter((week) => week !== undefined);
  const [first] = known;
  if (first === undefined) return undefined;
  const title = known.length === 1 ? `${first.subject}, ${first.name}` : all;
  return paperOf(material, first.subject, known.map(ownSheet), title);
}

/** A peer's week; with nobody named, every peer's, a sheet each. */
export const peerPaper = (material: Material, who: string): Paper | undefined => {
  const { review, programme } = material;
  const ids = who === '' ? review.peers.map((p) => p.id) : [who];
  return ownPaper(
    material,
    ids.map((id) => peerOwnWeek(review, programme, id)),
    'the weeks of the peers',
  );
};

/** A contact's own slots; with nobody named, a sheet for each who is seen. */
export const contactPaper = (material: Material, who: string): Paper | undefined => {
  const { review, programme } = material;
  const held = heldIn(review, programme);
  const seen = review.contacts.map((c) => c.id).filter((id) => heldBy(review, held, id).length > 0);
  return ownPaper(
    material,
    (who === '' ? seen : [who]).map((id) => contactOwnWeek(review, programme, id)),
    'the times of those seen',
  );
};

/** What is held in a room; with none named, in each room that is used. */
export const roomPaper = (material: Material, who: string): Paper | undefined => {
  const { review, programme } = material;
  const weeks = (who === '' ? review.rooms.map((r) => r.id) : [who]).map((id) =>
    roomOwnWeek(review, programme, id),
  );
  return ownPaper(
    material,
    who === '' ? weeks.filter((week) => week?.week.days.length !== 0) : weeks,
    'the weeks of the rooms',
  );
};
