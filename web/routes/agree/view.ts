import type { Role } from '../../../src/accounts/roles.ts';
import type { Amendments } from '../../../src/actions/amendments.ts';
import type { OpenReview } from '../../../src/actions/open-review.ts';
import { changeName } from '../../../src/programme/changes.ts';
import { counted } from '../../../src/publish/words.ts';
import { type Block, blocksOf } from '../../../src/release/blocks.ts';
import { afterAct, type Stage } from '../../../src/release/stages.ts';
import { nameOf } from '../../../src/review/facts.ts';
import { ruleOf } from '../../../src/rules/index.ts';
import type { Agreement, Comment, ReleaseLine } from '../../../src/store/agreement-port.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { errorSummary, selectOne, textArea } from '../../form/fields.ts';
import { approvalWords } from './approval-words.ts';
import { commentsView } from './comments-view.ts';
import { coverageView } from './coverage-view.ts';

/** What was wrong with a form that was sent, and what was typed into it. */
export interface Complaint {
  readonly field: string;
  readonly says: string;
  readonly note: string;
}

export interface Asked {
  readonly open: OpenReview;
  readonly agreement: Agreement;
  readonly releases: readonly ReleaseLine[];
  readonly amendments: Amendments | undefined;
  readonly comments: readonly Comment[];
  readonly roles: readonly Role[];
  readonly complaint: Complaint | undefined;
}

const stageTags: Readonly<Record<Stage, { readonly text: string; readonly classes: string }>> = {
  draft: { text: 'Not shared yet', classes: 'govuk-tag--grey' },
  shared: { text: 'Shared', classes: 'govuk-tag--blue' },
  'sent-back': { text: 'Sent back', classes: 'govuk-tag--yellow' },
  approved: { text: 'Approved', classes: 'govuk-tag--green' },
};

const lastWords: Readonly<Record<Stage, string>> = {
  draft: '',
  shared: 'Shared by',
  'sent-back': 'Sent back by',
  approved: 'Approved by',
};

/** What stands in the way, as a sentence, and the page on which it is put right. */
function blockView({ review }: OpenReview, block: Block) {
  switch (block.is) {
    case 'nothing built':
      return { says: 'There is no programme yet.', href: addresses.ready(review.id), mend: 'Build it' };
    case 'behind':
      return {
        says: 'What is entered has been changed since the programme was built.',
        href: addresses.ready(review.id),
        mend: 'Build it again',
      };
    case 'left out':
      return {
        says: `${nameOf(review, block.session)} has no place, and must be held.`,
        href: addresses.session(review.id, block.session),
        mend: 'Find it a place',
      };
    case 'broken':
    case 'unsettled': {
      const [session] = block.finding.sessions;
      return {
        says: block.finding.sentence,
        href: session === undefined ? addresses.findings(review.id) : addresses.session(review.id, session),
        mend: session === undefined ? 'See the findings' : 'See where else it could go',
      };
    }
  }
}

/** Exceptions that would put a broken must right, and those that stand. */
function exceptionsView({ open: { review, draft }, complaint }: Asked) {
  const asked = (draft?.verdict.broken ?? [])
    .filter((finding) => finding.waivable)
    .flatMap((finding) => {
      const about = finding.sessions[0] ?? finding.who[0];
      if (about === undefined) return [];
      const name = `because-${finding.rule}-${about}`;
      return [
        {
          says: finding.sentence,
          rule: finding.rule,
          about,
          because: textArea({
            name: 'because',
            id: name,
            label: 'Reason for the exception',
            rows: 2,
            ...(complaint?.field === name && { error: complaint.says }),
          }),
        },
      ];
    });
  const granted = review.waivers.map((waiver) => ({
    rule: waiver.rule,
    about: waiver.about,
    says: `${ruleOf(waiver.rule)?.title ?? waiver.rule}: ${nameOf(review, waiver.about)}`,
    because: `${waiver.by}: ${waiver.because}`,
  }));
  return { asked, granted };
}

/** Everything that there is to agree about a programme, for whoever agrees it. */
export function agreeView(asked: Asked) {
  const { open, agreement, releases, amendments, comments, roles, complaint } = asked;
  const { review, draft, findings } = open;
  const blocks = blocksOf(draft, findings);
  const isManager = roles.includes('manager');
  const { stage } = agreement;
  const note = (label: string, hint: string) =>
    textArea({
      name: 'note',
      label,
      hint,
      rows: 3,
      value: complaint?.note ?? '',
      ...(complaint?.field === 'note' && { error: complaint.says }),
    });
  const last =
    agreement.at === undefined
      ? ''
      : `${lastWords[stage]} ${agreement.by}, ${instantMoment(review.week, agreement.at)}.`;
  const changes = amendments?.changes ?? [];
  return {
    errors: complaint
      ? errorSummary([{ text: complaint.says, ...(complaint.field !== '' && { field: complaint.field }) }])
      : null,
    tag: stageTags[stage],
    last,
    said: agreement.note ?? '',
    due: approvalWords(open),
    isBuilt: draft !== undefined,
    programme: addresses.programme(review.id),
    findings: addresses.findings(review.id),
    leftOut: addresses.leftOut(review.id),
    unplaced: (draft?.programme.unplaced ?? []).map((u) => ({
      title: nameOf(review, u.session),
      href: addresses.session(review.id, u.session),
      because: u.because[0] ?? '',
    })),
    blocks: blocks.map((block) => blockView(open, block)),
    amended:
      amendments === undefined
        ? null
        : {
            since: `Release ${amendments.release.line.number}`,
            href: addresses.release(review.id, amendments.release.line.number),
            count: counted(changes.length, 'session'),
            changes: changes.map((change) => changeName(review, change)),
          },
    seen: agreement.version,
    draft: draft?.version ?? 0,
    share:
      draft && afterAct(stage, 'share')
        ? {
            action: addresses.agreeTo(review.id, 'share'),
            note: note('A word with it (optional)', 'Whoever looks at the draft reads this first.'),
          }
        : null,
    sendBack:
      isManager && draft && afterAct(stage, 'send-back')
        ? {
            action: addresses.agreeTo(review.id, 'send-back'),
            note: note('What is to be changed', 'The organiser reads this first.'),
          }
        : null,
    approve:
      isManager && draft
        ? {
            action: addresses.agreeTo(review.id, 'approve'),
            blocked: blocks.length > 0,
            nothing: amendments !== undefined && changes.length === 0,
          }
        : null,
    isManager,
    grant: addresses.exceptions(review.id),
    withdraw: addresses.withdrawException(review.id),
    exceptions: exceptionsView(asked),
    coverage: draft ? coverageView(open, draft.programme) : null,
    releases: releases.toReversed().map((r) => ({
      text: `Release ${r.number}`,
      href: addresses.release(review.id, r.number),
      by: `${r.by}, ${instantMoment(review.week, r.at)}`,
      note: r.note,
    })),
    allReleases: addresses.releases(review.id),
    ...commentsView(review, comments),
    say: addresses.comments(review.id),
    settle: addresses.settleComment(review.id),
    about: selectOne({
      name: 'about',
      label: 'About',
      value: 'whole',
      items: [
        { value: 'whole', text: 'The whole programme' },
        ...review.sessions.map((s) => ({ value: `session ${s.id}`, text: s.title })),
        ...[...review.contacts, ...review.peers].map((p) => ({ value: `person ${p.id}`, text: p.name })),
      ],
    }),
    text: textArea({
      name: 'text',
      label: 'Comment',
      rows: 3,
      ...(complaint?.field === 'text' && { error: complaint.says }),
    }),
  };
}
