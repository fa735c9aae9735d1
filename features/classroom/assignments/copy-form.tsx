'use client'

import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError } from '@/lib/send.ts'
import { Choices, NumberLine, ProblemsContext, Select } from './fields.tsx'
import type { TaughtAssignment } from './loaders.ts'
import { useAssignmentChange } from './use-assignment-change.tsx'

/** Copies an assignment to another class. */
export function CopyForm({ assignment }: { assignment: TaughtAssignment }) {
  const { id: assignmentId, class: ofClass, otherClasses } = assignment
  const { change, told } = useAssignmentChange()
  const [copyId, setCopyId] = useState(() => crypto.randomUUID() as string)
  const [toClassId, setToClassId] = useState(otherClasses[0]?.id ?? '')
  const [times, setTimes] = useState<'shifted' | 'cleared'>('shifted')
  const [days, setDays] = useState<number | null>(7)
  const [problem, setProblem] = useState<string | null>(null)
  const to = otherClasses.find(({ id }) => id === toClassId)
  if (to === undefined) return <p className="text-muted">You teach no other class that it could be copied to.</p>

  async function copy(event: FormEvent) {
    event.preventDefault()
    setProblem(null)
    const shift = times === 'cleared' ? null : (days ?? 0)
    try {
      await change(
        { kind: 'copy', classId: ofClass.id, assignmentId, toClassId, copyId, days: shift },
        <>
          <Link href={`/classes/${toClassId}/assignments/${copyId}`} prefetch={false} className="underline">
            The copy
          </Link>{' '}
          is a draft in {to?.name}.{' '}
          {shift === null
            ? 'Its times are cleared.'
            : `Its times are ${shiftText(shift)}, by the clock of ${to?.timeZone}.`}{' '}
          Terms of single learners were not copied.
        </>,
      )
      // Another press makes another copy.
      setCopyId(crypto.randomUUID())
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
    }
  }

  return (
    <ProblemsContext value={{}}>
      <form aria-label="Copy to another class" onSubmit={copy} className="grid gap-5">
        <Select
          field="toClassId"
          label="To the class"
          value={toClassId}
          options={otherClasses.map(({ id, name }) => ({ id, text: name }))}
          onChoose={setToClassId}
        />
        <Choices
          legend="Its times"
          name="times"
          chosen={times}
          choices={[
            { id: 'shifted', label: 'Shift them', detail: 'At the same time of day there' },
            { id: 'cleared', label: 'Clear them', detail: 'You set them in the copy' },
          ]}
          onChoose={setTimes}
        />
        {times === 'shifted' && (
          <NumberLine field="days" label="Days later" hint="0 for the same days." value={days} onNumber={setDays} />
        )}
        {problem !== null && <Notice tone="problem">{problem}</Notice>}
        <div>
          <Button type="submit" look="quiet">
            Copy it
          </Button>
        </div>
        {told}
      </form>
    </ProblemsContext>
  )
}

function shiftText(days: number): string {
  if (days === 0) return 'the same'
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days > 0 ? `${count} later` : `${count} earlier`
}
