import type { Waiver } from '../review/session.ts';
import type { Kind } from '../rules/rule.ts';
import type { Span } from '../time/span.ts';

/** What a rule has to say about a programme, for people. */
export interface Finding {
  readonly rule: string;
  readonly part: string;
  readonly kind: Kind;
  /** The review manager's exception, where there is one: a must is shown and does not count as broken; a want costs what it costs. */
  readonly waiver?: Waiver;
  readonly waivable: boolean;
  readonly blocksApproval: boolean;
  /** Points paid (wants with a weight), or units of the tier. 0 for musts and checks. */
  readonly points: number;
  readonly tier?: 3 | 4;
  /** Ids of people. */
  readonly who: readonly string[];
  readonly sessions: readonly string[];
  readonly when?: Span;
  /** Id of a room or site. */
  readonly where?: string;
  readonly sentence: string;
  readonly manual: readonly string[];
}

/** The order of reading: broken musts, checks that block approval, other checks, waived musts, wants. */
function rank(finding: Finding): number {
  switch (finding.kind) {
    case 'must':
      return finding.waiver ? 3 : 0;
    case 'check':
      return finding.blocksApproval ? 1 : 2;
    case 'want':
      return 4;
  }
}

/** Worst first by `rank`; wants by tier and points; then by time, and by words so that the order is always one. */
export function worstFirst(a: Finding, b: Finding): number {
  return (
    rank(a) - rank(b) ||
    (a.tier ?? 6) - (b.tier ?? 6) ||
    b.points - a.points ||
    (a.when?.from ?? 0) - (b.when?.from ?? 0) ||
    (a.sentence < b.sentence ? -1 : a.sentence > b.sentence ? 1 : 0)
  );
}

/** A must rule broken with no waiver: the programme is not valid. */
export const isBroken = (finding: Finding): boolean =>
  finding.kind === 'must' && finding.waiver === undefined;
