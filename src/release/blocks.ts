import type { Finding } from '../check/finding.ts';
import type { Verdict } from '../check/verdict.ts';

/** One thing that stands in the way of approving, and what kind of thing it is. */
export type Block =
  | { readonly is: 'nothing built' }
  /** Something that the programme is built from was changed since. */
  | { readonly is: 'behind' }
  | { readonly is: 'broken' | 'unsettled'; readonly finding: Finding }
  /** A session that must be held and has no place. */
  | { readonly is: 'left out'; readonly session: string };

/** Everything that stands in the way of approving a programme; nothing: it can be approved. */
export function blocksOf(
  draft: { readonly verdict: Verdict; readonly behind: boolean } | undefined,
  findings: readonly Finding[],
): readonly Block[] {
  if (!draft) return [{ is: 'nothing built' }];
  const { broken, missing } = draft.verdict;
  return [
    ...(draft.behind ? [{ is: 'behind' } as const] : []),
    ...missing.map((session) => ({ is: 'left out', session }) as const),
    ...broken.map((finding) => ({ is: 'broken', finding }) as const),
    ...findings
      .filter((finding) => finding.kind === 'check' && finding.blocksApproval)
      .map((finding) => ({ is: 'unsettled', finding }) as const),
  ];
}
