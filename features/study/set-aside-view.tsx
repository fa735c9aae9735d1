'use client'

import { useCallback, useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { receive, type SendError } from '@/lib/send.ts'
import { useOutbox } from '@/lib/use-outbox.ts'
import type { CardDecision } from './deed.ts'
import type { SetAsideCard } from './loaders.ts'
import { keepDeed, studyLane } from './session-store.ts'

/** The cards that the learner has suspended, buried, marked or written on, to be taken up again. */
export function SetAsideView() {
  const [cards, setCards] = useState<SetAsideCard[] | null>(null)
  const [error, setError] = useState<SendError | null>(null)
  const load = useCallback(() => {
    receive<{ cards: SetAsideCard[] }>('/api/cards')
      .then((loaded) => {
        setCards(loaded.cards)
        setError(null)
      })
      .catch(setError)
  }, [])
  useEffect(load, [load])
  // What was decided a moment ago, here or in the session that led here, may still be on its way.
  const { problem } = useOutbox(studyLane, load)

  function decide(cardId: string, change: CardDecision) {
    void keepDeed({ kind: 'decided', id: crypto.randomUUID(), cardId, change, at: new Date() })
  }

  return (
    <div className="mx-auto grid max-w-2xl gap-6">
      <header>
        <p className="text-sm text-muted">Review</p>
        <h1 className="text-2xl">Cards set aside, marked and written on</h1>
      </header>
      {error === null && problem === null ? null : <Notice tone="problem">{error?.message ?? problem}</Notice>}
      {cards === null && error === null ? <p className="text-muted">Fetching your cards…</p> : null}
      {cards?.length === 0 ? (
        <p className="text-muted">
          None. In a review, the keys @ and - set the card on the table aside, * marks it, and e writes on it.
        </p>
      ) : null}
      <ul className="grid gap-4">
        {(cards ?? []).map(({ id, front, back, isSuspended, isBuried, isMarked, note }) => (
          <li key={id} className="grid gap-3 rounded-card border border-line bg-surface p-5">
            <div>
              <p className="font-serif text-lg wrap-anywhere">{front}</p>
              <p className="mt-1 font-serif text-lg font-semibold wrap-anywhere whitespace-pre-line">{back}</p>
              {note === '' ? null : <p className="mt-2 whitespace-pre-line text-muted">{note}</p>}
            </div>
            <div className="flex flex-wrap gap-3">
              {isSuspended ? (
                <Button look="quiet" onClick={() => decide(id, { kind: 'suspended', isSuspended: false })}>
                  Take up again
                </Button>
              ) : null}
              {isBuried ? (
                <Button look="quiet" onClick={() => decide(id, { kind: 'buried', isBuried: false, scope: 'card' })}>
                  Show it today
                </Button>
              ) : null}
              {isMarked ? (
                <Button look="quiet" onClick={() => decide(id, { kind: 'marked', isMarked: false })}>
                  Take the mark away
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <ButtonLink look="quiet" href="/review" className="justify-self-start">
        Back to the review
      </ButtonLink>
    </div>
  )
}
