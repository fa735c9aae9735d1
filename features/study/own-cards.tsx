'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { receive, type SendError } from '@/lib/send.ts'
import type { FactView, OwnCardView } from './loaders.ts'
import { OwnCardEntry } from './own-card-entry.tsx'
import { OwnCardForm } from './own-card-form.tsx'

const place = '/review/own'

/** The learner's own cards, and the form for a new one: open with a fact where the address names one. */
export function OwnCards() {
  const factId = useSearchParams().get('fact')
  const router = useRouter()
  const [cards, setCards] = useState<OwnCardView[] | null>(null)
  const [older, setOlder] = useState<string | null>(null)
  const [isMaking, setMaking] = useState(false)
  const [news, setNews] = useState<{ text: string | null } | null>(null)
  const [error, setError] = useState<SendError | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  /** The first card of a page that was just asked for, where reading goes on. */
  const readOnAt = useRef<string>(null)

  const load = useCallback((before: string | null) => {
    setError(null)
    const asked = before === null ? '' : `?before=${encodeURIComponent(before)}`
    return receive<{ cards: OwnCardView[]; older: string | null }>(`/api/own-cards${asked}`)
      .then((page) => {
        if (before !== null) readOnAt.current = page.cards[0]?.id ?? null
        setCards((shown) => [...(before === null ? [] : (shown ?? [])), ...page.cards])
        setOlder(page.older)
      })
      .catch(setError)
  }, [])
  useEffect(() => void load(null), [load])
  useEffect(() => {
    const first = cards === null ? null : readOnAt.current
    readOnAt.current = null
    if (first !== null) document.getElementById(first)?.focus()
  }, [cards])

  // What had the focus, a form or a dialog, is gone; what came of it is told at the head of the list.
  useEffect(() => {
    if (news !== null) heading.current?.focus()
  }, [news])

  function keep(card: OwnCardView, isNew: boolean) {
    setCards((shown) =>
      isNew ? [card, ...(shown ?? [])] : (shown ?? []).map((each) => (each.id === card.id ? card : each)),
    )
    if (isNew) close('Kept. It stands first in the list.')
  }

  function remove(id: string) {
    setCards((shown) => (shown ?? []).filter((card) => card.id !== id))
    setNews({ text: 'Deleted.' })
  }

  function close(text: string | null) {
    setNews({ text })
    setMaking(false)
    if (factId !== null) router.replace(place, { scroll: false })
  }

  return (
    <>
      {factId === null ? null : (
        <CardOfFact key={factId} factId={factId} onKept={(card) => keep(card, true)} onCancel={() => close(null)} />
      )}
      {factId === null && isMaking ? (
        <OwnCardForm
          title="New card"
          card={null}
          fact={null}
          onKept={(card) => keep(card, true)}
          onCancel={() => close(null)}
        />
      ) : null}
      {factId !== null || isMaking ? null : (
        <Button
          className="justify-self-start"
          onClick={() => {
            setNews(null)
            setMaking(true)
          }}
        >
          New card
        </Button>
      )}
      <section aria-labelledby="own-cards" className="grid gap-4">
        <h2 id="own-cards" ref={heading} tabIndex={-1} className="text-xl outline-none">
          Your cards
        </h2>
        <p role="status" className="text-muted empty:hidden">
          {news?.text}
        </p>
        {error === null ? null : (
          <Notice tone="problem">
            <p>{error.message}</p>
            <Button look="quiet" className="mt-3" onClick={() => load(cards === null ? null : older)}>
              Try again
            </Button>
          </Notice>
        )}
        {cards === null && error === null ? <p className="text-muted">Fetching your cards…</p> : null}
        {cards?.length === 0 ? <NoCards /> : null}
        <ul className="grid gap-4">
          {(cards ?? []).map((card) => (
            <OwnCardEntry key={card.id} card={card} onKept={(kept) => keep(kept, false)} onDeleted={remove} />
          ))}
        </ul>
        {older === null ? null : (
          <Button look="quiet" className="justify-self-start" onClick={() => load(older)}>
            Older cards
          </Button>
        )}
      </section>
    </>
  )
}

function NoCards() {
  return (
    <div className="grid max-w-prose gap-3 rounded-card border border-line bg-surface p-6 text-muted">
      <p>
        None yet. Writing a question yourself is half of learning its answer: for what you keep mixing up, for what a
        teacher has added, for what you would ask in other words.
      </p>
      <p>
        Begin with “New card” above, or with “Make a card of this” beside any fact of the record. Then it comes with the
        sentence it rests on.
      </p>
      <ButtonLink look="quiet" href="/record" prefetch={false} className="justify-self-start">
        Look into the record
      </ButtonLink>
    </div>
  )
}

/** The form for a card on a fact, once the fact is there. */
function CardOfFact({
  factId,
  onKept,
  onCancel,
}: {
  factId: string
  onKept: (card: OwnCardView) => void
  onCancel: () => void
}) {
  const [fact, setFact] = useState<FactView | null>(null)
  const [error, setError] = useState<SendError | null>(null)
  useEffect(() => {
    receive<{ fact: FactView }>(`/api/facts/${encodeURIComponent(factId)}`)
      .then((loaded) => setFact(loaded.fact))
      .catch(setError)
  }, [factId])
  if (error !== null) {
    return (
      <Notice tone="problem">
        <p>{error.message}</p>
        <Button look="quiet" className="mt-3" onClick={onCancel}>
          Go on without it
        </Button>
      </Notice>
    )
  }
  if (fact === null) return <p className="text-muted">Fetching the fact…</p>
  return <OwnCardForm title="A card of this fact" card={null} fact={fact} onKept={onKept} onCancel={onCancel} />
}
