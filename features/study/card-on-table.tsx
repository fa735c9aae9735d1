import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import { TextField } from '@/components/field.tsx'
import { CitationList } from '@/features/catalog/citation-view.tsx'
import type { Rating } from './schedule.ts'
import type { StudyCard } from './session.ts'
import { TypedComparison } from './typed-comparison.tsx'

const gradeNames = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' } as const

/** One card: its front, then its back with the fact and its place, and the four grades. */
export function CardOnTable({
  card,
  grades,
  isRevealed,
  isTyping,
  onReveal,
  onGrade,
}: {
  card: StudyCard
  /** What each grade would lead to; needed once it is revealed. */
  grades: readonly { rating: Rating; interval: string }[]
  isRevealed: boolean
  /** Whether the answer is typed before it shows. */
  isTyping: boolean
  onReveal: () => void
  onGrade: (rating: Rating) => void
}) {
  const [typed, setTyped] = useState('')
  return (
    <>
      <article
        aria-live="polite"
        className="grid min-h-72 content-start gap-5 rounded-card border border-line bg-surface p-6 sm:min-h-80 sm:p-9"
      >
        <p className="font-serif text-2xl leading-snug text-balance wrap-anywhere">
          {card.isMarked ? (
            <span role="img" aria-label="Marked" className="text-accent">
              ★{' '}
            </span>
          ) : null}
          {card.front}
        </p>
        {isTyping && !isRevealed ? (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              onReveal()
            }}
          >
            <TextField aria-label="Your answer" autoFocus value={typed} onType={setTyped} className="w-full" />
          </form>
        ) : null}
        {isRevealed ? (
          <div className="grid gap-5 border-line border-t pt-5">
            {isTyping ? <TypedComparison typed={typed} back={card.back} /> : null}
            <p className="font-serif text-2xl leading-snug font-semibold text-balance wrap-anywhere whitespace-pre-line">
              {card.back}
            </p>
            {card.fact === '' || card.fact === card.back ? null : <p className="text-muted">{card.fact}</p>}
            {card.note === '' ? null : (
              <p className="border-edge border-l-4 pl-4 text-sm whitespace-pre-line">
                <span className="text-muted">Your note: </span>
                {card.note}
              </p>
            )}
            <CitationList citations={card.citations} />
          </div>
        ) : null}
      </article>
      <div className="sticky bottom-20 z-10 rounded-lg bg-paper shadow-[0_0_0_0.75rem_var(--color-paper)] sm:static sm:shadow-none">
        {isRevealed ? (
          <fieldset className="grid grid-cols-4 gap-2">
            <legend className="sr-only">How well did you know it?</legend>
            {grades.map(({ rating, interval }) => (
              <button
                key={rating}
                type="button"
                onClick={() => onGrade(rating)}
                className={`grid min-h-14 rounded-lg border px-1 py-2 text-center transition-colors disabled:opacity-60 ${
                  rating === 3
                    ? 'border-accent bg-accent text-on-accent hover:bg-accent-strong'
                    : 'border-edge bg-surface hover:border-accent'
                }`}
              >
                <span className="text-xs">{interval}</span>
                <span className="font-semibold">{gradeNames[rating]}</span>
                <span aria-hidden="true" className="hidden text-xs opacity-75 sm:block">
                  {rating}
                </span>
              </button>
            ))}
          </fieldset>
        ) : (
          <Button className="min-h-14 w-full" onClick={onReveal}>
            Show answer{' '}
            <span aria-hidden="true" className="hidden text-sm font-normal opacity-75 sm:inline">
              Space
            </span>
          </Button>
        )}
      </div>
    </>
  )
}
