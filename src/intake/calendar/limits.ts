/** Bytes of an uploaded calendar: years of somebody's Outlook, descriptions included. */
export const MOST_CALENDAR_BYTES = 10_000_000;
/** Appointments in one calendar. */
export const MOST_EVENTS = 30_000;
/** Steps of one appointment that repeats: every day since 1945. */
export const MOST_STEPS = 30_000;
/** Steps of all of them. */
export const MOST_STEPS_IN_ALL = 600_000;
