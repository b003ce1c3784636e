import { asHeld, heldIn, type Programme } from '../../programme/programme.ts';
import { nameOf } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import type { Stamp } from '../stamp.ts';
import { otherWaivers, waiversFor } from '../waivers.ts';
import { type WeekPageDay, type WeekSlot, weekOnAPage } from '../week-on-a-page.ts';
import { listed } from '../words.ts';
import { fitText, linesOf } from './fit.ts';
import { render } from './render.ts';
import { headerView, teamView } from './sheet.ts';

/** Millimetres of A4 landscape within its margins. */
const paper = { width: 277, height: 190 };
const mmPerPoint = 0.3528;

const slotView = (slot: WeekSlot) => ({
  kind: slot.event ? 'event' : 'session',
  time: slot.time,
  event: slot.event?.title ?? '',
  sessions: slot.sessions.map((s) => ({
    stream: s.stream,
    title: s.title,
    pair: s.pair.map((p) => p.initials).join(' '),
  })),
});

type SlotView = ReturnType<typeof slotView>;

function heightOf(days: readonly { readonly slots: readonly SlotView[] }[], points: number): number {
  const em = points * mmPerPoint;
  const width = (paper.width - (days.length - 1) * 2) / Math.max(1, days.length) - em * 0.8 - 1;
  const slotHeight = (slot: SlotView) => {
    const lines =
      linesOf(`${slot.time} ${slot.event}`, points, width, slot.event === '') +
      slot.sessions
        .map((s) => linesOf(`${s.stream} ${s.title} ${s.pair}`, points, width - em * 1.1))
        .reduce((a, b) => a + b, 0);
    return (lines * 1.2 + 0.44) * em + 0.3;
  };
  const tall = days.map((d) => d.slots.map(slotHeight).reduce((a, b) => a + b, 0));
  return Math.max(0, ...tall) + em * 2;
}

/** The evening before is the head of the first day's column, not a column of its own. */
function columnsOf(days: readonly WeekPageDay[]) {
  const evening = days.find((d) => d.day === 0);
  const rest = days.filter((d) => d !== evening);
  return rest.map((day, i) => ({
    name: day.name,
    slots: [
      ...(i === 0 && evening
        ? evening.slots.map(slotView).map((s) => ({ ...s, time: `${evening.name}, ${s.time}` }))
        : []),
      ...day.slots.map(slotView),
    ],
  }));
}

/** The whole week on one sheet of A4 landscape. A whole HTML document. */
export function weekPage(review: Review, programme: Programme, stamp?: Stamp): string {
  const actual = asHeld(review, programme);
  const held = heldIn(actual, programme);
  const days = columnsOf(weekOnAPage(review, programme));
  const left = programme.unplaced.map((u) => nameOf(review, u.session));
  const foot = {
    page: '',
    team: teamView(review),
    waivers: [...waiversFor(actual, held), ...otherWaivers(actual, held)],
    left: left.length > 0 ? [`${listed(left)}.`] : [],
  };
  const key = foot.team.map((p) => `${p.initials} ${p.name}, ${p.role}; `).join('');
  const footLines = [key, ...foot.waivers, ...foot.left]
    .map((text) => linesOf(`Exception agreed. ${text}`, 8, paper.width))
    .reduce((a, b) => a + b, 0);
  const room = paper.height - 15 - 8 - footLines * 4 - 6;
  const points = fitText((p) => heightOf(days, p), room);
  return render(
    'week-page',
    {
      title: `${review.council}: the week on a page`,
      header: headerView(review, 'on-site programme', stamp),
      days,
      foot,
    },
    ['landscape', 'sheet', 'week-page'],
    [
      `.week-page { --columns: ${Math.max(1, days.length)}; }`,
      `@media print { .week-page { --text: ${points}pt; } }`,
    ],
  );
}
