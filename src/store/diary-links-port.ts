import type { Signature } from './saved.ts';

/** A private link to one contact's diary, sent to them or to their PA. The token itself is not kept: only its SHA-256. */
export interface DiaryLink {
  readonly id: string;
  readonly version: number;
  readonly review: string;
  /** A contact's id. */
  readonly contact: string;
  /** Whom it was sent to. */
  readonly to: 'contact' | 'pa';
  readonly issuedAt: string;
  /** Until when it may be answered by, UTC, ISO 8601. */
  readonly endsAt: string;
  /** When it was last opened; a mail scanner counts too. */
  readonly openedAt?: string;
  readonly answeredAt?: string;
  /** What was written beside the answer. */
  readonly comment?: string;
  readonly revokedAt?: string;
}

export interface DiaryLinkPort {
  /** A new link. `token` (256 random bits, base64url) is told this once. Older links of the contact stay good. */
  issue(
    link: Pick<DiaryLink, 'review' | 'contact' | 'to' | 'endsAt'>,
    signature: Signature,
  ): Promise<{ readonly token: string; readonly stored: DiaryLink }>;
  /** The link that a token opens, past its end too; undefined where there is none or it was revoked. */
  open(token: string): Promise<DiaryLink | undefined>;
  /** Those of a review, the revoked ones too, oldest first. */
  of(review: string): Promise<readonly DiaryLink[]>;
  /** Ends every link of a contact. Gives how many there were. */
  revoke(review: string, contact: string, signature: Signature): Promise<number>;
  /** Notes that it was opened. Not an edit: it has no version and leaves no line in the history. */
  opened(id: string): Promise<void>;
  /** Notes that it was answered, with the comment as it is now; false where it was revoked meanwhile. */
  answered(id: string, comment: string | undefined, signature: Signature): Promise<boolean>;
}
