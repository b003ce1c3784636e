import type { Account } from './accounts-port.ts';

/** A key for a program of somebody's own. The token itself is not kept: only its SHA-256. */
export interface AccessToken {
  readonly id: string;
  /** What its owner calls it. */
  readonly name: string;
  /** May change things; otherwise it only reads. */
  readonly writes: boolean;
  readonly issuedAt: string;
  readonly endsAt: string;
  /** When it was last used, to the hour or so. */
  readonly usedAt?: string;
}

export interface AccessTokenPort {
  /** `token` is told this once. */
  issue(
    account: string,
    token: Pick<AccessToken, 'name' | 'writes' | 'endsAt'>,
  ): Promise<{ readonly token: string; readonly stored: AccessToken }>;
  open(token: string): Promise<{ readonly stored: AccessToken; readonly account: Account } | undefined>;
  /** Those of somebody that are still good, oldest first. */
  of(account: string): Promise<readonly AccessToken[]>;
  revoke(id: string, account: string): Promise<boolean>;
}
