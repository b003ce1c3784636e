import type { Comment } from '../../../src/store/agreement-port.ts';
import type { Week } from '../../../src/time/week.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { selectOne, textArea } from '../../form/fields.ts';

/** What comments are shown with: whose they are, and what names and addresses the things have that they are about. */
export interface Commented {
  readonly review: string;
  readonly week: Week;
  readonly nameOf: (id: string) => string;
  /** Whether somebody is of the team, whose page is another. */
  readonly isPeer?: (id: string) => boolean;
}

/** What a comment field was sent with, where that was not taken. */
interface Complaint {
  readonly text: string;
  readonly error?: string;
}

const one = ({ week }: Commented, comment: Comment) => ({
  id: comment.id,
  version: comment.version,
  by: comment.by,
  at: instantMoment(week, comment.at),
  text: comment.text,
});

/** Where one sees what a comment is about. */
const hrefOf = ({ review, isPeer }: Commented, { about, aboutId }: Comment): string => {
  if (aboutId === undefined) return '';
  if (about === 'session') return addresses.session(review, aboutId);
  return isPeer?.(aboutId) ? addresses.entered(review, 'peers', aboutId) : addresses.person(review, aboutId);
};

function threadsOf(of: Commented, comments: readonly Comment[]) {
  const threads = comments
    .filter((c) => c.answers === undefined)
    .map((comment) => ({
      ...one(of, comment),
      about: comment.aboutId === undefined ? 'The whole programme' : of.nameOf(comment.aboutId),
      href: hrefOf(of, comment),
      answers: comments.filter((c) => c.answers === comment.id).map((c) => one(of, c)),
      settled:
        comment.settledBy === undefined || comment.settledAt === undefined
          ? ''
          : `Settled by ${comment.settledBy}, ${instantMoment(of.week, comment.settledAt)}`,
    }));
  const openComments = threads.filter((t) => t.settled === '');
  return {
    openComments,
    settledComments: threads.filter((t) => t.settled !== ''),
    count: openComments.length === 0 ? '' : String(openComments.length),
    say: addresses.comments(of.review),
    settle: addresses.settleComment(of.review),
  };
}

const field = ({ text, error }: Complaint) =>
  textArea({ name: 'text', label: 'Comment', rows: 3, value: text, ...(error !== undefined && { error }) });

/** All comments with their answers below them: those that are open first, those that are settled apart. */
export const commentsView = (
  of: Commented,
  comments: readonly Comment[],
  things: readonly { readonly value: string; readonly text: string }[],
  chosen: string,
  complaint: Complaint = { text: '' },
) => ({
  ...threadsOf(of, comments),
  aboutThis: '',
  choose: selectOne({
    name: 'about',
    label: 'About',
    value: chosen,
    items: [{ value: 'whole', text: 'The whole programme' }, ...things],
  }),
  text: field(complaint),
});

/** Those about one session or person, for its own page. */
export const commentsAbout = (
  of: Commented,
  comments: readonly Comment[],
  about: 'session' | 'person',
  id: string,
) => ({
  ...threadsOf(
    of,
    comments.filter((c) => c.about === about && c.aboutId === id),
  ),
  aboutThis: `${about} ${id}`,
  choose: null,
  text: field({ text: '' }),
});

/** How many comments on each session wait for an answer or to be settled. */
export function openOnSessions(comments: readonly Comment[]): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  for (const { about, aboutId, answers, settledBy } of comments)
    if (about === 'session' && aboutId !== undefined && answers === undefined && settledBy === undefined)
      open.set(aboutId, (open.get(aboutId) ?? 0) + 1);
  return open;
}
