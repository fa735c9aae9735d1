import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { CitationLink } from '@/features/catalog/citation-view.tsx'
import { type SendError, send } from '@/lib/send.ts'
import type { OwnCardChange } from './actions.ts'
import { SessionDialog } from './card-menu.tsx'
import type { OwnCardView } from './loaders.ts'
import { OwnCardForm } from './own-card-form.tsx'

/** One of the learner's own cards in the list, to be changed there or deleted. */
export function OwnCardEntry({
  card,
  onKept,
  onDeleted,
}: {
  card: OwnCardView
  onKept: (card: OwnCardView) => void
  onDeleted: (id: string) => void
}) {
  const [state, setState] = useState<'shown' | 'changing' | 'deleting'>('shown')
  const edit = useRef<HTMLButtonElement>(null)
  const hasChanged = useRef(false)
  useEffect(() => {
    // What was pressed last is gone with the form.
    if (state === 'shown' && hasChanged.current) edit.current?.focus()
    hasChanged.current = state === 'changing'
  }, [state])

  const shape = 'scroll-mt-24 rounded-card border border-line bg-surface p-5'
  if (state === 'changing') {
    return (
      <li id={card.id} className={shape}>
        <OwnCardForm
          title="Change this card"
          card={card}
          fact={card.fact}
          onKept={(kept) => {
            setState('shown')
            onKept(kept)
          }}
          onCancel={() => setState('shown')}
        />
      </li>
    )
  }
  const named = `card-${card.id}`
  return (
    <li id={card.id} tabIndex={-1} className={`${shape} grid gap-3`}>
      <div id={named}>
        <p className="font-serif text-lg wrap-anywhere">{card.front}</p>
        <p className="mt-1 font-serif text-lg font-semibold wrap-anywhere whitespace-pre-line">{card.back}</p>
      </div>
      {card.fact === null ? null : (
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {card.fact.citations.map((citation) => (
            <CitationLink key={citation.locator} citation={citation} />
          ))}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button ref={edit} look="quiet" aria-describedby={named} onClick={() => setState('changing')}>
          Edit
        </Button>
        <Button look="quiet" aria-describedby={named} onClick={() => setState('deleting')}>
          Delete…
        </Button>
        <span className="text-sm text-muted">{card.state}</span>
      </div>
      {state === 'deleting' ? (
        <DeleteDialog card={card} onClose={() => setState('shown')} onDeleted={() => onDeleted(card.id)} />
      ) : null}
    </li>
  )
}

/** Asks once more, and says what stays. */
function DeleteDialog({ card, onClose, onDeleted }: { card: OwnCardView; onClose: () => void; onDeleted: () => void }) {
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<SendError | null>(null)

  async function remove() {
    setSending(true)
    setError(null)
    try {
      await send('/api/own-cards', { change: { kind: 'delete', id: card.id } satisfies OwnCardChange })
      onDeleted()
    } catch (failed) {
      setError(failed as SendError)
      setSending(false)
    }
  }

  return (
    <SessionDialog title="Delete this card?" onClose={onClose}>
      <p className="line-clamp-3 font-serif wrap-anywhere">{card.front}</p>
      <p className="mt-3 text-muted">
        The card goes for good, with its schedule and your note on it. The reviews you gave it stay in your log, and so
        in your statistics.
      </p>
      {error === null ? null : (
        <p role="alert" className="mt-3 font-semibold text-incorrect">
          {error.message}
        </p>
      )}
      <form method="dialog" className="mt-6 flex gap-3">
        {/* First, so that it has the focus when the question appears. */}
        <Button type="submit" look="quiet" disabled={isSending}>
          Keep it
        </Button>
        <Button disabled={isSending} onClick={remove}>
          {isSending ? 'Deleting…' : 'Delete it'}
        </Button>
      </form>
    </SessionDialog>
  )
}
