import type { SessionEntry } from '../review/file.ts';
import type { Edit } from './entry.ts';
import { newId } from './new-id.ts';

interface Enquiry {
  readonly id: string;
  readonly title: string;
}

/** Which id goes with which line: the one of the same words; else, where no line came or went, the one that stood there. */
function kept(before: readonly Enquiry[], titles: readonly string[]): readonly (string | undefined)[] {
  const same = titles.map((title) => before.find((enquiry) => enquiry.title === title)?.id);
  if (titles.length !== before.length) return same;
  return same.map((id, at) => id ?? (same.includes(before[at]!.id) ? undefined : before[at]!.id));
}

/**
 * The key lines of enquiry, one title each. One that is only worded anew keeps its id, and with it the peers and
 * sessions that name it; one that is taken out is taken out of those too.
 */
export const setEnquiries =
  (titles: readonly string[]): Edit =>
  (entry) => {
    const before = entry.review.keyLinesOfEnquiry ?? [];
    const ids = kept(before, titles);
    const enquiries: Enquiry[] = [];
    let now = { ...entry, review: { ...entry.review, keyLinesOfEnquiry: [...before] as readonly Enquiry[] } };
    titles.forEach((title, at) => {
      const id = ids[at] ?? newId(now, title, 'line-of-enquiry');
      enquiries.push({ id, title });
      now = { ...now, review: { ...now.review, keyLinesOfEnquiry: [...before, ...enquiries] } };
    });
    const gone = new Set(before.map((e) => e.id).filter((id) => !enquiries.some((e) => e.id === id)));
    const without = <T extends { readonly themes?: readonly string[] }>(item: T): T =>
      item.themes?.some((theme) => gone.has(theme))
        ? { ...item, themes: item.themes.filter((theme) => !gone.has(theme)) }
        : item;
    return {
      ...entry,
      review: { ...entry.review, keyLinesOfEnquiry: enquiries },
      ...(entry.peers && { peers: entry.peers.map((peer) => without(peer)) }),
      ...(entry.sessions && { sessions: entry.sessions.map((s: SessionEntry) => without(s)) }),
    };
  };
