import { nameOf, namesOf, sessionOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Compiled } from '../../model/compile.ts';
import type { Slot } from '../../model/model.ts';
import { listed, refusedBy, whenOf } from '../words.ts';
import type { Blamed } from './blame.ts';
import { type Changeable, ownerOf } from './changeables.ts';
import { factOf, grouped, sentence } from './facts.ts';

/** Diary lines are told as the times that they leave; everything else as the fact that it is. */
const leavesTimes = ({ kind }: Changeable): boolean => kind === 'contact-diary' || kind === 'contact-event';

/** More times than this are no reason, so they are not told. */
const isFew = (when: string): boolean => when.startsWith('only') || when.startsWith('at no');

/** Why some sessions can't all be held, in one sentence with names and times. */
export function conflictSentence(review: Review, sessions: readonly string[], blamed: Blamed): string {
  return sessions.length === 1 ? ofOne(review, sessions[0]!, blamed) : ofSeveral(review, sessions, blamed);
}

/** The times that are left where of all changeable things just these are in force. */
function timesUnder(blamed: Blamed, things: readonly Changeable[], item: number): readonly Slot[] {
  const flags = Uint8Array.from(blamed.changeables, (c) => (things.includes(c) ? 1 : 0));
  const [open] = blamed.field.view(flags, [item]).open;
  return open!.map((o) => o.slot);
}

function ofOne(review: Review, id: string, blamed: Blamed): string {
  const { title } = sessionOf(review, id)!;
  const groups = grouped(blamed.things);
  const parts = groups.map((group) => {
    const [first] = group;
    if (first!.kind !== 'contact-diary') return factOf(review, group);
    const when = whenOf(review, timesUnder(blamed, group, 0));
    const owners = [...new Set(group.map(ownerOf))];
    const whose =
      owners.length === 1
        ? `${nameOf(review, owners[0]!)}’s diary`
        : `the diaries of ${namesOf(review, owners)}`;
    const [says, leaves] = owners.length === 1 ? ['says', 'leaves'] : ['say', 'leave'];
    if (when === 'at no time at all') return `${whose} ${says} no at every time there is`;
    return isFew(when) ? `${whose} ${leaves} it ${when}` : factOf(review, group);
  });
  return sentence(`${title} can’t be held: ${parts.join('; ')}`);
}

function ofSeveral(review: Review, sessions: readonly string[], blamed: Blamed): string {
  const { field, things, changeables } = blamed;
  // As things are, which is what people can look up; the conflict needs no more than a part of it.
  const view = field.view(new Uint8Array(changeables.length).fill(1));
  const byId = new Map(field.items.map((i, n) => [field.model.items[i]!.session.id, view.open[n]!]));
  const whens = sessions.map((id) =>
    whenOf(
      review,
      (byId.get(id) ?? []).map((o) => o.slot),
    ),
  );
  const titles = sessions.map((id) => sessionOf(review, id)!.title);
  const reasons = [
    ...grouped(things.filter((t) => !leavesTimes(t))).map((group) =>
      reasonOf(review, group, sessions, blamed),
    ),
    ...shared(review, sessions, things),
  ];
  const same = whens.every((w) => w === whens[0]);
  const all = sessions.length === 2 ? 'both' : 'all';
  const count =
    sessions.length > 2 ? `; ${sessions.length - 1} of the ${sessions.length} can be held, not all` : '';
  if (same && isFew(whens[0]!))
    return sentence(`${listed(titles)} can each be held ${[whens[0]!, ...reasons].join(', and ')}${count}`);
  const limited = titles.flatMap((t, n) => (isFew(whens[n]!) ? [`${t} can be held ${whens[n]!}`] : []));
  const why = [...limited, ...reasons];
  return sentence(
    `${listed(titles)} can’t ${all} be held${why.length > 0 ? `: ${why.join('; ')}` : ''}${count}`,
  );
}

/** A fact as it bears on several sessions together. */
function reasonOf(
  review: Review,
  group: readonly Changeable[],
  sessions: readonly string[],
  { field, inForce }: Blamed,
): string {
  const [first] = group;
  if (first!.kind === 'no-other-room') {
    const view = field.view(inForce);
    const rooms = new Set(
      view.items.flatMap((i, n) =>
        view.open[n]!.flatMap(({ places }) =>
          places.flatMap((p) => {
            const { place } = field.model.items[i]!.places[p]!;
            return 'room' in place ? [place.room] : [];
          }),
        ),
      ),
    );
    if (rooms.size === 1) return `only one room holds ${first!.people} then, ${namesOf(review, [...rooms])}`;
    if (rooms.size > 1 && rooms.size < sessions.length)
      return `only ${rooms.size} rooms hold ${first!.people} then, ${namesOf(review, [...rooms])}`;
  }
  return factOf(review, group);
}

/** Somebody whom two of the sessions see, or need: nothing that can be changed, and yet a reason. */
function shared(
  review: Review,
  sessions: readonly string[],
  things: readonly Changeable[],
): readonly string[] {
  const named = things.flatMap((t) => (t.kind === 'named-peers' ? [t.session] : []));
  const seen = new Map<string, string[]>();
  for (const id of sessions)
    for (const contact of sessionOf(review, id)!.contacts)
      seen.set(contact, [...(seen.get(contact) ?? []), id]);
  return [...seen].flatMap(([contact, list]) =>
    list.length > 1 && named.length === 0
      ? [
          `${nameOf(review, contact)} is in ${list.length === sessions.length ? (list.length === 2 ? 'both' : 'all of them') : namesOf(review, list)}`,
        ]
      : [],
  );
}

/** Why a session can't be held whatever is changed about it: what the rules refuse, most first. */
export function hardSentence(
  review: Review,
  sessions: readonly string[],
  { model, refusals }: Compiled,
): string {
  const titles = sessions.map((id) => sessionOf(review, id)!.title);
  const reasons = sessions.flatMap((id) => {
    const item = model.items.find((i) => i.session.id === id)!;
    const when = whenOf(review, item.slots);
    const times = sessions.length > 1 && isFew(when) ? [`${item.session.title} can be held ${when}.`] : [];
    return [...times, ...refusedBy(review, item, refusals[item.index]!)];
  });
  const what =
    sessions.length === 1
      ? 'can’t be held'
      : sessions.length === 2
        ? 'can’t both be held'
        : 'can’t all be held';
  return [
    sentence(`${listed(titles)} ${what}, and no one diary, room or choice is to blame`),
    ...new Set(reasons),
  ].join(' ');
}
