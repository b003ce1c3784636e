/** At most so many in so many minutes. */
export interface Limit {
  readonly most: number;
  readonly minutes: number;
}

/**
 * How often a link to sign in may be asked for. For one e-mail address, whether or not anybody has an account with it,
 * so that the answer tells strangers nothing; and from one network address, behind which a whole council may sit.
 */
export const limits = {
  email: { most: 5, minutes: 15 },
  address: { most: 60, minutes: 15 },
} as const satisfies Record<string, Limit>;
