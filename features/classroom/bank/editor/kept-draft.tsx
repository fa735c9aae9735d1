'use client'

import { useEffect, useRef, useState } from 'react'
import type { Draft } from '../draft.ts'
import type { FactChoice } from '../loaders.ts'
import type { FilingDraft } from './filing-fields.tsx'

/** Everything that is typed into the form of an item. */
export interface Typed {
  id: string
  draft: Draft
  filing: FilingDraft
  asksOtherwise: boolean
  /** The place of the version that it started from; nothing for a new one. */
  basedOn: number | null
  /** The facts that were found for it. */
  facts: FactChoice[]
}

/**
 * What is typed, kept in this browser from one letter to the next until it is on the server: a closed page, a signed-out
 * session or a lost network takes nothing away. Leaving the page with something unsaved asks first.
 */
export function useKeptDraft(place: string, loaded: Typed) {
  const key = `rapporteur.bank.${place}`
  const [saved, setSaved] = useState(loaded)
  const [typed, setTyped] = useState(loaded)
  const [restored, setRestored] = useState<{ isOvertaken: boolean } | null>(null)
  const isRead = useRef(false)
  const wasUnsaved = useRef(false)
  const isUnsaved = textOf(typed) !== textOf(saved)

  useEffect(() => {
    if (isRead.current) return
    isRead.current = true
    const found = localStorage.getItem(key)
    if (found === null) return
    const kept = JSON.parse(found) as Typed
    // Another kind was chosen at the same address: that is another question.
    if (kept.draft.type !== loaded.draft.type) return
    // It goes on from what is there now; whether that is what it began with, its author has to know.
    setTyped({ ...kept, basedOn: loaded.basedOn })
    setRestored({ isOvertaken: kept.basedOn !== loaded.basedOn })
  }, [key, loaded])

  useEffect(() => {
    if (isUnsaved) {
      localStorage.setItem(key, JSON.stringify(typed))
    } else if (wasUnsaved.current) {
      // Everything has been put back by hand.
      localStorage.removeItem(key)
    }
    wasUnsaved.current = isUnsaved
  }, [key, typed, isUnsaved])

  useAskBeforeLeaving(isUnsaved)

  return {
    typed,
    isUnsaved,
    /** Set where what is shown was typed on an earlier visit, with whether somebody has changed the item since. */
    restored: isUnsaved ? restored : null,
    change: (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change })),
    /** The server has it, as it then stands. */
    settle: (settled: Typed) => {
      localStorage.removeItem(key)
      setSaved(settled)
      setTyped(settled)
    },
    /** Goes back to what the server has. */
    discard: () => {
      localStorage.removeItem(key)
      setTyped(saved)
    },
  }
}

function textOf({ draft, filing, asksOtherwise }: Typed): string {
  return JSON.stringify([draft, filing, asksOtherwise])
}

const question = 'What you typed is not saved yet. It stays in this browser for when you come back. Leave this page?'

function useAskBeforeLeaving(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    // Links within the site load no page, so that the browser does not ask.
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      const leads = link !== null && link.getAttribute('target') === null && !event.ctrlKey && !event.metaKey
      if (!leads || window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, { capture: true })
    }
  }, [isUnsaved])
}
