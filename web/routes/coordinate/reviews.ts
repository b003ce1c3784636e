import type { RequestHandler } from 'express';
import { allReviews, type CoordinatedReview } from '../../../src/actions/all-reviews.ts';
import { counted } from '../../../src/publish/words.ts';
import type { Member } from '../../../src/store/accounts-port.ts';
import { dateOfInstant, daysUntil } from '../../../src/time/week.ts';
import { dayAndYear, instantDay } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { tagOf, waitsForWords } from '../../standing-words.ts';
import { whoIs } from '../../who.ts';
import { approvalWords } from '../agree/approval-words.ts';
import { coordinatorTabs } from './tabs.ts';

/** Every review: its week, its clock, its state and whom to ask. */
export const reviews =
  ({ store, open, now, show }: Services): RequestHandler =>
  async (_request, response) => {
    const all = await allReviews(store, open);
    const { roleIn } = whoIs(response);
    const lines = all.map((review) => ({
      ...lineOf(review, now().toISOString()),
      href: roleIn(review.line.id) === undefined ? null : addresses.review(review.line.id),
    }));
    show(
      response,
      'coordinate/reviews',
      { title: 'All reviews', where: 'coordinate' },
      {
        tabs: coordinatorTabs('reviews'),
        groups: [
          { title: 'To come and under way', lines: lines.filter((line) => !line.isOver) },
          { title: 'Over', lines: lines.filter((line) => line.isOver).toReversed() },
        ].filter((group) => group.lines.length > 0),
      },
    );
  };

/** The last day of the on-site week is so many days after its first. */
const LAST = 4;

function lineOf({ line, standing, approvedAt, releases, members }: CoordinatedReview, at: string) {
  // Reviews take place in England.
  const week = { firstDay: line.firstDay, zone: 'Europe/London' };
  const today = dateOfInstant(week, at);
  const people = (some: readonly Pick<Member, 'name' | 'email'>[]) =>
    some.map(({ name, email }) => ({ name, mail: `mailto:${encodeURIComponent(email)}` }));
  return {
    council: line.council,
    week: dayAndYear(week, 1),
    isOver: daysUntil(week, today) < -LAST,
    clock:
      approvedAt === undefined
        ? `To be approved by ${approvalWords({ review: { week, limits: {} }, today })}`
        : `Approved ${instantDay(week, approvedAt)}${releases > 1 ? `, release ${releases}` : ''}`,
    state: tagOf(standing),
    waitsFor: waitsForWords(standing),
    organisers: people(members.organiser),
    managers: people(members.manager),
    peers: counted(members.peer.length, 'peer'),
  };
}
