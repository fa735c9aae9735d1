'use client'

import { type ReactNode, useId, useRef, useState } from 'react'
import { SendError } from '@/lib/send.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

/** A button whose press is asked about once more, with what follows from it. */
export function ConfirmButton({
  children,
  title,
  consequence,
  keep,
  confirm,
  act,
}: {
  children: ReactNode
  title: string
  consequence: ReactNode
  /** What the button says that changes nothing. */
  keep: string
  /** What the button says that does it. */
  confirm: string
  /** Throws a SendError with what is wrong. */
  act: () => Promise<void>
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const titleId = useId()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  function ask() {
    setProblem(null)
    dialog.current?.showModal()
  }
  async function send() {
    if (isSending) return
    setSending(true)
    setProblem(null)
    try {
      await act()
      dialog.current?.close()
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
    } finally {
      setSending(false)
    }
  }

  return (
    <>
      <Button look="quiet" onClick={ask}>
        {children}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        // What was typed into it, such as a password, does not stay.
        onClose={() => form.current?.reset()}
        className="m-auto w-[calc(100%-2rem)] max-w-md rounded-card border border-line bg-surface p-6 text-ink backdrop:bg-black/40"
      >
        <form
          ref={form}
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <h2 id={titleId} className="mb-4 text-2xl wrap-anywhere">
            {title}
          </h2>
          <div className="text-muted">{consequence}</div>
          {problem !== null && (
            <div className="mt-4">
              <Notice tone="problem">{problem}</Notice>
            </div>
          )}
          <div className="mt-6 flex flex-wrap gap-3">
            {/* First, so that it has the focus when the question appears, unless something is to be typed. */}
            <Button look="quiet" onClick={() => dialog.current?.close()}>
              {keep}
            </Button>
            <Button type="submit" aria-disabled={isSending}>
              {confirm}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  )
}
