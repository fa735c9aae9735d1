'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { forgetBrowserAfter } from '@/lib/forget-browser.ts'
import { receive, type SendError, submit } from '@/lib/send.ts'
import { DeleteQuestion } from './delete-question.tsx'
import type { HeldInCounts } from './loaders.ts'

/** What is held on whoever looks at it, to be downloaded or deleted. */
export function OwnDataView() {
  const [held, setHeld] = useState<HeldInCounts | null>(null)
  const [error, setError] = useState<SendError | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [state, setState] = useState<'kept' | 'deleting' | 'deleted'>('kept')
  useEffect(() => {
    receive<HeldInCounts>('/api/privacy').then(setHeld).catch(setError)
  }, [])

  async function deleteEverything() {
    setError(null)
    setState('deleting')
    try {
      await forgetBrowserAfter(async () => {
        await submit('/api/privacy/delete', { confirmed: 'everything' })
      })
      setState('deleted')
    } catch (failed) {
      setError(failed as SendError)
      setState('kept')
    }
    setIsAsking(false)
  }

  if (state === 'deleted') return <Deleted />
  const counts = held?.counts.filter(({ count }) => count > 0) ?? []
  return (
    <div className="mx-auto grid max-w-2xl gap-6">
      <header>
        <h1 className="text-4xl">What we hold on you</h1>
        <p className="mt-3 text-muted">
          What each of these is, why it is kept and for how long, stands under{' '}
          <Link href="/privacy" className="underline underline-offset-4">
            What we keep of you
          </Link>
          .
        </p>
      </header>
      {error === null ? null : <Notice tone="problem">{error.message}</Notice>}
      {held === null && error === null ? <p className="text-muted">Looking…</p> : null}
      {held?.who === 'nobody' ? <p>Nothing: this browser has given no answer yet.</p> : null}
      {held?.who === 'demo' ? (
        <p>You are looking at the demo, which is everybody’s. It can’t be deleted here.</p>
      ) : null}
      {counts.length === 0 ? null : (
        <>
          <table className="w-full border-line border-y text-left">
            <thead className="sr-only">
              <tr>
                <th scope="col">What</th>
                <th scope="col">How many</th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {counts.map(({ title, count }) => (
                <tr key={title}>
                  <th scope="row" className="py-3 pr-5 font-normal">
                    {title}
                  </th>
                  <td className="py-3 text-right tabular-nums">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="flex flex-col gap-3 sm:flex-row">
            <a
              href="/api/privacy/export"
              download
              className="inline-flex min-h-11 items-center justify-center rounded-lg bg-accent px-5 py-2.5 font-semibold text-on-accent no-underline hover:bg-accent-strong"
            >
              Download everything
            </a>
            {held?.who === 'guest' ? (
              <Button look="quiet" onClick={() => setIsAsking(true)}>
                Delete everything…
              </Button>
            ) : null}
          </div>
          <p className="text-sm text-muted">
            The download is a zip with each part as JSON and as a table for spreadsheets, and a text that says what is
            what.
          </p>
        </>
      )}
      {isAsking ? (
        <DeleteQuestion
          counts={counts}
          isDeleting={state === 'deleting'}
          onDelete={deleteEverything}
          onCancel={() => setIsAsking(false)}
        />
      ) : null}
    </div>
  )
}

function Deleted() {
  return (
    <div className="mx-auto grid max-w-2xl gap-4" role="status">
      <h1 className="text-4xl">Everything is deleted</h1>
      <p>
        The server holds nothing on you any more, and this browser has forgotten who you were. If you answer a question
        again, you begin anew.
      </p>
      <p>
        <ButtonLink href="/">To the front page</ButtonLink>
      </p>
    </div>
  )
}
