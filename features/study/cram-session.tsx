'use client'

import { useEffect, useId, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { CitationList } from '@/features/catalog/citation-view.tsx'
import { receive, type SendError } from '@/lib/send.ts'
import type { StudyCard } from './session.ts'

/** Chooses a deck and goes through it without touching the schedule. */
export function CramForm({ decks }: { decks: readonly { id: string; title: string }[] }) {
  const [deck, setDeck] = useState(decks[0]?.id ?? 'all')
  const [cards, setCards] = useState<StudyCard[] | null>(null)
  const [error, setError] = useState<SendError | null>(null)
  const id = useId()

  function begin() {
    setError(null)
    receive<{ cards: StudyCard[] }>(`/api/cram?deck=${encodeURIComponent(deck)}`)
      .then((loaded) => setCards(loaded.cards))
      .catch(setError)
  }

  if (cards !== null && cards.length > 0) return <CramSession cards={cards} onEnd={() => setCards(null)} />
  return (
    <div className="grid gap-4">
      <label htmlFor={id} className="font-semibold">
        Deck
      </label>
      <select
        id={id}
        value={deck}
        onChange={(event) => setDeck(event.target.value)}
        className="min-h-11 w-full max-w-full rounded-lg border border-edge bg-surface px-3 text-base"
      >
        {decks.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
      <Button className="justify-self-start" onClick={begin}>
        Begin
      </Button>
      {cards === null ? null : <Notice>There is no card in this deck.</Notice>}
      {error === null ? null : <Notice tone="problem">{error.message}</Notice>}
    </div>
  )
}

/** How many cards pass before one that was not known comes again. */
const comesAgainAfter = 3

/** Goes through cards until each has been known once. Space shows and knows, 1 puts back. */
function CramSession({ cards, onEnd }: { cards: readonly StudyCard[]; onEnd: () => void }) {
  const [left, setLeft] = useState(cards)
  const [isRevealed, setRevealed] = useState(false)
  const [card, ...others] = left

  function go(isKnown: boolean) {
    if (card === undefined) return
    setLeft(isKnown ? others : others.toSpliced(comesAgainAfter, 0, card))
    setRevealed(false)
  }

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const isOnControl = event.target instanceof HTMLElement && event.target.closest('a, button, select') !== null
      if (event.key === '1' && isRevealed) go(false)
      else if ((event.key === ' ' || event.key === 'Enter') && !isOnControl) {
        if (isRevealed) go(true)
        else setRevealed(true)
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  if (card === undefined) {
    return (
      <div className="grid justify-items-start gap-4 rounded-card border border-line bg-surface p-6">
        <p className="font-serif text-xl font-semibold">
          {cards.length === 1 ? 'The card is known.' : `All ${cards.length} cards are known.`}
        </p>
        <p className="text-muted">Your schedule stands as it stood.</p>
        <Button look="quiet" onClick={onEnd}>
          Another session
        </Button>
      </div>
    )
  }
  return (
    <div className="grid gap-4">
      <div className="flex items-center justify-between text-sm text-muted">
        <p>
          <b className="text-ink">{left.length}</b> of {cards.length} left
        </p>
        <button type="button" onClick={onEnd} className="min-h-11 px-2 underline underline-offset-4">
          End it here
        </button>
      </div>
      <article aria-live="polite" className="grid gap-5 rounded-card border border-line bg-surface p-6 sm:p-9">
        <p className="font-serif text-2xl leading-snug text-balance wrap-anywhere">{card.front}</p>
        {isRevealed ? (
          <div className="grid gap-5 border-line border-t pt-5">
            <p className="font-serif text-2xl leading-snug font-semibold text-balance wrap-anywhere whitespace-pre-line">
              {card.back}
            </p>
            {card.fact === '' || card.fact === card.back ? null : <p className="text-muted">{card.fact}</p>}
            <CitationList citations={card.citations} />
          </div>
        ) : null}
      </article>
      {isRevealed ? (
        <div className="grid grid-cols-2 gap-2">
          <Button look="quiet" className="min-h-14" onClick={() => go(false)}>
            Not yet
          </Button>
          <Button className="min-h-14" onClick={() => go(true)}>
            Known
          </Button>
        </div>
      ) : (
        <Button className="min-h-14" onClick={() => setRevealed(true)}>
          Show answer
        </Button>
      )}
    </div>
  )
}
