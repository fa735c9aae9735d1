'use client'

import { type ReactNode, useState } from 'react'
import { BeginButton } from './begin-button.tsx'
import type { ItemType } from './item.ts'
import type { PracticePlan } from './plan.ts'
import type { PracticeFocus } from './practice.ts'
import { usePracticeCounts } from './quiz-standing.tsx'

interface TopicChoice {
  id: string
  title: string
  parent: string | null
}

const focuses: { id: PracticeFocus; title: string; detail: string }[] = [
  { id: 'mixed', title: 'A mix', detail: 'Some that went wrong, some new, some you know' },
  { id: 'wrong', title: 'What I get wrong', detail: 'Facts you have missed, asked again and otherwise' },
  { id: 'unseen', title: 'What I have not seen', detail: 'Questions you were never asked' },
]
const lengths = [5, 10, 20, 40]

/** Puts a practice together and begins it. */
export function PracticeForm({
  topics,
  kinds,
}: {
  topics: readonly TopicChoice[]
  kinds: readonly { id: ItemType; title: string }[]
}) {
  const counts = usePracticeCounts()
  const [plan, setPlan] = useState<PracticePlan>({
    kind: 'practice',
    focus: 'mixed',
    topicIds: [],
    kinds: [],
    factIds: [],
    length: 10,
    behaviour: 'immediate-feedback',
    withCertainty: false,
  })
  const change = (part: Partial<PracticePlan>) => setPlan({ ...plan, ...part })
  return (
    <div className="mt-5 grid gap-8 rounded-card border border-line bg-surface p-5 sm:p-6">
      <fieldset className="min-w-0">
        <legend className="mb-3 font-semibold">What to ask</legend>
        <div className="grid gap-2.5 sm:grid-cols-3">
          {focuses.map(({ id, title, detail }) => (
            <label
              key={id}
              className={`flex cursor-pointer items-start gap-3 rounded-lg border px-4 py-3 ${plan.focus === id ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:border-accent'}`}
            >
              <input
                type="radio"
                name="focus"
                checked={plan.focus === id}
                onChange={() => change({ focus: id })}
                className="mt-1 size-4 shrink-0"
              />
              <span>
                <span className="block font-semibold">
                  {title}
                  {counts === null ? null : (
                    <span className="font-normal text-muted"> ({counts[id].toLocaleString('en-GB')})</span>
                  )}
                </span>
                <span className="block text-sm text-muted">{detail}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-3">
        <Folded
          title="Topics"
          chosen={topics.filter(({ id }) => plan.topicIds.includes(id)).map(({ title }) => title)}
          onClear={() => change({ topicIds: [] })}
        >
          <TopicTree topics={topics} chosen={plan.topicIds} onChoose={(topicIds) => change({ topicIds })} />
        </Folded>
        <Folded
          title="Kinds of question"
          chosen={kinds.filter(({ id }) => plan.kinds.includes(id)).map(({ title }) => title)}
          onClear={() => change({ kinds: [] })}
        >
          <ul className="grid gap-x-6 sm:grid-cols-2">
            {kinds.map(({ id, title }) => (
              <li key={id}>
                <Tick
                  label={title}
                  isTicked={plan.kinds.includes(id)}
                  onTick={() => change({ kinds: toggled(plan.kinds, id) })}
                />
              </li>
            ))}
          </ul>
        </Folded>
      </div>
      <div className="flex flex-wrap gap-x-12 gap-y-6">
        <Pick
          legend="How many"
          name="length"
          choices={lengths.map((length) => ({ id: length, label: String(length) }))}
          chosen={plan.length}
          onChoose={(length) => change({ length })}
        />
        <Pick
          legend="Feedback"
          name="behaviour"
          choices={[
            { id: 'immediate-feedback' as const, label: 'After each answer' },
            { id: 'adaptive' as const, label: 'After each try, until it is right' },
            { id: 'deferred-feedback' as const, label: 'At the end' },
          ]}
          chosen={plan.behaviour}
          onChoose={(behaviour) => change({ behaviour })}
        />
      </div>
      {plan.behaviour === 'adaptive' ? null : (
        <Tick
          label="Ask how sure I am, and show afterwards how well I judge myself"
          isTicked={plan.withCertainty}
          onTick={() => change({ withCertainty: !plan.withCertainty })}
        />
      )}
      <BeginButton plan={plan}>Begin</BeginButton>
    </div>
  )
}

/** Topics with those below them: whoever ticks one has ticked all under it. */
function TopicTree({
  topics,
  chosen,
  onChoose,
}: {
  topics: readonly TopicChoice[]
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
}) {
  return (
    <ul className="columns-1 gap-x-8 sm:columns-2">
      {topics
        .filter(({ parent }) => parent === null)
        .map((root) => (
          <li key={root.id} className="break-inside-avoid">
            <Branch topic={root} topics={topics} chosen={chosen} isUnderChosen={false} onChoose={onChoose} />
          </li>
        ))}
    </ul>
  )
}

function Branch({
  topic,
  topics,
  chosen,
  isUnderChosen,
  onChoose,
}: {
  topic: TopicChoice
  topics: readonly TopicChoice[]
  chosen: readonly string[]
  isUnderChosen: boolean
  onChoose: (chosen: string[]) => void
}) {
  const below = topics.filter(({ parent }) => parent === topic.id)
  const isTicked = isUnderChosen || chosen.includes(topic.id)
  return (
    <>
      <Tick
        label={topic.title}
        isTicked={isTicked}
        isFixed={isUnderChosen}
        onTick={() => onChoose(toggled(chosen, topic.id))}
      />
      {below.length === 0 ? null : (
        <ul className="ml-7">
          {below.map((child) => (
            <li key={child.id}>
              <Branch topic={child} topics={topics} chosen={chosen} isUnderChosen={isTicked} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
}

/** A part of the form that stays folded until it is wanted, and says what is chosen in it. */
function Folded({
  title,
  chosen,
  onClear,
  children,
}: {
  title: string
  chosen: readonly string[]
  onClear: () => void
  children: ReactNode
}) {
  return (
    <details className="group rounded-lg border border-line">
      <summary className="flex min-h-12 items-center justify-between gap-4 px-4 py-2">
        <span className="font-semibold">{title}</span>
        <span className="flex min-w-0 items-center gap-3 text-sm text-muted">
          <span className="truncate">
            {chosen.length === 0 ? 'all' : chosen.length === 1 ? chosen[0] : `${chosen.length} chosen`}
          </span>
          <span aria-hidden="true" className="group-open:rotate-180">
            ▾
          </span>
        </span>
      </summary>
      <div className="border-line border-t px-4 py-3">
        {children}
        {chosen.length === 0 ? null : (
          <button type="button" className="mt-2 text-sm text-accent underline underline-offset-4" onClick={onClear}>
            All again
          </button>
        )}
      </div>
    </details>
  )
}

function Tick({
  label,
  isTicked,
  isFixed = false,
  onTick,
}: {
  label: string
  isTicked: boolean
  isFixed?: boolean
  onTick: () => void
}) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input type="checkbox" checked={isTicked} disabled={isFixed} onChange={onTick} className="size-4 shrink-0" />
      {label}
    </label>
  )
}

/** A few short choices in a row. */
function Pick<Id extends string | number>({
  legend,
  name,
  choices,
  chosen,
  onChoose,
}: {
  legend: string
  name: string
  choices: readonly { id: Id; label: string }[]
  chosen: Id
  onChoose: (id: Id) => void
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-3 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map(({ id, label }) => (
          <label
            key={id}
            className="flex min-h-11 cursor-pointer items-center rounded-lg border border-edge px-4 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} className="sr-only" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
