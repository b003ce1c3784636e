import { keep } from './keep.ts';
import { now } from './now.ts';

// The page of a private link: it works without any of this, and is small enough for a poor signal.
const page = document.querySelector<HTMLElement>('[data-keep]');
if (page) {
  now(page);
  keep(page).catch((error: unknown) => console.warn(error));
}
