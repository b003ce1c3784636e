import type { PeerDay, PeerLoad } from '../../../src/check/peer-load.ts';
import { counted, listed } from '../../../src/publish/words.ts';
import { allThemes, nameOf, peerOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { DAY, length, type Span } from '../../../src/time/span.ts';
import { clockSpan, dayName } from '../../../src/time/words.ts';

/** `7.5 hours`, `1 hour`. */
const hours = (minutes: number): string => {
  const n = Math.round(minutes / 6) / 10;
  return `${n} hour${n === 1 ? '' : 's'}`;
};

const total = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + length(span), 0);

/** How wide a picture is, in its own units. */
const WIDE = 1000;

const place = (n: number, all: number): number => Math.round((n / all) * WIDE);

/** The load as a bar against the longest of the team, with a line at the fair share. */
function barView({ minutes, travel, fair }: PeerLoad, most: number) {
  return {
    sessions: place(minutes - travel, most),
    travel: place(travel, most),
    from: place(minutes - travel, most),
    fair: fair === undefined ? null : place(fair, most),
  };
}

function againstFair({ minutes, fair }: PeerLoad): string {
  if (fair === undefined) return 'Takes no interviews';
  const more = minutes - fair;
  if (Math.abs(more) < 15) return 'As a fair share';
  return `${hours(Math.abs(more))} ${more > 0 ? 'more' : 'less'} than a fair share`;
}

/** A day of a peer, drawn between the first and the last minute of all windows, and the same in words. */
function dayPicture(review: Review, { day, sessions, windows, away, free }: PeerDay, all: Span) {
  const piece = (kind: string) => (span: Span) => {
    const from = span.from - day * DAY - all.from;
    return { kind, x: place(from, length(all)), width: Math.max(4, place(length(span), length(all))) };
  };
  const held = sessions.map((h) => ({ from: h.placement.start, to: h.placement.end }));
  const journeys = sessions.flatMap(({ placement: { start, end, away: gone } }) =>
    [
      { from: gone.from, to: start },
      { from: end, to: gone.to },
    ].filter((span) => span.from < span.to),
  );
  const blocks = free.filter((span) => length(span) >= 60);
  const words = [
    sessions.length === 0 ? 'No session' : `${counted(sessions.length, 'session')}, ${hours(total(held))}`,
    total(away) > 0 ? `away ${hours(total(away))}` : '',
    blocks.length === 0 ? 'no free hour' : `free ${listed(blocks.map(clockSpan))}`,
  ].filter(Boolean);
  return {
    name: dayName(review.week, day),
    pieces: [
      ...windows.map(piece('window')),
      ...away.map(piece('away')),
      ...journeys.map(piece('travel')),
      ...held.map(piece('session')),
    ],
    words: words.join('; '),
    tight: blocks.length === 0 && sessions.length > 0,
  };
}

/** What each of the team carries: drawn, in figures and in words. */
export function loadView(review: Review, loads: readonly PeerLoad[]) {
  const most = Math.max(60, ...loads.map((l) => Math.max(l.minutes, l.fair ?? 0)));
  const daytime = review.frame.windows.filter((w) => !w.evening);
  const all = {
    from: Math.min(...daytime.map((w) => w.from - w.day * DAY)),
    to: Math.max(...daytime.map((w) => w.to - w.day * DAY)),
  };
  const themes = new Map(allThemes(review).map((t) => [t.id, t.title]));
  return {
    days: (loads[0]?.days ?? []).map(({ day }) => dayName(review.week, day)),
    peers: loads.map((load) => {
      const { peer } = load;
      return {
        name: peer.name,
        initials: peer.initials,
        themes: listed(peer.themes.map((t) => themes.get(t) ?? t)),
        bar: barView(load, most),
        hours: hours(load.minutes),
        fair: againstFair(load),
        uneven: load.fair !== undefined && Math.abs(load.minutes - load.fair) >= 90,
        sessions: `${counted(load.sessions.length, 'session')}${load.alone > 0 ? `, ${load.alone} alone` : ''}`,
        travel: load.travel > 0 ? `${hours(load.travel)} of travel` : '',
        own: load.themed === 0 ? '' : `${load.ownThemes} of ${load.themed} on their own themes`,
        parts:
          load.leads + load.takesNotes === 0
            ? 'Who leads is not settled'
            : `Leads ${load.leads}, takes notes in ${load.takesNotes}`,
        partners: load.partners.map(([id, times]) => ({
          name: nameOf(review, id),
          initials: peerOf(review, id)?.initials ?? id,
          times: String(times),
        })),
        days: load.days.map((day) => dayPicture(review, day, all)),
      };
    }),
  };
}
