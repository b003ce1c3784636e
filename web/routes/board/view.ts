import type { OpenRelease } from '../../../src/actions/amendments.ts';
import type { ChangedToday } from '../../../src/actions/week/changed-today.ts';
import type { Moment } from '../../../src/actions/week/moment.ts';
import { changeName } from '../../../src/programme/changes.ts';
import { type BoardItem, type BoardPeer, boardOf } from '../../../src/publish/board.ts';
import { happenedWords, isOfDay } from '../../../src/publish/happened-words.ts';
import type { Happening, PairsAgreed } from '../../../src/store/happenings-port.ts';
import { clock, dayName, instantMoment } from '../../../src/time/words.ts';

/** So many of what comes next are shown: what is further off is on the programme. */
const NEXT = 5;

const isWords: Readonly<Record<BoardPeer['is'], string>> = {
  'at a session': '',
  'with the team': '',
  'on the way': 'On the way: ',
  free: 'Free',
  away: 'Away',
};

const itemView = (item: BoardItem) => ({
  time: item.time,
  title: item.title,
  isSession: item.kind === 'session',
  who: item.who,
  place: item.place,
  pair: item.pair.map((p) => ({ initials: p.initials, name: p.name })),
  marks: item.marks,
});

const peerView = (peer: BoardPeer) => ({
  name: peer.name,
  initials: peer.initials,
  isFree: peer.is === 'free',
  isAway: peer.is === 'away',
  where: `${isWords[peer.is]}${peer.at}${peer.place && peer.at ? `, ${peer.place}` : ''}`,
  until: peer.until && `until ${peer.until}`,
  next: peer.next,
});

/** Now, next, who is where, who is free, and what changed today: for a screen on the wall of the base room. */
export function boardView(
  release: OpenRelease,
  moment: Moment,
  happenings: readonly Happening[],
  changed: readonly ChangedToday[],
  pairs: readonly PairsAgreed[],
) {
  const { review, programme, line } = release;
  const known = happenings.filter((h) => !h.rehearsed && h.state !== 'withdrawn');
  const board = boardOf(review, programme, known, moment.minute);
  const isIn = moment.when === 'in it';
  const items = isIn ? board.items : [];
  const now = items.filter((item) => item.state === 'now');
  const next = items.filter((item) => item.state === 'to come').slice(0, NEXT);
  const agreed = pairs.find((p) => p.day === moment.day + 1);
  return {
    title: isIn ? `${board.day}, ${board.clock}` : 'The board',
    outside:
      moment.when === 'before'
        ? `The week begins on ${dayName(review.week, 1)}.`
        : moment.when === 'after'
          ? `The week ended on ${dayName(review.week, 5)}.`
          : '',
    isIn,
    rehearsed: moment.rehearsed,
    day: board.day,
    clock: board.clock,
    now: now.map(itemView),
    next: next.map(itemView),
    peers: board.peers.map(peerView),
    free: board.peers.filter((p) => p.is === 'free').map((p) => p.name),
    changed: [
      ...known
        .filter((h) => isOfDay(h, moment.day))
        .map((h) => ({ when: clock(h.atMinute), says: [`${happenedWords(review, h)}.`] }))
        .toReversed(),
      ...changed
        .filter((c) => c.changes.length > 0)
        .map((c) => ({
          when: `Release ${c.release.line.number}`,
          says: c.changes.map((change) => changeName(c.release.review, { ...change, tell: [] })),
        })),
    ],
    evening: agreed
      ? `The pairs of ${dayName(review.week, agreed.day)} are agreed (${agreed.by}, ${instantMoment(review.week, agreed.at)}).`
      : '',
    version: `Release ${line.number}, ${instantMoment(review.week, line.at)}`,
  };
}
