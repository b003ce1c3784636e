/** What may not stand in a calendar at all (RFC 5545, 3.1): control characters, but for the line's end and the tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/g;

/** A text of several lines, fit for a property that the library escapes. */
export const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replace(control, '').trim();

/** The same on one line. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ');

/**
 * A text escaped for a property that the library writes as it is (a calendar's name and description): a line's end in
 * one of these would begin a property of its own.
 */
export const escaped = (text: string): string => oneLine(text).replace(/[\\;,]/g, (c) => `\\${c}`);

/** A part of a UID: an id of ours, with nothing in it that could end it or run into the next. */
const part = (id: string): string => encodeURIComponent(id).replaceAll('.', '%2E');

/** The same thing has the same UID in every calendar and every version: made from our own ids, never from a time. */
export const uidOf = (...ids: readonly string[]): string => `${ids.map(part).join('.')}@peerweek`;
