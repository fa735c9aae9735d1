'use client'

import { useEffect, useRef, useState } from 'react'

/**
 * What is typed into a form, kept in this browser from one letter to the next until it is on the server: a closed page, a
 * signed-out session or a lost network takes nothing away. Leaving the page with something unsaved asks first.
 *
 * @param place which form it is, for what is typed to be found again
 * @param loaded what the server has
 * @param textOf what of it is typed, to tell whether it is as it was
 * @param goOn what was kept here with what the server has now; nothing where they do not belong together
 */
export function useKeptForm<Typed extends object>(
  place: string,
  loaded: Typed,
  textOf: (typed: Typed) => string,
  goOn: (kept: Typed, loaded: Typed) => Typed | null,
) {
  const key = `rapporteur.bank.${place}`
  const [saved, setSaved] = useState(loaded)
  const [typed, setTyped] = useState(loaded)
  const [restored, setRestored] = useState<Typed | null>(null)
  const isRead = useRef(false)
  const wasUnsaved = useRef(false)
  const isUnsaved = textOf(typed) !== textOf(saved)

  useEffect(() => {
    if (isRead.current) return
    isRead.current = true
    const found = localStorage.getItem(key)
    const kept = found === null ? null : (JSON.parse(found) as Typed)
    const both = kept === null ? null : goOn(kept, loaded)
    if (both === null) return
    setTyped(both)
    setRestored(kept)
  }, [key, loaded, goOn])

  useEffect(() => {
    if (isUnsaved) localStorage.setItem(key, JSON.stringify(typed))
    // Everything has been put back by hand.
    else if (wasUnsaved.current) localStorage.removeItem(key)
    wasUnsaved.current = isUnsaved
  }, [key, typed, isUnsaved])

  useAskBeforeLeaving(isUnsaved)

  return {
    typed,
    isUnsaved,
    /** What was kept here, where what is shown was typed on an earlier visit. */
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
