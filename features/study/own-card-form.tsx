import { type FormEvent, type RefObject, useId, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { CitationList } from '@/features/catalog/citation-view.tsx'
import { type SendError, send } from '@/lib/send.ts'
import type { OwnCardChange } from './actions.ts'
import type { FactView, OwnCardView } from './loaders.ts'
import { plainBack, plainFront, problemOfSide } from './own-card-text.ts'

/**
 * Writes a card of one's own, and shows beside it how it will look.
 *
 * @param props.card the card to change; nothing for a new one
 * @param props.fact what it is made from: its sentence is offered as the back
 */
export function OwnCardForm({
  title,
  card,
  fact,
  onKept,
  onCancel,
}: {
  title: string
  card: Pick<OwnCardView, 'id' | 'front' | 'back'> | null
  fact: FactView | null
  onKept: (card: OwnCardView) => void
  onCancel: () => void
}) {
  // The same however often it is sent.
  const [id] = useState(() => card?.id ?? crypto.randomUUID())
  const [front, setFront] = useState(card?.front ?? '')
  const [back, setBack] = useState(card?.back ?? fact?.says ?? '')
  const [isTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<SendError | null>(null)
  const fields = { front: useRef<HTMLTextAreaElement>(null), back: useRef<HTMLTextAreaElement>(null) }
  const headingId = useId()

  const kept = { front: plainFront(front), back: plainBack(back) }
  const problems = { front: problemOfSide(kept.front), back: problemOfSide(kept.back) }
  // Nobody is told that a field is empty before they have had the time to fill it.
  const shown = (side: 'front' | 'back') => (isTried || kept[side] !== '' ? problems[side] : null)

  async function keep(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const wrong = (['front', 'back'] as const).find((side) => problems[side] !== null)
    if (wrong !== undefined) return fields[wrong].current?.focus()
    setSending(true)
    setError(null)
    try {
      const change: OwnCardChange = { kind: 'keep', card: { id, factId: fact?.id ?? null, ...kept } }
      const { card: made } = await send<{ card: OwnCardView }>('/api/own-cards', { change })
      onKept(made)
    } catch (failed) {
      setError(failed as SendError)
      setSending(false)
    }
  }

  return (
    <form aria-labelledby={headingId} onSubmit={keep} className="grid items-start gap-6 md:grid-cols-2">
      <div className="grid gap-5">
        <h2 id={headingId} className="text-xl">
          {title}
        </h2>
        {fact === null ? null : (
          <div className="grid gap-2 rounded-lg bg-sunken px-4 py-3">
            <p className="text-sm text-muted">What the record states, in our words</p>
            <p className="font-serif">{fact.says}</p>
            <CitationList citations={fact.citations} />
          </div>
        )}
        <SideField
          label="Front"
          hint="What you want to be asked, in one line."
          rows={2}
          field={fields.front}
          value={front}
          problem={shown('front')}
          takesFocus={card !== null || fact === null}
          onType={(text) => setFront(text.replace(/[\r\n]+/g, ' '))}
        />
        <SideField
          label="Back"
          hint="What you want to remember. Line breaks stay."
          rows={4}
          field={fields.back}
          value={back}
          problem={shown('back')}
          takesFocus={false}
          onType={setBack}
        />
        {error === null ? null : (
          <Notice tone="problem">
            <strong className="font-semibold">Not kept yet. </strong>
            {error.message}
          </Notice>
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" disabled={isSending}>
            {isSending ? 'Keeping…' : 'Keep it'}
          </Button>
          <Button look="quiet" disabled={isSending} onClick={onCancel}>
            Cancel
          </Button>
        </div>
        {card === null ? null : (
          <p className="text-sm text-muted">Its schedule stays as it is: a change of words is no new card.</p>
        )}
      </div>
      <Preview front={kept.front} back={kept.back} fact={fact} />
    </form>
  )
}

function SideField({
  label,
  hint,
  rows,
  field,
  value,
  problem,
  takesFocus,
  onType,
}: {
  label: string
  hint: string
  rows: number
  field: RefObject<HTMLTextAreaElement | null>
  value: string
  problem: string | null
  /** Whether the form appears in answer to a press on a button. */
  takesFocus: boolean
  onType: (text: string) => void
}) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        rows={rows}
        value={value}
        // biome-ignore lint/a11y/noAutofocus: only where the form appears in answer to a press on its button
        autoFocus={takesFocus}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={(event) => onType(event.target.value)}
        className="field-sizing-content max-h-96 w-full rounded-lg border border-edge bg-surface px-3 py-2 text-base aria-invalid:border-incorrect"
      />
      <p id={`${id}-hint`} className="text-sm text-muted">
        {hint}
      </p>
      <p id={`${id}-problem`} role="status" className="text-sm font-semibold text-incorrect empty:hidden">
        {problem}
      </p>
    </div>
  )
}

/** The card as a session will lay it on the table, with its back turned up. */
function Preview({ front, back, fact }: { front: string; back: string; fact: FactView | null }) {
  return (
    <section aria-label="How it will look" className="grid gap-2 md:sticky md:top-6">
      <p className="text-sm text-muted">How it will look</p>
      <div className="grid gap-5 rounded-card border border-line bg-surface p-6">
        <p className="font-serif text-2xl leading-snug text-balance wrap-anywhere">
          {front === '' ? <span className="text-muted">The front</span> : front}
        </p>
        <div className="grid gap-5 border-line border-t pt-5">
          <p className="font-serif text-2xl leading-snug font-semibold text-balance wrap-anywhere whitespace-pre-line">
            {back === '' ? <span className="font-normal text-muted">The back</span> : back}
          </p>
          {fact === null || fact.says === back ? null : <p className="text-muted">{fact.says}</p>}
          <CitationList citations={fact?.citations ?? []} />
        </div>
      </div>
    </section>
  )
}
