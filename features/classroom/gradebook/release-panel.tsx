'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError } from '@/lib/send.ts'
import { useClassChange } from '../use-class-change.tsx'
import type { GradedAssignment } from './loaders.ts'

/** Whether learners see their grades, to be held back or released. */
export function ReleasePanel({ classId, assignmentId, release, releasedAt, timeZone, isArchived }: GradedAssignment) {
  const { changeGrades, told } = useClassChange()
  const id = useId()
  const [at, setAt] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const of = { classId, assignmentId }

  async function attempt(work: () => Promise<void>) {
    setProblem(null)
    try {
      await work()
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
    }
  }
  const releaseNow = () =>
    attempt(() => changeGrades({ kind: 'release', ...of, at: null }, 'Grades are released: learners see them now.'))
  const hold = () =>
    attempt(() => changeGrades({ kind: 'hold', ...of }, 'Grades are held back: learners see nothing of them.'))
  async function releaseThen(event: FormEvent) {
    event.preventDefault()
    if (at === '') setProblem('When: choose a date and a time.')
    else await attempt(() => changeGrades({ kind: 'release', ...of, at }, 'The time of the release is kept.'))
  }

  return (
    <>
      <p>{standing(release, releasedAt)}</p>
      {told}
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      {!isArchived && (
        <div className="grid gap-5">
          <div className="flex flex-wrap gap-3">
            {release !== 'shown' && <Button onClick={releaseNow}>Release now</Button>}
            {release !== 'held' && (
              <Button look="quiet" onClick={hold}>
                Hold grades back
              </Button>
            )}
          </div>
          {release !== 'shown' && (
            <form aria-label="Release later" onSubmit={releaseThen} className="flex flex-wrap items-end gap-3">
              <div className="grid gap-1">
                <label htmlFor={id} className="font-semibold">
                  Release at
                </label>
                <p id={`${id}-hint`} className="text-sm text-muted">
                  By the clock of the class, {timeZone}.
                </p>
                <input
                  id={id}
                  type="datetime-local"
                  aria-describedby={`${id}-hint`}
                  value={at}
                  onChange={({ target }) => setAt(target.value)}
                  className="min-h-11 max-w-full rounded-lg border border-edge bg-surface px-3 text-base text-ink"
                />
              </div>
              <Button type="submit" look="quiet">
                Keep this time
              </Button>
            </form>
          )}
        </div>
      )}
    </>
  )
}

function standing(release: GradedAssignment['release'], releasedAt: string | null): string {
  switch (release) {
    case 'shown':
      return releasedAt === null
        ? 'Learners see their grade as soon as it is there.'
        : `Learners have seen their grades since ${releasedAt}.`
    case 'held':
      return 'Grades are held back: learners see nothing of them, and they are in no total that learners see.'
    case 'scheduled':
      return `Grades are held back until ${releasedAt}, and released then.`
  }
}
