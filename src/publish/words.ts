import type { PeerRole } from '../review/people.ts';
import type { Review } from '../review/review.ts';
import type { Session, SessionKind } from '../review/session.ts';
import { instantDay } from '../time/words.ts';

/** What a session is called; a new kind does not compile until it has words. */
export const sessionWords: Readonly<Record<SessionKind, string>> = {
  interview: 'Interview',
  'focus-group': 'Focus group',
  'site-visit': 'Site visit',
  debrief: 'Debrief',
  'record-review': 'Record review',
};

export const peerRoleWords: Readonly<Record<PeerRole, string>> = {
  'team-leader': 'team leader',
  'member-peer': 'member peer',
  'operational-manager-peer': 'operational manager peer',
  'nhs-peer': 'NHS peer',
  'review-analyst': 'review analyst',
  'review-manager': 'review manager',
  other: 'peer',
};

/** The quarter of an hour at the end of an interview that is for notes and changing over (rule `interview-length`). */
const crossover = 15;

/** `45 minutes of interview, 15 for notes and crossover.` (manual 1456); nothing for other sessions. */
export const interviewSplit = (session: Session, minutes: number): string | undefined =>
  session.kind === 'interview' && minutes > crossover
    ? `${minutes - crossover} minutes of interview, ${crossover} for notes and crossover.`
    : undefined;

export const isDraft = (review: Pick<Review, 'approvedAt'>): boolean => review.approvedAt === undefined;

/** `Version 3, 12 January 2026`, or when it was approved. Prints put the word Draft before it where it is one. */
export const versionWords = (review: Review): string =>
  review.approvedAt === undefined
    ? `Version ${review.revision}, ${instantDay(review.week, review.editedAt)}`
    : `Version ${review.revision}, approved ${instantDay(review.week, review.approvedAt)}`;

/** `Ann, Bob and Cy`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** `1 session`, `3 sessions`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
