'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { ConfirmButton } from '@/components/confirm-button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError } from '@/lib/send.ts'
import type { OverrideChange } from './actions.ts'
import { Line, NumberLine, ProblemsContext, Select, Text } from './fields.tsx'
import type { ShownOverride, TaughtAssignment } from './loaders.ts'
import { useAssignmentChange } from './use-assignment-change.tsx'

type Override = TaughtAssignment['overrides'][number]

/** The terms of single learners and groups, to be given, changed and taken back. */
export function OverrideList({ assignment }: { assignment: TaughtAssignment }) {
  const { id: assignmentId, class: ofClass, overrides, learners, groups, canGrade } = assignment
  const { changeTerms, told } = useAssignmentChange()
  const [open, setOpen] = useState<Override | 'new' | null>(null)
  const one = { classId: ofClass.id, assignmentId }
  const given = new Set(overrides.map(({ whom }) => keyOf(whom)))
  const others = [
    ...groups.map(({ id, name }) => ({ id: `group ${id}`, text: `Group: ${name}` })),
    ...learners.map(({ accountId, name }) => ({ id: `learner ${accountId}`, text: name })),
  ].filter(({ id }) => !given.has(id))

  return (
    <div className="grid gap-4">
      {overrides.length === 0 && <p className="text-muted">All of the class have the same terms.</p>}
      <ul className="grid gap-3">
        {overrides.map((override) => (
          <li key={override.id} className="grid gap-2 rounded-card border border-line bg-surface p-4">
            <h3 className="font-sans text-base font-semibold wrap-anywhere">
              {'groupId' in override.whom ? `Group ${override.name}` : override.name}
            </h3>
            <p>{override.terms.join('; ')}.</p>
            <p className="text-sm text-muted wrap-anywhere">Reason, which learners do not see: {override.reason}</p>
            {canGrade && open === null && (
              <div className="flex flex-wrap gap-3">
                <Button look="quiet" onClick={() => setOpen(override)}>
                  Change the terms of {override.name}
                </Button>
                <ConfirmButton
                  title={`Take the terms of ${override.name} back?`}
                  consequence="The terms of all hold again. More time that somebody has begun with stays theirs."
                  keep="Keep them"
                  confirm="Take them back"
                  act={() => changeTerms({ kind: 'away', ...one, id: override.id }, 'The terms of all hold again.')}
                >
                  Take back…
                </ConfirmButton>
              </div>
            )}
          </li>
        ))}
      </ul>
      {canGrade && open === null && others.length > 0 && (
        <div>
          <Button look="quiet" onClick={() => setOpen('new')}>
            Give other terms
          </Button>
        </div>
      )}
      {open !== null && (
        <OverrideForm
          key={open === 'new' ? 'new' : open.id}
          override={open === 'new' ? null : open}
          timeZone={ofClass.timeZone}
          others={others}
          onKeep={async (kept) => {
            await changeTerms({ kind: 'keep', ...one, ...kept }, 'These terms are kept.')
            setOpen(null)
          }}
          onCancel={() => setOpen(null)}
        />
      )}
      {told}
    </div>
  )
}

type Whom = Override['whom']

function keyOf(whom: Whom): string {
  return 'groupId' in whom ? `group ${whom.groupId}` : `learner ${whom.accountId}`
}

function whomOf(key: string): Whom {
  const id = key.slice(key.indexOf(' ') + 1)
  return key.startsWith('group ') ? { groupId: id } : { accountId: id }
}

const none: ShownOverride = { opensAt: '', dueAt: '', closesAt: '', attempts: null, extraMinutes: null }

function OverrideForm({
  override,
  timeZone,
  others,
  onKeep,
  onCancel,
}: {
  /** Nothing for a new one. */
  override: Override | null
  timeZone: string
  others: readonly { id: string; text: string }[]
  /** Throws a SendError with what is wrong. */
  onKeep: (kept: Pick<Extract<OverrideChange, { kind: 'keep' }>, 'id' | 'whom' | 'terms' | 'reason'>) => Promise<void>
  onCancel: () => void
}) {
  // The same however often it is sent.
  const [id] = useState(() => override?.id ?? crypto.randomUUID())
  const [whom, setWhom] = useState(override === null ? (others[0]?.id ?? '') : keyOf(override.whom))
  const [terms, setTerms] = useState(override?.typed ?? none)
  const [reason, setReason] = useState(override?.reason ?? '')
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<ShownOverride>) => setTerms({ ...terms, ...part })

  async function keep(event: FormEvent) {
    event.preventDefault()
    setProblems({})
    setProblem(null)
    const { attempts, extraMinutes, ...times } = terms
    const numbers = {
      ...(attempts === null ? {} : { attempts }),
      ...(extraMinutes === null ? {} : { extraMinutes }),
    }
    try {
      await onKeep({ id, whom: whomOf(whom), terms: { ...times, ...numbers }, reason })
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      const told = error.fields.map(({ field, message }) => [field.replace(/^terms\./, ''), message] as const)
      setProblems(Object.fromEntries(told))
      setProblem(told[0]?.[1] ?? error.message)
    }
  }

  return (
    <ProblemsContext value={problems}>
      <form
        noValidate
        aria-label={override === null ? 'Give other terms' : `Change the terms of ${override.name}`}
        onSubmit={keep}
        className="grid gap-5 rounded-card border border-line bg-sunken p-5"
      >
        {override === null && <Select field="whom" label="Who" value={whom} options={others} onChoose={setWhom} />}
        <NumberLine
          field="extraMinutes"
          label="Extra minutes"
          hint="Added to the time limit, and to the close so that they can be used. The learner sees them as theirs."
          min={1}
          value={terms.extraMinutes}
          onNumber={(extraMinutes) => change({ extraMinutes })}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          {(
            [
              ['opensAt', 'Opens instead'],
              ['dueAt', 'Due instead'],
              ['closesAt', 'Closes instead'],
            ] as const
          ).map(([field, label]) => (
            <Line
              key={field}
              field={field}
              label={label}
              type="datetime-local"
              value={terms[field]}
              onType={(time) => change({ [field]: time })}
            />
          ))}
        </div>
        <p className="text-sm text-muted">By the clock of {timeZone}. What stays empty is as for all.</p>
        <NumberLine
          field="attempts"
          label="Attempts instead"
          hint="0 for as many as they like; empty for as many as all have."
          min={0}
          value={terms.attempts}
          onNumber={(attempts) => change({ attempts })}
        />
        <Text
          field="reason"
          label="Reason"
          hint="For those who teach with you. Learners see the terms, and not why."
          value={reason}
          onType={setReason}
        />
        {problem !== null && <Notice tone="problem">{problem}</Notice>}
        <div className="flex flex-wrap gap-3">
          <Button type="submit">Keep these terms</Button>
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      </form>
    </ProblemsContext>
  )
}
