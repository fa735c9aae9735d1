'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { ConfirmButton } from '@/components/confirm-button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError } from '@/lib/send.ts'
import type { OverrideChange } from './actions.ts'
import type { TypedChange } from './draft.ts'
import { Line, NumberLine, ProblemsContext, Select, Text } from './fields.tsx'
import type { ShownOverride, ShownTimes, TaughtAssignment } from './loaders.ts'
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
          common={assignment.times}
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

const asForAll = { kind: 'as-for-all' } as const
const none: ShownOverride = {
  opensAt: asForAll,
  dueAt: asForAll,
  closesAt: asForAll,
  attempts: null,
  extraMinutes: null,
}

/** The times that can be changed for somebody, and what it means that there is none. */
const times = [
  { field: 'opensAt', shown: 'opens', label: 'Opens', none: 'At once' },
  { field: 'dueAt', shown: 'due', label: 'Due', none: 'No due time' },
  { field: 'closesAt', shown: 'closes', label: 'Closes', none: 'No close' },
] as const

function OverrideForm({
  override,
  common,
  others,
  onKeep,
  onCancel,
}: {
  /** Nothing for a new one. */
  override: Override | null
  /** The times of all. */
  common: ShownTimes
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
    const { attempts, extraMinutes, ...typed } = terms
    const numbers = {
      ...(attempts === null ? {} : { attempts }),
      ...(extraMinutes === null ? {} : { extraMinutes }),
    }
    try {
      await onKeep({ id, whom: whomOf(whom), terms: { ...typed, ...numbers }, reason })
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
        {times.map(({ field, shown, label, none: noTime }) => (
          <TimeChange
            key={field}
            field={field}
            label={label}
            common={common[shown]?.text ?? noTime.toLowerCase()}
            none={noTime}
            change={terms[field]}
            onChange={(typed) => change({ [field]: typed })}
          />
        ))}
        <p className="text-sm text-muted">By the clock of {common.timeZone}.</p>
        {terms.closesAt.kind === 'none' && (
          <Notice>What learners see only after the close, they will not see: for them it never comes.</Notice>
        )}
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

/** What somebody has in place of a time of the class. */
function TimeChange({
  field,
  label,
  common,
  none,
  change,
  onChange,
}: {
  field: string
  label: string
  /** What all have. */
  common: string
  /** What it means that there is none. */
  none: string
  change: TypedChange
  onChange: (change: TypedChange) => void
}) {
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      <Select
        // What is wrong stands at the time, where there is one.
        field={change.kind === 'at' ? `${field}.kind` : field}
        label={label}
        hint={`For everybody: ${common}.`}
        value={change.kind}
        options={[
          { id: 'as-for-all', text: 'As for everybody' },
          { id: 'at', text: 'At another time' },
          { id: 'none', text: none },
        ]}
        onChoose={(kind) => onChange(kind === 'at' ? { kind, time: '' } : { kind })}
      />
      {change.kind === 'at' && (
        <Line
          field={field}
          label={`${label} instead`}
          type="datetime-local"
          value={change.time}
          onType={(time) => onChange({ kind: 'at', time })}
        />
      )}
    </div>
  )
}
