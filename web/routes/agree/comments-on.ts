import type { Services } from '../../services.ts';
import type { AboutEntry } from '../with-entry.ts';
import { commentsAbout } from './comments-view.ts';

/** What is said about somebody, for their own page. */
export const commentsOn = async (
  { store }: Services,
  { line, entry }: AboutEntry,
  { id, name }: { readonly id: string; readonly name: string },
) =>
  commentsAbout(
    {
      review: line.id,
      week: { firstDay: line.firstDay, zone: entry.review.timeZone ?? 'Europe/London' },
      nameOf: () => name,
    },
    await store.comments.of(line.id),
    'person',
    id,
  );
