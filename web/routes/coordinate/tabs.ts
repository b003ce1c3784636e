import { addresses } from '../../addresses.ts';

const tabs = {
  reviews: { text: 'Reviews', href: addresses.coordinate },
  peers: { text: 'List of peers', href: addresses.listedPeers() },
  frames: { text: 'Weeks to begin with', href: addresses.sharedFrames },
  letters: { text: 'Letters', href: addresses.sharedLetters },
  history: { text: 'History', href: addresses.sharedHistory() },
} as const;

/** The ways between a coordinator's pages. */
export const coordinatorTabs = (current: keyof typeof tabs) =>
  Object.entries(tabs).map(([id, tab]) => ({ ...tab, current: id === current }));
