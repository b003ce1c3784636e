import { addBusy } from '../entry/diaries.ts';
import { timeOf } from '../programme/placement.ts';
import { heldBy, heldIn } from '../programme/programme.ts';
import { contactTitle } from '../publish/person-week.ts';
import { contactOf, everyoneIn, sessionOf } from '../review/facts.ts';
import type { Store } from '../store/ports.ts';
import type { CantCome } from '../store/requests-port.ts';
import { writeLocal } from '../time/week.ts';
import { spanName } from '../time/words.ts';
import type { OpenRelease } from './amendments.ts';
import { type Changed, changeReview } from './change-review.ts';
import type { Followed } from './follow-link.ts';

type Needs = Pick<Store, 'requests' | 'members' | 'outbox'>;

/** What a contact may say by their private link: only of what is theirs, as it was agreed. */
function ownSlot({ agreed, kind, person }: Followed, session: string) {
  if (!agreed || kind !== 'contact') return undefined;
  const { review, draft } = agreed;
  const held = heldBy(review, heldIn(review, draft.programme), person).find((h) => h.session.id === session);
  const contact = contactOf(review, person);
  return held && contact && { review, held, contact, release: agreed.release.number };
}

/**
 * Takes from a contact that they can't come, and writes to those who plan the week. Undefined where it is no slot of
 * theirs.
 */
export async function sayCantCome(
  store: Needs,
  followed: Followed,
  session: string,
  comment: string,
  linkTo: (review: string) => string,
): Promise<CantCome | undefined> {
  const slot = ownSlot(followed, session);
  if (!slot) return undefined;
  const { review, held, contact, release } = slot;
  const { week, id } = review;
  const time = timeOf(held.placement);
  const when = spanName(week, time);
  const by = `${contact.name}, by private link`;
  const made = await store.requests.make(
    {
      review: id,
      contact: contact.id,
      session,
      starts: writeLocal(week, time.from),
      ends: writeLocal(week, time.to),
      release,
      comment,
    },
    { by, why: `${contact.name} can’t make ${when} (${held.session.title})` },
  );
  const text = [
    `${contact.name} has said that they can’t make it: ${contactTitle(held)}, ${when}.`,
    ...(comment === '' ? [] : [`They write: ${comment}`]),
    'Here you can enter it and look for another time:',
    linkTo(id),
  ];
  for (const { email, roles } of await store.members.of(id))
    if (roles.some((role) => role !== 'peer'))
      await store.outbox.post({
        to: email,
        subject: `${review.council}: ${contact.name} can’t make ${when}`,
        text: `${text.join('\n\n')}\n`,
        review: id,
      });
  return made;
}

/** Takes it back: they can come after all. False where nothing was said, or it was settled meanwhile. */
export async function sayCanCome(
  store: Pick<Store, 'requests'>,
  { link: _, ...followed }: Followed,
  session: string,
): Promise<boolean> {
  if (followed.kind !== 'contact') return false;
  const open = (await store.requests.of(followed.line.id)).find(
    (r) => r.contact === followed.person && r.session === session && r.settledAt === undefined,
  );
  const name = (followed.agreed && contactOf(followed.agreed.review, followed.person)?.name) ?? 'A contact';
  const signature = { by: `${name}, by private link`, why: `${name} can come after all` };
  return (
    open !== undefined &&
    (await store.requests.settle(open.id, open.version, 'Can come after all', signature)).saved
  );
}

/** How a request stands: settled by somebody, answered by a release that has them at another time, or neither. */
export type RequestState = 'open' | 'answered' | 'settled';

/** Held against the release that holds now. */
export function stateOf(request: CantCome, release: OpenRelease | undefined): RequestState {
  if (request.settledAt !== undefined) return 'settled';
  if (!release) return 'open';
  const { review, programme } = release;
  const placement = programme.placements.find((p) => p.session === request.session);
  const session = sessionOf(review, request.session);
  if (!placement || !session || !everyoneIn(review, session).includes(request.contact)) return 'answered';
  const still =
    writeLocal(review.week, placement.start) < request.ends &&
    request.starts < writeLocal(review.week, placement.end);
  return still ? 'open' : 'answered';
}

/** Enters in their diary that they can't come then, so that whatever is looked for leaves that time alone. */
export function enterCantCome(
  needs: { readonly store: Pick<Store, 'reviews' | 'history'>; readonly now: () => Date },
  { review, contact, starts, ends }: CantCome,
  seen: number,
  name: string,
  by: string,
): Promise<Changed> {
  const edit = addBusy('contacts', contact, [{ from: starts, to: ends }]);
  const why = `Entered in the diary of ${name} that they can’t come then, as they asked`;
  return changeReview(needs, review, seen, edit, { by, why });
}
