import { diffWords } from 'diff'

/**
 * What was typed beside the back of the card, word by word: what is missing, what is too much. How well it was known is for
 * the learner to say, since the same thing can be said in many words.
 */
export function TypedComparison({ typed, back }: { typed: string; back: string }) {
  if (typed.trim() === '') return null
  return (
    <p className="rounded-lg border border-line bg-sunken px-4 py-3">
      <span className="block text-sm text-muted">What you typed, against the answer</span>
      {diffWords(typed, back, { ignoreCase: true }).map(({ value, added, removed }, index) => {
        const key = `${index} ${value}`
        if (added) {
          return (
            <ins key={key} className="text-muted decoration-dashed underline-offset-4">
              <span className="sr-only">missing: </span>
              {value}
            </ins>
          )
        }
        if (removed) {
          return (
            <del key={key} className="text-incorrect">
              <span className="sr-only">not in the answer: </span>
              {value}
            </del>
          )
        }
        return (
          <span key={key} className="font-semibold text-correct">
            {value}
          </span>
        )
      })}
    </p>
  )
}
