'use client'

import { useEffect, useId, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { CitationLink } from '@/features/catalog/citation-view.tsx'
import { receiveOnce, SendError } from '@/lib/send.ts'
import type { DraftCore } from '../draft.ts'
import type { FactChoice, Named } from '../loaders.ts'
import { ChoiceField, FieldGroup, LineButton, Problem } from './fields.tsx'
import { fieldId, useItemForm } from './form-context.tsx'

/** The facts of the record that an item rests on, whose places it then cites, and the topics that it belongs to. */
export function RestsOnFields({
  draft: { factIds, locators, topics },
  facts,
  allTopics,
  onChange,
  onFact,
}: {
  draft: DraftCore
  /** Those that are known here: the ones it rests on, and the ones that were found. */
  facts: readonly FactChoice[]
  allTopics: readonly Named[]
  onChange: (change: Partial<DraftCore>) => void
  /** A fact has been found and is to be known. */
  onFact: (fact: FactChoice) => void
}) {
  const { focus } = useItemForm()
  const chosen = factIds.flatMap((id) => facts.find((fact) => fact.id === id) ?? [])
  function take(fact: FactChoice) {
    onFact(fact)
    onChange({
      factIds: [...factIds, fact.id],
      locators: [...new Set([...locators, ...fact.locators])],
      topics: [...new Set([...topics, ...fact.topics])],
    })
    focus('facts')
  }
  function leave(fact: FactChoice) {
    const others = chosen.filter(({ id }) => id !== fact.id)
    const stays = (locator: string) => others.some((other) => other.locators.includes(locator))
    onChange({
      factIds: factIds.filter((id) => id !== fact.id),
      locators: locators.filter((locator) => !fact.locators.includes(locator) || stays(locator)),
    })
    focus('facts')
  }
  return (
    <>
      <FieldGroup title="Facts that it rests on" hint="Their places are shown with the answer. There need not be any.">
        {chosen.map((fact) => (
          <div key={fact.id} className="grid gap-1 rounded-lg bg-sunken px-4 py-3">
            <p className="font-serif">{fact.says}</p>
            <p className="flex flex-wrap items-center gap-x-4 text-sm">
              {fact.citations.map((citation) => (
                <CitationLink key={citation.locator} citation={citation} />
              ))}
              <LineButton label={`Take out the fact: ${fact.says}`} onPress={() => leave(fact)}>
                Take out
              </LineButton>
            </p>
          </div>
        ))}
        <FactSearch known={factIds} take="Rest it on this" onTake={take} />
        <Problem field="facts" />
      </FieldGroup>
      <div className="grid gap-2">
        <ChoiceField
          field="topics"
          label="Topics"
          empty="Add a topic…"
          options={allTopics.filter(({ id }) => !topics.includes(id))}
          value=""
          onType={(id) => onChange({ topics: [...topics, id] })}
        />
        <ul className="flex flex-wrap gap-x-4">
          {topics.map((id) => {
            const name = allTopics.find((topic) => topic.id === id)?.name ?? id
            return (
              <li key={id} className="flex items-center">
                {name}
                <LineButton
                  label={`Take out the topic ${name}`}
                  onPress={() => {
                    onChange({ topics: topics.filter((other) => other !== id) })
                    focus('topics')
                  }}
                >
                  Take out
                </LineButton>
              </li>
            )
          })}
        </ul>
      </div>
    </>
  )
}

/** Finds facts of the record by words, to take one of them. */
export function FactSearch({
  known,
  take,
  onTake,
}: {
  /** Those that are not to be offered. */
  known: readonly string[]
  /** What taking one is called. */
  take: string
  onTake: (fact: FactChoice) => void
}) {
  const resultId = useId()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<{ typed: string; facts: FactChoice[] } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    if (typed.trim() === '') return
    let isCurrent = true
    const timer = setTimeout(async () => {
      try {
        const { facts } = await receiveOnce<{ facts: FactChoice[] }>(`/api/bank/facts?q=${encodeURIComponent(typed)}`)
        if (!isCurrent) return
        setFound({ typed, facts })
        setProblem(null)
      } catch (error) {
        if (!(error instanceof SendError)) throw error
        if (isCurrent) setProblem(error.message)
      }
    }, 250)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [typed])

  const facts = typed.trim() === '' ? [] : (found?.facts ?? []).filter(({ id }) => !known.includes(id))
  return (
    <div className="grid gap-2">
      <label htmlFor={fieldId('facts')} className="text-sm">
        Search the record for a fact
      </label>
      <input
        id={fieldId('facts')}
        type="search"
        value={typed}
        autoComplete="off"
        aria-describedby={resultId}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        className="min-h-11 w-full rounded-lg border border-edge bg-surface px-3 text-base text-ink"
      />
      <p id={resultId} role="status" className="text-sm text-muted empty:hidden">
        {problem ?? (found?.typed === typed && typed.trim() !== '' ? countText(facts.length) : '')}
      </p>
      <ul className="grid gap-2">
        {facts.map((fact) => (
          <li key={fact.id} className="grid gap-2 rounded-lg border border-line px-4 py-3">
            <p className="font-serif">{fact.says}</p>
            <Button
              look="quiet"
              className="justify-self-start px-4"
              aria-label={`${take}: ${fact.says}`}
              onClick={() => {
                setTyped('')
                onTake(fact)
              }}
            >
              {take}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function countText(count: number): string {
  return count === 0 ? 'No fact of the record has all these words.' : count === 1 ? 'One fact.' : `${count} facts.`
}
