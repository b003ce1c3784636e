import { asHeld, heldIn, type Programme } from '../../programme/programme.ts';
import { nameOf } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import type { Stamp } from '../stamp.ts';
import { otherWaivers, waiversFor } from '../waivers.ts';
import { sharesOf, type WeekPageDay, type WeekSlot, weekOnAPage } from '../week-on-a-page.ts';
import { listed } from '../words.ts';
import { type Format, fitText, fitTextSmall, formats, linesOf } from './fit.ts';
import { render } from './render.ts';
import { headerView, teamView } from './sheet.ts';

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

interface ColumnView {
  readonly name: string;
  readonly slots: readonly SlotView[];
  /** How wide, against the others. */
  readonly share: number;
}

/** The height of the tallest day at a text size, in millimetres, as week-page.css draws it. */
function heightOf(days: readonly ColumnView[], points: number, across: number): number {
  const em = points * mmPerPoint;
  const shares = days.reduce((sum, day) => sum + day.share, 0) || 1;
  const slotHeight = (slot: SlotView, width: number) => {
    const lines =
      linesOf(`${slot.time} ${slot.event}`, points, width, slot.event === '') +
      slot.sessions
        .map((s) => linesOf(`${s.stream} ${s.title} ${s.pair}`, points, width - em * 0.3))
        .reduce((a, b) => a + b, 0);
    return (lines * 1.2 + 0.24) * em + 0.3;
  };
  const tall = days.map(({ slots, share }) => {
    const width = ((across - (days.length - 1) * 2) * share) / shares - em * 0.8 - 1;
    return slots.map((slot) => slotHeight(slot, width)).reduce((a, b) => a + b, 0);
  });
  return Math.max(0, ...tall) + em * 2;
}

/** The evening before is the head of the first day's column, not a column of its own. */
function columnsOf(days: readonly WeekPageDay[]): readonly ColumnView[] {
  const evening = days.find((d) => d.day === 0);
  const rest = days.filter((d) => d !== evening);
  const shares = sharesOf(rest);
  return rest.map((day, i) => ({
    name: day.name,
    share: shares[i]!,
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
    brief: null,
  };
  const key = foot.team.map((p) => `${p.initials} ${p.name}, ${p.role}; `).join('');
  const roomOn = ({ long: width, short: height }: Format) => {
    const footLines = [key, ...foot.waivers, ...foot.left]
      .map((text) => linesOf(`Exception agreed. ${text}`, 8.5, width))
      .reduce((a, b) => a + b, 0);
    return { width, height: height - 15 - 8 - footLines * 4.2 - 6 };
  };
  const fits = formats.map((format) => {
    const { width, height } = roomOn(format);
    return { a3: format.a3, points: fitText((p) => heightOf(days, p, width), height) };
  });
  const last = roomOn(formats[1]);
  const { a3, points } = fits.find((fit) => fit.points !== undefined) ?? {
    a3: true,
    points: fitTextSmall((p) => heightOf(days, p, last.width), last.height),
  };
  return render(
    'week-page',
    {
      title: `${review.council}: the week on a page`,
      header: headerView(review, 'on-site programme', stamp),
      a3,
      days,
      foot,
    },
    ['landscape', 'sheet', 'week-page'],
    [
      `.week-page { --columns: ${days.map(({ share }) => `minmax(0, ${share.toFixed(2)}fr)`).join(' ') || '1fr'}; }`,
      `@media print { .week-page { --text: ${points}pt; } }`,
    ],
  );
}
