'use client'

import { useSyncExternalStore } from 'react'
import { type TokenKind, tokenIn } from './link.ts'

/** The token of a kind in this page's address; `undefined` until it can be read, which only the browser can. */
export function useLinkToken(kind: TokenKind): string | null | undefined {
  return useSyncExternalStore(
    subscribe,
    () => tokenIn(window.location.hash, kind),
    () => undefined,
  )
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}
