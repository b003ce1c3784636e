/** Also named in `web/offline/worker.ts`. */
const KEPT = 'own-week';

/**
 * Keeps this page on the phone for where there is no signal, with the files that it needs, until so long after the week
 * as the page says; then it is forgotten. Without service workers (an old browser, no https) nothing is kept.
 */
export async function keep(page: HTMLElement): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  if (Date.now() > Date.parse(page.dataset.until ?? '')) {
    await caches.delete(KEPT);
    return;
  }
  await navigator.serviceWorker.register(page.dataset.keep ?? '', { scope: '/p/' });
  if (!navigator.onLine) return;
  const cache = await caches.open(KEPT);
  const files = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('[data-file]')].map((f) =>
    'href' in f ? f.href : f.src,
  );
  // Those of an older version of the product make room.
  for (const old of await cache.keys())
    if (old.url.includes('/assets/') && !files.includes(old.url)) await cache.delete(old);
  await cache.addAll([location.pathname, ...files]);
}
