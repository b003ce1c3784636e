import type { OpenReview } from '../../../src/actions/open-review.ts';
import { exceptionName } from '../../../src/publish/exception-words.ts';
import { nameOf } from '../../../src/review/facts.ts';
import { roleOf } from '../../../src/review/roles.ts';
import { ruleBook } from '../../../src/rules/index.ts';
import { addresses } from '../../addresses.ts';
import { selectOne, textArea } from '../../form/fields.ts';
import { sessionLabels } from './session-labels.ts';

/** What a form that grants an exception was sent with, where that was not taken. */
export interface Ungranted {
  readonly rule: string;
  readonly about: string;
  readonly because: string;
  readonly says: string;
  /** Empty: somebody else granted the same meanwhile. */
  readonly field: 'rule' | 'about' | 'because' | '';
}

/** Every rule that the review manager may grant an exception to. */
const waivable = ruleBook.filter((rule) => rule.parts.some((part) => part.waivable));

/** Exceptions that would put right what is broken, those that stand, one that is to be granted, and who is not seen. */
export function exceptionsView({ review, draft, findings }: OpenReview, sent?: Ungranted) {
  const of = (rule: string, about: string) =>
    sent?.rule === rule && sent.about === about && (sent.field === 'because' || sent.field === '')
      ? sent
      : undefined;
  const wanted = [
    ...(draft?.verdict.broken ?? []).filter((f) => f.waivable),
    ...findings.filter((f) => f.rule === 'pair' && f.part === 'two' && !f.waiver),
  ];
  const asked = wanted.flatMap((finding) => {
    const about = finding.sessions[0] ?? finding.who[0];
    if (about === undefined) return [];
    const typed = of(finding.rule, about);
    return [
      {
        says: finding.sentence,
        rule: finding.rule,
        about,
        because: textArea({
          name: 'because',
          id: `because-${finding.rule}-${about}`,
          label: 'Reason for the exception',
          rows: 2,
          value: typed?.because ?? '',
          ...(typed?.field === 'because' && { error: typed.says }),
        }),
      },
    ];
  });
  const listed = asked.some((a) => of(a.rule, a.about));
  const own = listed ? undefined : sent;
  return {
    asked,
    granted: review.waivers.map((waiver) => ({
      rule: waiver.rule,
      about: waiver.about,
      says: `${exceptionName(waiver.rule)}: ${nameOf(review, waiver.about)}`,
      because: `${waiver.by}: ${waiver.because}`,
    })),
    open: own !== undefined,
    rule: selectOne({
      name: 'rule',
      label: 'What for',
      value: own?.rule ?? '',
      ...(own?.field === 'rule' && { error: own.says }),
      items: [
        { value: '', text: 'Choose' },
        ...waivable.map(({ id }) => ({ value: id, text: exceptionName(id) })),
      ],
    }),
    about: selectOne({
      name: 'about',
      id: 'exception-about',
      label: 'Whom or which session',
      value: own?.about ?? '',
      ...(own?.field === 'about' && { error: own.says }),
      items: [
        { value: '', text: 'Choose' },
        ...[...sessionLabels(review, draft?.programme)].map(([value, text]) => ({ value, text })),
        ...review.contacts.map((c) => ({ value: c.id, text: c.name })),
      ],
    }),
    because: textArea({
      name: 'because',
      id: 'exception-because',
      label: 'Reason',
      rows: 2,
      value: own?.because ?? '',
      ...(own?.field === 'because' && { error: own.says }),
    }),
    notSeen: review.declined.map(({ role, because, acceptedBy }) => ({
      who: roleOf(role).label,
      because,
      accepted: acceptedBy === undefined ? '' : `Accepted by ${acceptedBy}`,
      accept: addresses.listRole(review.id, role, 'accept'),
    })),
    list: addresses.list(review.id),
  };
}
