import type { Response } from 'express';
import { isSampleId } from '../src/review/sample-id.ts';
import { addresses } from './addresses.ts';
import type { Done } from './done.ts';
import type { Layout, Render } from './templates.ts';
import { looksOnAt, type Who, whoIs } from './who.ts';

type Href = (review: string) => string;
interface TabLink {
  readonly text: string;
  readonly href: Href;
  /** For peers too, who may look at what is for the whole team. */
  readonly all?: true;
}

/** The pages of one review by their tabs, in order: a tab is a page, or holds pages that are tabs below it. */
const groups = {
  overview: { text: 'Overview', tabs: { overview: { text: 'Overview', href: addresses.review, all: true } } },
  'setting-up': {
    text: 'Setting up',
    tabs: {
      ready: { text: 'Ready?', href: addresses.ready },
      about: { text: 'The review', href: addresses.setUp },
      frame: { text: 'The week', href: (review: string) => addresses.frame(review) },
      list: { text: 'Who to see', href: addresses.list },
      people: { text: 'People', href: (review: string) => addresses.people(review) },
      diaries: { text: 'Diaries', href: addresses.diaries },
      places: { text: 'Places', href: addresses.places },
      sessions: { text: 'Sessions', href: (review: string) => addresses.sessions(review) },
      'bring-in': { text: 'Bring in', href: addresses.bringIn },
    },
  },
  programme: {
    text: 'Programme',
    tabs: {
      programme: { text: 'Programme', href: (review: string) => addresses.programme(review) },
      'what-if': { text: 'What if', href: addresses.whatIfs },
      findings: { text: 'Findings', href: addresses.findings },
      'left-out': { text: 'Left out', href: addresses.leftOut },
      agree: { text: 'Agree', href: addresses.agree },
      releases: { text: 'Releases', href: addresses.releases, all: true },
    },
  },
  peers: {
    text: 'Peers',
    tabs: {
      peers: { text: 'The team', href: (review: string) => addresses.peers(review) },
      pairs: { text: 'Pairs', href: addresses.pairs },
    },
  },
  reaching: {
    text: 'Reaching people',
    tabs: {
      letters: { text: 'Letters', href: (review: string) => addresses.letters(review) },
      'cant-come': { text: 'Can’t come', href: (review: string) => addresses.cantComes(review) },
      calendars: { text: 'Calendars', href: (review: string) => addresses.calendars(review) },
    },
  },
  week: {
    text: 'In the week',
    tabs: {
      week: { text: 'Now', href: (review: string) => addresses.week(review) },
      evening: { text: 'Tomorrow’s pairs', href: (review: string) => addresses.eveningPairs(review) },
      board: { text: 'Board', href: (review: string) => addresses.board(review), all: true },
    },
  },
  paper: { text: 'Paper', tabs: { paper: { text: 'Paper', href: addresses.paper, all: true } } },
  'the-record': {
    text: 'Record',
    tabs: {
      history: { text: 'History', href: (review: string) => addresses.history(review) },
      members: { text: 'Who may work on it', href: addresses.members },
      data: { text: 'Data', href: (review: string) => addresses.data(review) },
    },
  },
} as const satisfies Readonly<
  Record<string, { readonly text: string; readonly tabs: Readonly<Record<string, TabLink>> }>
>;
type Groups = typeof groups;
export type Tab = { [G in keyof Groups]: keyof Groups[G]['tabs'] }[keyof Groups];

/** The tabs of a review: those of the first level, and those below the one that is open where it has several. */
function tabsFor(review: string, tab: Tab, who: Who) {
  const looksOn = looksOnAt(who, review);
  const all = Object.values(groups)
    .map(({ text, tabs }) => {
      const own = Object.entries<TabLink>(tabs).filter(([, link]) => link.all || !looksOn);
      return { text, own, open: own.some(([id]) => id === tab) };
    })
    .filter(({ own }) => own.length > 0);
  const below = all.find((group) => group.open)?.own ?? [];
  return {
    tabs: all.map(({ text, own, open }) => ({
      text,
      href: own[0]![1].href(review),
      current: open && own[0]![0] === tab,
      open,
    })),
    below:
      below.length < 2
        ? []
        : below.map(([id, { text, href }]) => ({ text, href: href(review), current: id === tab })),
  };
}

/** What stands around a page: its title, where it is in the whole, and for which review. */
export interface About {
  readonly title: string;
  /** Which item of the menu it is under; undefined: the page stands alone, with no way into the rest. */
  readonly where: 'reviews' | 'coordinate' | 'rules' | 'help' | 'sign-in' | 'account' | 'alone' | undefined;
  /** What is around it, where it is not what all pages have. */
  readonly layout?: Layout;
  readonly review?: {
    readonly id: string;
    readonly council: string;
    readonly week: string;
    readonly tab: Tab;
    /** How the two weeks' clock stands, and where the programme is agreed. */
    readonly clock?: { readonly text: string; readonly href: string };
  };
  /** What was just done, and the form that undoes it. */
  readonly done?: Done;
  /** Where the page hears of what others do, as they do it, and what it asks for to show it; nothing for an answer to a form. */
  readonly live?: { readonly news: string; readonly page: string };
  /** Seconds after which a browser without script asks for the page again. */
  readonly again?: number;
}

/** Sends a page. */
export type Show = (response: Response, page: string, about: About, view: object) => void;

const menuOf = ({ account }: Who) =>
  [
    account
      ? { where: 'reviews', text: 'Reviews', href: addresses.reviews }
      : { where: 'sign-in', text: 'Sign in', href: addresses.signIn() },
    ...(account?.coordinates
      ? [{ where: 'coordinate', text: 'All reviews', href: addresses.coordinate } as const]
      : []),
    { where: 'rules', text: 'Rule book', href: addresses.rules },
    { where: 'help', text: 'Help', href: addresses.help },
  ] as const;

function chromeOf({ title, where, review, done, live, again }: About, who: Who) {
  const alone = where === 'alone';
  return {
    title: review ? `${title} – ${review.council}` : title,
    home: alone ? '#main-content' : addresses.reviews,
    navigation: alone
      ? []
      : menuOf(who).map((item) => ({
          text: item.text,
          href: item.href,
          current: item.where === where && !review,
          active: item.where === where && review !== undefined,
        })),
    helpUrl: alone ? undefined : addresses.help,
    signedIn:
      who.account && !alone
        ? {
            name: who.account.name,
            account: addresses.account,
            current: where === 'account',
            signOut: addresses.signOut,
          }
        : undefined,
    done,
    live: review && !looksOnAt(who, review.id) ? live : undefined,
    again,
    review: review && {
      council: review.council,
      week: review.week,
      // Those who look on are told what was agreed, and not how it goes until then.
      clock: looksOnAt(who, review.id) ? undefined : review.clock,
      throwAway:
        isSampleId(review.id) && who.rolesIn(review.id).includes('organiser')
          ? addresses.throwAway(review.id)
          : undefined,
      ...tabsFor(review.id, review.tab, who),
    },
  };
}

export const createShow =
  (render: Render): Show =>
  (response, page, about, view) => {
    // Of those who signed in nothing is kept at all (set-up-who.ts); this is for everybody else.
    if (!response.getHeader('Cache-Control')) response.setHeader('Cache-Control', 'private, no-cache');
    // Read out first: that something is to be put right.
    const title = [400, 429].includes(response.statusCode) ? `Error: ${about.title}` : about.title;
    response
      .type('html')
      .send(render(page, view, chromeOf({ ...about, title }, whoIs(response)), about.layout));
  };
