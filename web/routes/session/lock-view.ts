import type { OpenReview } from '../../../src/actions/open-review.ts';
import { listed } from '../../../src/publish/words.ts';

/** What was sent to lock a session, and what is wrong with it. */
export interface LockSent {
  readonly trouble: string;
  readonly because: string;
  readonly what: readonly string[];
}

/** The form that locks a session where it is, filled in with what holds it now. */
export function lockView(
  { review, line }: Pick<OpenReview, 'review' | 'line'>,
  session: string,
  action: string,
  sent: LockSent | undefined,
) {
  const locks = review.locks.filter((l) => l.session === session);
  const isTicked = (part: 'time' | 'place' | 'peers') =>
    sent ? sent.what.includes(part) : locks.some((l) => l[part]);
  return {
    action,
    seen: line.version,
    now: locks.map((l) => {
      const what = [l.time && 'time', l.place && 'place', l.peers && 'pair'].filter((w) => w !== false);
      return `Its ${listed(what)} locked by ${l.by}: ${l.because.replace(/\.$/, '')}.`;
    }),
    trouble: sent?.trouble ?? '',
    because: sent?.because ?? '',
    parts: [
      { name: 'time', text: 'Its time', checked: isTicked('time') },
      { name: 'place', text: 'Its place', checked: isTicked('place') },
      { name: 'peers', text: 'Its pair', checked: isTicked('peers') },
    ],
  };
}
