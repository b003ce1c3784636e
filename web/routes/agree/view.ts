import type { Role } from '../../../src/accounts/roles.ts';
import type { Amendments } from '../../../src/actions/amendments.ts';
import type { OpenReview } from '../../../src/actions/open-review.ts';
import { changeName } from '../../../src/programme/changes.ts';
import { counted } from '../../../src/publish/words.ts';
import { blocksOf } from '../../../src/release/blocks.ts';
import { afterAct, type Stage } from '../../../src/release/stages.ts';
import { nameOf, peerOf } from '../../../src/review/facts.ts';
import type { Agreement, Comment, ReleaseLine } from '../../../src/store/agreement-port.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { errorSummary, textArea } from '../../form/fields.ts';
import { approvalWords } from './approval-words.ts';
import { blockView } from './blocks-view.ts';
import { commentsView } from './comments-view.ts';
import { asksView, coverageView } from './coverage-view.ts';
import { exceptionsView, type Ungranted } from './exceptions-view.ts';
import { journeysView } from './journeys-view.ts';
import { sessionLabels } from './session-labels.ts';

/** What was wrong with a form that was sent, and what was typed into it. */
export type Complaint =
  | { readonly form: 'act'; readonly field: 'note' | ''; readonly says: string; readonly note: string }
  | { readonly form: 'comment'; readonly says: string; readonly about: string }
  | { readonly form: 'exception'; readonly sent: Ungranted };

/** The field that a complaint is about, by its id; empty: the whole page. */
function fieldOf(complaint: Complaint, isListed: (rule: string, about: string) => boolean): string {
  switch (complaint.form) {
    case 'act':
      return complaint.field;
    case 'comment':
      return 'text';
    case 'exception': {
      const { field, rule, about } = complaint.sent;
      if (field === '') return '';
      if (field === 'because' && isListed(rule, about)) return `because-${rule}-${about}`;
      return field === 'rule' ? 'rule' : `exception-${field}`;
    }
  }
}

const saysOf = (complaint: Complaint): string =>
  complaint.form === 'exception' ? complaint.sent.says : complaint.says;

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

/** Everything that there is to agree about a programme, for whoever agrees it. */
export function agreeView(asked: Asked) {
  const { open, agreement, releases, amendments, comments, roles, complaint } = asked;
  const { review, draft, findings } = open;
  const blocks = blocksOf(draft, findings);
  const isManager = roles.includes('manager');
  const { stage } = agreement;
  const act = complaint?.form === 'act' ? complaint : undefined;
  const note = (label: string, hint: string) =>
    textArea({
      name: 'note',
      label,
      hint,
      rows: 3,
      value: act?.note ?? '',
      ...(act?.field === 'note' && { error: act.says }),
    });
  const last =
    agreement.at === undefined
      ? ''
      : `${lastWords[stage]} ${agreement.by}, ${instantMoment(review.week, agreement.at)}.`;
  const changes = amendments?.changes ?? [];
  const exceptions = exceptionsView(open, complaint?.form === 'exception' ? complaint.sent : undefined);
  const isListed = (rule: string, about: string) =>
    exceptions.asked.some((one) => one.rule === rule && one.about === about);
  const labels = sessionLabels(review, draft?.programme);
  const commented = {
    review: review.id,
    week: review.week,
    nameOf: (id: string) => labels.get(id) ?? nameOf(review, id),
    isPeer: (id: string) => peerOf(review, id) !== undefined,
  };
  const checks = findings.filter((f) => f.kind !== 'must' || f.waiver === undefined);
  return {
    errors: complaint
      ? errorSummary([
          {
            text: saysOf(complaint),
            ...(fieldOf(complaint, isListed) !== '' && { field: fieldOf(complaint, isListed) }),
          },
        ])
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
            changes: changes.map((change) => changeName(amendments.known, change)),
          },
    seen: agreement.version,
    entered: open.line.version,
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
    exceptions,
    coverage: draft ? coverageView(open, draft.programme) : null,
    asks: draft ? asksView(open, draft.programme) : null,
    journeys: draft ? journeysView(open, draft.programme) : [],
    pairs: addresses.pairs(review.id),
    counts: counted(checks.length, 'finding'),
    asPeers: draft
      ? review.peers.map((p) => ({ name: p.name, href: addresses.asPeer(review.id, p.id) }))
      : [],
    releases: releases.toReversed().map((r) => ({
      text: `Release ${r.number}`,
      href: addresses.release(review.id, r.number),
      by: `${r.by}, ${instantMoment(review.week, r.at)}`,
      note: r.note,
    })),
    allReleases: addresses.releases(review.id),
    comments: commentsView(
      commented,
      comments,
      [
        ...[...labels].map(([session, text]) => ({ value: `session ${session}`, text })),
        ...[...review.contacts, ...review.peers].map((p) => ({ value: `person ${p.id}`, text: p.name })),
      ],
      complaint?.form === 'comment' ? complaint.about : 'whole',
      complaint?.form === 'comment' ? { text: '', error: complaint.says } : undefined,
    ),
  };
}
