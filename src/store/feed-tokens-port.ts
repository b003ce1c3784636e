import type { Saved, Signature } from './saved.ts';

/** What a private link leads to: one person's week, a room's, the whole programme, a board on a wall, the list of releases. */
export const feedKinds = ['peer', 'contact', 'room', 'whole', 'board', 'releases'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** A private link. The token itself is not kept: only its SHA-256. */
export interface FeedToken {
  readonly id: string;
  readonly version: number;
  readonly review: string;
  /** A link of one kind opens nothing of another. */
  readonly kind: FeedKind;
  /** A peer's, contact's or room's id; the kind again, where it is nobody's. */
  readonly person: string;
  readonly issuedAt: string;
  /** When a calendar last asked for it. */
  readonly fetchedAt?: string;
  readonly revokedAt?: string;
}

export interface FeedTokenPort {
  /** A new link. `token` (256 random bits, base64url) is told this once. */
  issue(
    review: string,
    person: string,
    signature: Signature,
    /** A peer's, where it is not given. */
    kind?: FeedKind,
  ): Promise<{ readonly token: string; readonly stored: FeedToken }>;
  /** The link that a token opens; undefined where there is none or it was revoked. */
  open(token: string): Promise<FeedToken | undefined>;
  /** Those of a review, the revoked ones too, oldest first. */
  of(review: string): Promise<readonly FeedToken[]>;
  revoke(id: string, expected: number, signature: Signature): Promise<Saved<FeedToken>>;
  /** Notes that a calendar asked. Not an edit: it has no version and leaves no line in the history. */
  fetched(id: string): Promise<void>;
}
