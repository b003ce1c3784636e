import type { ReviewEntry, SessionEntry, SiteEntry } from '../review/file.ts';
import { put } from './edit.ts';
import type { Entry } from './entry.ts';
import { newId } from './new-id.ts';
import { remove } from './remove.ts';
import { withUsualTravel } from './usual-travel.ts';

type Option = keyof NonNullable<ReviewEntry['options']>;

/** Something that belongs into every week, or into every week with an option, and that nobody need think of. */
export interface StandingItem {
  readonly id: string;
  readonly title: string;
  /** Line of the manual. */
  readonly manual: string;
  /** Only where this option is taken. */
  readonly option?: Option;
  /** Whether a session is this one, however it is called by now. */
  readonly is: (session: SessionEntry) => boolean;
  /** How many of it there are to be. */
  readonly count: number;
  readonly make: (entry: Entry) => Omit<SessionEntry, 'id' | 'title'>;
  /** A visit goes to a site of its own, which stands in for the real one until that is known. */
  readonly site?: string;
}

const sponsorOf = (entry: Entry): Pick<SessionEntry, 'contacts'> =>
  entry.review.sponsor === undefined ? {} : { contacts: [entry.review.sponsor] };

/** Two visits and two debriefs always (manual 311-317, 1462, 1556-1559); what the options bring (1748, 1754). */
export const standingItems: readonly StandingItem[] = [
  {
    id: 'accident-and-emergency',
    title: 'Visit to accident and emergency',
    manual: '1462, 1558',
    is: (s) => s.visit === 'accident-and-emergency',
    count: 1,
    site: 'Hospital (accident and emergency)',
    make: () => ({
      kind: 'site-visit',
      visit: 'accident-and-emergency',
      themes: ['effective-practice', 'working-together'],
      priority: 'must',
      minutes: 75,
    }),
  },
  {
    id: 'duty-desk',
    title: 'Visit to the duty desk',
    manual: '1559',
    is: (s) => s.visit === 'duty-desk',
    count: 1,
    site: 'Duty desk',
    make: () => ({
      kind: 'site-visit',
      visit: 'duty-desk',
      themes: ['effective-practice', 'capacity'],
      priority: 'must',
      minutes: 90,
    }),
  },
  {
    id: 'debrief',
    title: 'Debrief with the sponsor',
    manual: '311-317',
    is: (s) => s.kind === 'debrief',
    count: 2,
    make: (entry) => ({ kind: 'debrief', ...sponsorOf(entry), priority: 'must' }),
  },
  {
    id: 'case-recording-review',
    title: 'Review of the case recording system',
    manual: '1754',
    option: 'caseRecordingReview',
    is: (s) => s.kind === 'record-review',
    count: 1,
    make: () => ({
      kind: 'record-review',
      themes: ['outcomes', 'effective-practice'],
      priority: 'must',
      latestDay: 2,
    }),
  },
  {
    id: 'case-record-group',
    title: 'Case records review group',
    manual: '1748',
    option: 'caseRecords',
    is: (s) => s.caseRecords === true,
    count: 1,
    make: () => ({
      kind: 'focus-group',
      caseRecords: true,
      headcount: 6,
      themes: ['effective-practice', 'outcomes'],
      priority: 'must',
    }),
  },
];

export const isWanted = ({ review }: Entry, { option }: StandingItem): boolean =>
  option === undefined || review.options?.[option] === true;

/** How many of an item the review wants and has not got. */
export const missingOf = (entry: Entry, item: StandingItem): number =>
  isWanted(entry, item) ? Math.max(0, item.count - (entry.sessions ?? []).filter(item.is).length) : 0;

/** Puts in what belongs into this week and is not there; leaves everything else as it is. */
export const withStandingItems = (entry: Entry): Entry => standingItems.reduce(withItem, entry);

function withItem(entry: Entry, item: StandingItem): Entry {
  let now = entry;
  for (let n = missingOf(entry, item); n > 0; n--) {
    const placed = item.site === undefined ? undefined : siteNamed(now, item.site);
    if (placed) now = placed.entry;
    const session: SessionEntry = {
      id: newId(now, item.id, 'session'),
      title: item.title,
      ...item.make(now),
      ...(placed && { place: { site: placed.site } }),
    };
    now = put('sessions', session)(now);
  }
  return now;
}

/** The site of that name, made where there is none, with the usual journeys to it. */
function siteNamed(entry: Entry, name: string): { readonly entry: Entry; readonly site: string } {
  const there = entry.sites?.find((site) => site.name === name);
  if (there) return { entry, site: there.id };
  const site: SiteEntry = { id: newId(entry, `at ${name}`, 'site'), name };
  return { entry: withUsualTravel(put('sites', site)(entry)), site: site.id };
}

/**
 * Sets the options and brings the week along: what a new option asks for is put in, and what was only there for one
 * that was given up is taken out.
 */
export function withOptions(entry: Entry, options: NonNullable<ReviewEntry['options']>): Entry {
  const chosen: Entry = { ...entry, review: { ...entry.review, options } };
  const without = standingItems
    .filter((item) => isWanted(entry, item) && !isWanted(chosen, item))
    .flatMap((item) => (chosen.sessions ?? []).filter(item.is))
    .reduce<Entry>((now, session) => remove('sessions', session.id)(now), chosen);
  return withStandingItems(without);
}

/** Names the sponsor, and seats them in the debriefs that wait for one or were the last sponsor's. */
export function withSponsor(entry: Entry, sponsor: string): Entry {
  const before = entry.review.sponsor;
  const seated = (session: SessionEntry): SessionEntry => {
    const { contacts = [] } = session;
    if (session.kind !== 'debrief' || contacts.includes(sponsor)) return session;
    const isTheirs = contacts.length === 0 || (before !== undefined && contacts.includes(before));
    return isTheirs ? { ...session, contacts: [sponsor, ...contacts.filter((c) => c !== before)] } : session;
  };
  return {
    ...entry,
    review: { ...entry.review, sponsor },
    ...(entry.sessions && { sessions: entry.sessions.map(seated) }),
  };
}
