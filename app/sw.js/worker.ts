/// <reference lib="webworker" />
import { CacheFirst, ExpirationPlugin, NetworkFirst, type PrecacheEntry, Serwist } from 'serwist'
import { isKeptPage, pagesCache, staticCache, type ToWorker } from '@/features/study/kept-pages.ts'

/**
 * The service worker: lets the day's cards and whatever pages were opened be opened again without a network. It answers
 * for no data: what a learner does goes through the outbox, and sessions are kept by features/study/session-store.ts.
 *
 * scripts/build-worker.mjs bundles it and puts what /review and /offline need in the place of the list.
 */

declare const self: ServiceWorkerGlobalScope & { PRECACHE: PrecacheEntry[] }

/** A page that was kept less long ago than this is not fetched anew. */
const freshMs = 60 * 60_000

const serwist = new Serwist({
  precacheEntries: self.PRECACHE,
  precacheOptions: { cleanupOutdatedCaches: true },
  skipWaiting: true,
  clientsClaim: true,
  disableDevLogs: true,
  runtimeCaching: [
    {
      // Their names change with what is in them.
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_next/static/'),
      handler: new CacheFirst({ cacheName: staticCache, plugins: [new ExpirationPlugin({ maxEntries: 500 })] }),
    },
    {
      matcher: ({ url, request, sameOrigin }) => sameOrigin && request.mode === 'navigate' && isKeptPage(url.pathname),
      handler: new NetworkFirst({
        cacheName: pagesCache,
        networkTimeoutSeconds: 5,
        matchOptions: { ignoreSearch: true, ignoreVary: true },
        plugins: [new ExpirationPlugin({ maxEntries: 200 })],
      }),
    },
  ],
  fallbacks: { entries: [{ url: '/offline', matcher: ({ request }) => request.destination === 'document' }] },
})
serwist.addEventListeners()

self.addEventListener('install', (event) => event.waitUntil(keepPage('/review')))

self.addEventListener('fetch', (event) => {
  // Going from page to page fetches parts, not pages; a page that was opened so is kept as well.
  const { headers, url } = event.request
  if (headers.get('rsc') !== '1' || headers.has('next-router-prefetch')) return
  const { origin, pathname } = new URL(url)
  if (origin === self.location.origin && isKeptPage(pathname)) event.waitUntil(keepPage(pathname))
})

self.addEventListener('message', (event) => {
  const { page, parts } = event.data as ToWorker
  event.waitUntil(Promise.all([isKeptPage(page) && keepPage(page), keepParts(parts)]))
})

/** Keeps a page for when there is no network; where it cannot be fetched, it stays as it was kept. */
async function keepPage(pathname: string): Promise<void> {
  const cache = await caches.open(pagesCache)
  const kept = await cache.match(pathname, { ignoreVary: true })
  const keptAtMs = Date.parse(kept?.headers.get('date') ?? '')
  if (Date.now() - keptAtMs < freshMs) return
  try {
    const page = await fetch(pathname)
    if (page.ok) await cache.put(pathname, page)
  } catch {
    // There is no network.
  }
}

/** Keeps the parts of a page that was loaded before this worker was there. */
async function keepParts(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(staticCache)
  for (const url of urls) if ((await cache.match(url)) === undefined) await cache.add(url).catch(() => {})
}
