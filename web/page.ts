import type { Response } from 'express';
import { addresses } from './addresses.ts';
import type { Render } from './templates.ts';

/** The pages of one review, in the order of their tabs. */
export const tabs = {
  overview: { text: 'Overview', href: addresses.review },
  programme: { text: 'Programme', href: (review: string) => addresses.programme(review) },
  findings: { text: 'Findings', href: addresses.findings },
  'left-out': { text: 'Left out', href: addresses.leftOut },
  peers: { text: 'Peers', href: addresses.peers },
  paper: { text: 'Paper', href: addresses.paper },
} as const;
export type Tab = keyof typeof tabs;

/** What stands around a page: its title, where it is in the whole, and for which review. */
export interface About {
  readonly title: string;
  /** Which item of the menu it is under; undefined: the page stands alone, with no way into the rest. */
  readonly where: 'reviews' | 'rules' | 'help' | 'alone' | undefined;
  readonly review?: {
    readonly id: string;
    readonly council: string;
    readonly week: string;
    readonly tab: Tab;
  };
}

/** Sends a page. */
export type Show = (response: Response, page: string, about: About, view: object) => void;

const menu = [
  { where: 'reviews', text: 'Reviews', href: addresses.reviews },
  { where: 'rules', text: 'Rule book', href: addresses.rules },
  { where: 'help', text: 'Help', href: addresses.help },
] as const;

export function chromeOf({ title, where, review }: About) {
  const alone = where === 'alone';
  return {
    title: review ? `${title} – ${review.council}` : title,
    home: alone ? '#main-content' : addresses.reviews,
    navigation: alone
      ? []
      : menu.map((item) => ({
          text: item.text,
          href: item.href,
          current: item.where === where && !review,
          active: item.where === where && review !== undefined,
        })),
    helpUrl: alone ? undefined : addresses.help,
    review: review && {
      council: review.council,
      week: review.week,
      tabs: Object.entries(tabs).map(([tab, { text, href }]) => ({
        text,
        href: href(review.id),
        current: tab === review.tab,
      })),
    },
  };
}

export const createShow =
  (render: Render): Show =>
  (response, page, about, view) => {
    // Names and times: kept by nobody on the way, asked for anew each time.
    if (!response.getHeader('Cache-Control')) response.setHeader('Cache-Control', 'private, no-cache');
    response.type('html').send(render(page, view, chromeOf(about)));
  };
