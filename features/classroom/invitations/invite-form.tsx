'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import { roleNames } from '../roster.ts'
import type { InvitationOutcome, InvitationPlan } from './actions.ts'

/** More than this no list of a class has. */
const largestFileBytes = 60_000

const standings = { new: 'will be invited', invited: 'is invited already', 'in-class': 'is in the class already' }

/** Takes a list, shows what it would do, and then does it. What was typed stays until it is done. */
export function InviteForm({ classId }: { classId: string }) {
  const id = useId()
  const router = useRouter()
  const [list, setList] = useState('')
  const [plan, setPlan] = useState<InvitationPlan | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const planned = useRef<HTMLHeadingElement>(null)

  function change(text: string) {
    setList(text)
    setPlan(null)
    setProblem(null)
    setTold(null)
  }

  async function read(file: File | undefined) {
    if (file === undefined) return
    if (file.size > largestFileBytes) {
      setProblem(
        `“${file.name}” has ${file.size} bytes, and a list has ${largestFileBytes} at most. Save it as CSV, with fewer rows.`,
      )
      return
    }
    change(await file.text())
  }

  async function ask<Answer>(kind: 'look' | 'invite'): Promise<Answer | null> {
    setBusy(true)
    setProblem(null)
    setTold(null)
    try {
      return await submit<Answer>('/api/classes/invitations', { kind, classId, list })
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
      return null
    } finally {
      setBusy(false)
    }
  }

  async function look(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    const found = await ask<InvitationPlan>('look')
    setPlan(found)
    if (found !== null) requestAnimationFrame(() => planned.current?.focus())
  }

  async function invite() {
    if (isBusy) return
    const outcome = await ask<InvitationOutcome>('invite')
    if (outcome === null) return
    const { invited, isMailed } = outcome
    change('')
    setTold(
      `${invited} ${invited === 1 ? 'person is' : 'people are'} invited${isMailed ? ', and e-mails are on their way' : ''}.`,
    )
    router.refresh()
  }

  const fresh = plan?.people.filter(({ standing }) => standing === 'new').length ?? 0
  return (
    <form onSubmit={look} aria-label="Invite people" className="grid gap-4">
      <div className="grid gap-1">
        <label htmlFor={`${id}-list`} className="font-semibold">
          Whom to invite
        </label>
        <p id={`${id}-hint`} className="text-sm text-muted">
          One to a line: an address, or rows copied from a spreadsheet with address, name, role and group.
        </p>
        <textarea
          id={`${id}-list`}
          value={list}
          onChange={({ target }) => change(target.value)}
          rows={6}
          spellCheck={false}
          autoCapitalize="none"
          aria-describedby={`${id}-hint`}
          placeholder="ada@school.org, Ada Bell"
          className="w-full rounded-lg border border-edge bg-surface px-3 py-2 text-base"
        />
      </div>
      <label className="grid gap-1 text-sm">
        <span className="text-muted">Or take a CSV file</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={({ target }) => void read(target.files?.[0])}
          className="max-w-full text-base file:mr-3 file:min-h-11 file:rounded-lg file:border file:border-edge file:bg-surface file:px-4 file:text-ink"
        />
      </label>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      {told !== null && <Notice>{told}</Notice>}
      <div>
        <Button type="submit" look={plan === null ? 'primary' : 'quiet'} aria-disabled={isBusy}>
          Look it through
        </Button>
      </div>
      {plan !== null && (
        <section aria-labelledby={`${id}-plan`} className="grid gap-4 rounded-card border border-line bg-surface p-5">
          <h2 id={`${id}-plan`} ref={planned} tabIndex={-1} className="text-xl">
            What this list does
          </h2>
          {plan.problems.length > 0 && (
            <Notice tone="problem">
              <p>Correct these lines above, then look it through again. Nobody is invited until then.</p>
              <ul className="mt-2 list-disc pl-5">
                {plan.problems.map(({ line, found, expected }) => (
                  <li key={`${line} ${found}`}>
                    Line {line}: expected {expected}, found “{found}”.
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <ul className="grid gap-1.5">
            {plan.people.map(({ line, email, name, role, group, standing }) => (
              <li key={line} className={standing === 'new' ? '' : 'text-muted'}>
                <span className="font-semibold wrap-anywhere">{name === '' ? email : `${name}, ${email}`}</span>{' '}
                {standings[standing]}
                {standing === 'new' && ` as ${roleNames[role].toLowerCase()}${group === '' ? '' : ` in ${group}`}`}.
              </li>
            ))}
          </ul>
          {fresh === 0 ? (
            <p>There is nobody new in it.</p>
          ) : (
            plan.problems.length === 0 && (
              <div>
                <Button onClick={() => void invite()} aria-disabled={isBusy}>
                  Invite {fresh} {fresh === 1 ? 'person' : 'people'}
                </Button>
              </div>
            )
          )}
        </section>
      )}
    </form>
  )
}
