/** How long each thing is good for. */

const minute = 60_000;
const day = 24 * 60 * minute;

/** A one-time link to sign in with: time for a mail scanner and a busy person (OWASP ASVS 5.0.0, 6.5.5, would have ten). */
export const LINK_MINUTES = 15;
/** So long after signing in somebody may change what keeps others out without signing in again (ASVS 7.5.1). */
export const FRESH_MINUTES = 15;
/** An invitation to a review. */
export const INVITATION_DAYS = 14;
/** Signed in on a browser: so long without being used, and so long in all. */
export const IDLE_DAYS = 7;
export const SIGNED_IN_DAYS = 30;

export const afterMinutes = (from: Date, minutes: number): string =>
  new Date(from.getTime() + minutes * minute).toISOString();

export const afterDays = (from: Date, days: number): string =>
  new Date(from.getTime() + days * day).toISOString();

/** When somebody who was last seen at a moment is signed out: by idling, or because the whole time is over. */
export const signedInUntil = (startedAt: Date, seenAt: Date): string => {
  const [idle, whole] = [afterDays(seenAt, IDLE_DAYS), afterDays(startedAt, SIGNED_IN_DAYS)];
  return idle < whole ? idle : whole;
};
