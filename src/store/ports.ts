import type { AccessPort } from './access-port.ts';
import type { AccessTokenPort } from './access-tokens-port.ts';
import type { AccountPort, InvitationPort, MemberPort } from './accounts-port.ts';
import type { AgreementPort, CommentPort, ReleasePort } from './agreement-port.ts';
import type { DiaryLinkPort } from './diary-links-port.ts';
import type { FeedTokenPort } from './feed-tokens-port.ts';
import type { HappeningPort } from './happenings-port.ts';
import type { JobPort } from './jobs-port.ts';
import type { KeepingPort } from './keeping-port.ts';
import type { OutboxPort } from './outbox-port.ts';
import type { PersonPort } from './person-port.ts';
import type { ProgrammePort } from './programme-port.ts';
import type { RequestPort } from './requests-port.ts';
import type { Saved, Signature } from './saved.ts';
import type { ScenarioPort } from './scenarios-port.ts';
import type { SharedPort } from './shared-port.ts';
import type { SignInPort } from './sign-ins-port.ts';
import type { ToldPort } from './told-port.ts';
import type { UploadPort } from './uploads-port.ts';
import type { WholePort } from './whole-port.ts';

export type { FeedKind, FeedToken, FeedTokenPort } from './feed-tokens-port.ts';
export type { Answer, ProgrammePort, StoredProgramme } from './programme-port.ts';
export { NEW, type Saved, type Signature } from './saved.ts';

/** A review's line in the list of reviews. */
export interface ReviewLine {
  readonly id: string;
  /** Counts the writes, from 1. */
  readonly version: number;
  readonly council: string;
  /** Day 1, `yyyy-mm-dd`. */
  readonly firstDay: string;
  /** UTC, ISO 8601. */
  readonly savedAt: string;
}

/** A review as it was entered: the text of its file, to be read through the same door as any file. */
export interface StoredReview extends ReviewLine {
  readonly file: string;
}

export interface ReviewPort {
  /** In order of their weeks, then of their councils. */
  list(): Promise<readonly ReviewLine[]>;
  find(id: string): Promise<StoredReview | undefined>;
  /**
   * Saves over `expected`, the version that the writer has seen; `NEW` for a first time. `founder` is the account that
   * a new review belongs to: its organiser, and its manager too until there is one.
   */
  save(
    entry: Pick<StoredReview, 'id' | 'council' | 'firstDay' | 'file'>,
    expected: number,
    signature: Signature,
    founder?: string,
  ): Promise<Saved<StoredReview>>;
}

export type Thing =
  | 'review'
  | 'programme'
  | 'feed-token'
  | 'member'
  | 'invitation'
  | 'diary-link'
  | 'retention'
  | 'agreement'
  | 'release'
  | 'comment'
  | 'scenario'
  | 'shared'
  | 'seat'
  | 'account'
  | 'coordinator'
  | 'letters'
  | 'request'
  | 'happening'
  | 'whole';

/** Things that belong to no review: accounts, who coordinates, and what all reviews share. */
export const unboundThings = ['account', 'coordinator', 'shared', 'seat'] as const satisfies readonly Thing[];
export type UnboundThing = (typeof unboundThings)[number];

/** One line of the append-only history: who did what, when and why. */
export interface HistoryLine {
  /** The review's id; nothing where it is about no review. */
  readonly review: string;
  readonly thing: Thing;
  readonly id: string;
  /** The thing's version after the write. */
  readonly version: number;
  readonly what: 'added' | 'changed' | 'revoked' | 'removed';
  readonly by: string;
  readonly at: string;
  readonly why: string;
  /** The version of the same thing that this took back. */
  readonly undoes?: number;
  /** Done from the grid, though it is not the programme that was changed. */
  readonly inGrid?: true;
}

export interface HistoryPort {
  /** Everything done to a review and what belongs to it, oldest first. */
  of(review: string): Promise<readonly HistoryLine[]>;
  /** What was done that is about no review: to one kind of things, or to one of them; oldest first. */
  about(thing: UnboundThing, id?: string): Promise<readonly HistoryLine[]>;
  /** What was done to it at a moment (UTC, ISO 8601) or later, oldest first. */
  since(review: string, at: string): Promise<readonly HistoryLine[]>;
  /** The text of a review's or programme's file as a write left it. */
  fileAt(thing: Thing, id: string, version: number): Promise<string | undefined>;
}

/** Everything that is kept. */
export interface Store {
  readonly reviews: ReviewPort;
  readonly programmes: ProgrammePort;
  readonly feedTokens: FeedTokenPort;
  readonly diaryLinks: DiaryLinkPort;
  readonly history: HistoryPort;
  readonly accounts: AccountPort;
  readonly members: MemberPort;
  readonly invitations: InvitationPort;
  readonly signIns: SignInPort;
  readonly accessTokens: AccessTokenPort;
  readonly outbox: OutboxPort;
  readonly keeping: KeepingPort;
  readonly accesses: AccessPort;
  readonly uploads: UploadPort;
  readonly agreements: AgreementPort;
  readonly releases: ReleasePort;
  readonly comments: CommentPort;
  readonly told: ToldPort;
  readonly requests: RequestPort;
  readonly jobs: JobPort;
  readonly scenarios: ScenarioPort;
  readonly happenings: HappeningPort;
  readonly persons: PersonPort;
  readonly shared: SharedPort;
  /** Asks the database for nothing, and is done when it has answered. Rejects where it can't. */
  answers(): Promise<void>;
  readonly whole: WholePort;
  close(): Promise<void>;
}

/** What a store is given from outside, so that tests can say what time it is. */
export interface Sources {
  readonly now: () => Date;
  readonly randomBytes: (size: number) => Uint8Array;
}
