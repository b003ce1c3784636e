/**
 * Keeps somebody's own week on their phone, for where there is no signal: the page of a private link as it was fetched
 * last, and the style and script that it needs. Nothing else of Peerweek is kept.
 */
const scope = self as unknown as ServiceWorkerGlobalScope;

/** Also named in `web/client/own/keep.ts`. */
const KEPT = 'own-week';
/** Milliseconds after which a poor signal counts as none, where there is something kept. */
const PATIENCE = 4_000;

const isPage = (path: string): boolean => /^\/p\/[\w-]+$/.test(path);
const isAsset = (path: string): boolean => path.startsWith('/assets/');

const soon = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([
    promise,
    new Promise<T>((_, reject) => {
      setTimeout(() => reject(new Error('too slow')), PATIENCE);
    }),
  ]);

/** What is there now; without a signal what was kept. A link that is ended takes with it what was kept of it. */
async function page(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(path);
  const fresh = fetch(request).then(async (response) => {
    if (response.ok) await cache.put(path, response.clone());
    if (response.status === 404) await cache.delete(path);
    return response;
  });
  if (!kept) return fresh;
  // Goes on after the page was answered, so that the next look has it.
  fresh.catch(() => {});
  return soon(fresh).catch(() => kept);
}

/** Files whose address changes with what is in them: once is enough. */
async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(KEPT);
  return (await cache.match(request)) ?? fetch(request);
}

scope.addEventListener('install', () => void scope.skipWaiting());
scope.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== scope.location.origin) return;
  if (isPage(pathname)) event.respondWith(page(event.request, pathname));
  else if (isAsset(pathname)) event.respondWith(asset(event.request));
});

export {};
