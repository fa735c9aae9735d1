'use client'

import { useEffect } from 'react'
import type { ToWorker } from './kept-pages.ts'

/** A session that was kept less long ago than this is not fetched anew. */
const freshMs = 60 * 60_000
const firstLookMs = 4_000

/**
 * Makes the app usable without a network, from whichever page is open: registers the service worker (app/sw.js), and
 * keeps the day's cards on this device.
 */
export function OfflineSupport() {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production') return
    void registerWorker()
    // Once the page is at rest; what schedules cards is too large to come with every page.
    const timer = setTimeout(() => {
      import('./session-store.ts').then(({ keepReady }) => keepReady('all', freshMs)).catch(() => {})
    }, firstLookMs)
    return () => clearTimeout(timer)
  }, [])
  return null
}

/** Registers it, and tells it what this page is made of if it was loaded before there was one. */
async function registerWorker(): Promise<void> {
  // Absent where the page is not served safely, as over plain http from another machine.
  if (!('serviceWorker' in navigator)) return
  const isFirst = navigator.serviceWorker.controller === null
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
    if (!isFirst) return
    const { active } = await navigator.serviceWorker.ready
    const parts = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_next/static/'))
      .map(({ pathname }) => pathname)
    active?.postMessage({ page: location.pathname, parts } satisfies ToWorker)
  } catch {
    // Somebody has switched it off: then there is nothing without a network, and all else works.
  }
}
