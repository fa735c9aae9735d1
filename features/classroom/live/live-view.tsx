'use client'

import Link from 'next/link'
import { useCallback, useEffect, useRef, useState } from 'react'
import { LabelledForm } from '@/components/labelled-form.tsx'
import { Notice } from '@/components/notice.tsx'
import { receiveOnce, SendError, submit } from '@/lib/send.ts'
import { Section } from '../section.tsx'
import type { AskedAct } from './actions.ts'
import { glancedTime, type LiveRow, mostMinutes, mostSigns, noMinutesText } from './live.ts'
import type { Live, LivePage } from './loaders.ts'

/** A quiz while it is taken: how everybody stands, and what can be done for all of them. */
export function LiveView({ page }: { page: LivePage }) {
  const { classId, className, assignmentId, title, isArchived, canAct } = page
  const { live, problem, ask } = useLive(page)
  return (
    <div className="mx-auto grid max-w-3xl gap-10">
      <header className="grid gap-3">
        <p className="text-sm text-muted">
          <Link
            href={`/classes/${classId}/assignments/${assignmentId}`}
            prefetch={false}
            className="underline underline-offset-4 hover:text-accent wrap-anywhere"
          >
            {title}
          </Link>
        </p>
        <h1 className="text-3xl wrap-anywhere">Live view of “{title}”</h1>
        <p className="text-muted">{className}. It is kept up to date by itself.</p>
      </header>
      {isArchived && <Notice>This class is archived: it is kept to be read, and takes no changes.</Notice>}
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      <Section id="standings" title="How they stand">
        {/* There from the beginning, so that a screen reader tells what changes in it. */}
        <p role="status" className="text-lg">
          {live?.summary ?? 'Fetching how they stand…'}
        </p>
        {live !== null && live.rows.length > 0 && live.rows.every(({ standing }) => standing === 'not-begun') && (
          <p className="text-muted">Nobody has begun yet. Whoever does shows here by itself.</p>
        )}
        {live !== null && live.rows.length > 0 && <LiveTable rows={live.rows} />}
      </Section>
      {canAct && <Acts classId={classId} assignmentId={assignmentId} onDone={ask} />}
    </div>
  )
}

/** How often it is asked anew while the page is in sight. */
const everyMs = 5_000

/** How everybody stands, as the server last said; where it cannot be asked, why, and from when that is. */
function useLive({ classId, assignmentId }: LivePage): {
  live: Live | null
  problem: string | null
  ask: () => Promise<void>
} {
  const [live, setLive] = useState<Live | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const saidAt = useRef<Date>(null)
  const isAsking = useRef(false)
  const ask = useCallback(async () => {
    if (document.visibilityState !== 'visible' || isAsking.current) return
    isAsking.current = true
    try {
      setLive(await receiveOnce<Live>(`/api/classes/live?class=${classId}&assignment=${assignmentId}`))
      saidAt.current = new Date()
      setProblem(null)
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(problemWith(error, saidAt.current))
    } finally {
      isAsking.current = false
    }
  }, [classId, assignmentId])
  useEffect(() => {
    void ask()
    const timer = setInterval(ask, everyMs)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [ask])
  return { live, problem, ask }
}

function problemWith({ canRetry, code, message }: SendError, saidAt: Date | null): string {
  if (!canRetry || code === 'signed-out') return message
  const shown = saidAt === null ? '' : ` What you see is how they stood at ${saidAt.toLocaleTimeString('en-GB')}.`
  return `The server cannot be reached.${shown} It is asked again every few seconds. Those who are at the quiz go on, and what they answer is kept in their browsers.`
}

const standings: Record<LiveRow['standing'], string> = {
  'in-progress': 'In it',
  overdue: 'Time is up, still to hand in',
  'not-begun': 'Not begun',
  abandoned: 'Ran out of time',
  finished: 'Handed in',
}

function LiveTable({ rows }: { rows: readonly LiveRow[] }) {
  const head = 'py-2 pr-3 text-left align-bottom font-semibold last:pr-0'
  const cell = 'py-2.5 pr-3 text-left align-top font-normal last:pr-0'
  return (
    <table className="w-full text-sm sm:text-base">
      <caption className="sr-only">Everybody who learns in the class</caption>
      <thead>
        <tr className="border-line border-b">
          {['Name', 'Standing', 'Answered', 'Saved', 'Time left'].map((title) => (
            <th key={title} scope="col" className={head}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-line border-b tabular-nums">
        {rows.map(({ accountId, name, standing, answered, of, tries, savedAgoMs, remainingMs }) => (
          <tr key={accountId}>
            <th scope="row" className={`${cell} min-w-20 wrap-anywhere`}>
              {name}
            </th>
            <td className={cell}>{standings[standing]}</td>
            <td className={cell}>
              {standing === 'not-begun' ? '–' : `${answered} of ${of}`}
              {tries === null ? null : (
                <span className="block text-muted">{tries === 1 ? '1 try' : `${tries} tries`}</span>
              )}
            </td>
            <td className={cell}>{savedAgoMs === null ? '–' : `${glancedTime(savedAgoMs)} ago`}</td>
            <td className={cell}>
              {savedAgoMs === null ? '–' : remainingMs === null ? 'No limit' : glancedTime(remainingMs)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What can be done for all who are at it. */
function Acts({ classId, assignmentId, onDone }: { classId: string; assignmentId: string; onDone: () => void }) {
  const [done, setDone] = useState<string | null>(null)
  const [messages, setMessages] = useState(0)
  const notice = useRef<HTMLDivElement>(null)
  /** What was sent last, in case it has to be sent again: it keeps its id until the server has taken it. */
  const sent = useRef<{ key: string; actId: string }>(null)
  useEffect(() => {
    // A message that was sent has left its form, which begins anew, and the focus with it.
    if (done !== null && document.activeElement === document.body) notice.current?.focus({ preventScroll: true })
  }, [done])
  async function act(what: { kind: 'extend'; minutes: number } | { kind: 'tell'; text: string }): Promise<number> {
    setDone(null)
    const key = JSON.stringify(what)
    if (sent.current?.key !== key) sent.current = { key, actId: crypto.randomUUID() }
    const body: AskedAct = { ...what, actId: sent.current.actId, classId, assignmentId }
    const { reached } = await submit<{ reached: number }>('/api/classes/live', body)
    sent.current = null
    onDone()
    return reached
  }
  return (
    <Section id="for-all" title="For all who are in it">
      {done !== null && (
        <div ref={notice} tabIndex={-1}>
          <Notice>{done}</Notice>
        </div>
      )}
      <div className="grid gap-8 sm:grid-cols-2">
        <LabelledForm
          label="More time"
          fields={[
            {
              name: 'minutes',
              label: 'Minutes more',
              hint: `From 1 to ${mostMinutes}, for everybody whose time is running.`,
              inputMode: 'numeric',
              defaultValue: '5',
            },
          ]}
          button="Give more time"
          look="quiet"
          send={async (typed) => {
            const minutes = Number(typed.minutes)
            if (!Number.isInteger(minutes)) throw noMinutes
            setDone(extendedText(minutes, await act({ kind: 'extend', minutes })))
          }}
        />
        <LabelledForm
          key={messages}
          label="A message"
          fields={[
            {
              name: 'text',
              label: 'Message',
              hint: `Up to ${mostSigns} characters. It shows within 20 seconds.`,
            },
          ]}
          button="Tell all"
          look="quiet"
          send={async ({ text }) => {
            const reached = await act({ kind: 'tell', text })
            setMessages(messages + 1)
            setDone(toldText(reached))
          }}
        />
      </div>
    </Section>
  )
}

const noMinutes = new SendError(noMinutesText, 'no-minutes', false, [{ field: 'minutes', message: noMinutesText }])

function extendedText(minutes: number, reached: number): string {
  if (reached === 0) return 'Nobody has more time: nobody is in it whose time is limited.'
  const time = minutes === 1 ? 'one minute' : `${minutes} minutes`
  return reached === 1 ? `One learner has ${time} more.` : `${reached} learners have ${time} more.`
}

function toldText(reached: number): string {
  if (reached === 0) return 'Nobody was told: nobody is in it.'
  return reached === 1 ? 'One learner is told.' : `${reached} learners are told.`
}
