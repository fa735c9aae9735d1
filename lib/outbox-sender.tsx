'use client'

import { useEffect } from 'react'
import { keepSending } from './outbox.ts'

/** Sends, from whichever page is open, what an earlier one could not. */
export function OutboxSender() {
  useEffect(keepSending, [])
  return null
}
