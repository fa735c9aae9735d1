'use client'

import { type FormEvent, useEffect, useId, useRef } from 'react'
import { Button } from '@/components/button.tsx'
import { CitationList } from '@/features/catalog/citation-view.tsx'
import { nextTryText, tryMarkText } from './adaptive-wording.ts'
import { comparableResponse } from './comparable.ts'
import { FlagForm } from './flag-form.tsx'
import type { PublicItem } from './item.ts'
import { ItemView, MarkedItemView } from './item-view.tsx'
import type { KeptAnswer, KeptTry } from './loaders.ts'
import { missingIn } from './missing.ts'
import { outcomeOf, outcomeText, pointsText } from './outcome.ts'
import { TriesList } from './tries-list.tsx'

/** One item that is tried until it is right: each try is graded at once, and says what the next can earn. */
export function AdaptiveItem({
  item,
  label,
  response,
  tries,
  answer,
  penalty,
  isChecking,
  isLocked,
  onRespond,
  onCheck,
}: {
  item: PublicItem
  label: string
  /** What stands there now; nothing for nothing. */
  response: unknown
  tries: readonly KeptTry[]
  /** Once a try was right. */
  answer: KeptAnswer | null
  penalty: number
  /** Whether a try is on its way. */
  isChecking: boolean
  isLocked: boolean
  onRespond: (response: unknown) => void
  onCheck: (durationMs: number) => void
}) {
  const shownAtMs = useRef<number>(null)
  shownAtMs.current ??= performance.now()
  const stateId = useId()
  const missing = missingIn(item, response)
  const isTried =
    missing === null &&
    tries.some((one) => comparableResponse(item, one.response) === comparableResponse(item, response))
  const said = isChecking ? 'Checking your answer…' : (missing ?? (isTried ? triedText : null))
  /** How many tries there were when this was checked here; what comes in answer to it takes the focus. */
  const checkedAfter = useRef<number>(null)
  const outcome = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (checkedAfter.current === null || tries.length <= checkedAfter.current) return
    checkedAfter.current = null
    outcome.current?.focus({ preventScroll: true })
    outcome.current?.scrollIntoView({ block: 'nearest' })
  }, [tries.length])

  function check(event: FormEvent) {
    event.preventDefault()
    if (missing !== null || isTried || isChecking || isLocked || answer !== null) return
    const now = performance.now()
    checkedAfter.current = tries.length
    onCheck(now - (shownAtMs.current ?? now))
    shownAtMs.current = now
  }

  return (
    <>
      <form data-item={item.id} aria-label={label} onSubmit={check} className="grid gap-4">
        {answer === null ? (
          <fieldset disabled={isLocked || isChecking} className="min-w-0">
            <ItemView item={item} response={response} onRespond={onRespond} feedback={null} />
          </fieldset>
        ) : (
          <MarkedItemView item={item} response={answer.response} feedback={answer.feedback} />
        )}
        <Outcome item={item} tries={tries} answer={answer} place={outcome} />
        {answer !== null || isLocked ? null : (
          <>
            <p className="text-sm text-muted">{nextTryText(penalty, tries.length)}</p>
            <div className="flex flex-col gap-x-4 gap-y-2 sm:flex-row sm:items-center">
              <Button
                type="submit"
                disabled={missing !== null || isTried || isChecking}
                aria-describedby={stateId}
                className="w-full shrink-0 sm:w-auto"
              >
                Check
              </Button>
              <p id={stateId} role="status" className="grow text-sm text-muted empty:hidden">
                {said}
              </p>
              {response === null || isChecking ? null : (
                <button
                  type="button"
                  className="min-h-11 shrink-0 self-end text-sm text-muted underline underline-offset-4 hover:text-accent sm:min-h-0 sm:self-auto"
                  onClick={() => onRespond(null)}
                >
                  Clear my answer
                </button>
              )}
            </div>
          </>
        )}
      </form>
      {tries.length === 0 || (answer !== null && tries.length === 1) ? null : (
        <details className="mt-3">
          <summary className="min-h-11 py-2.5 text-sm text-muted sm:min-h-0">
            {tries.length === 1 ? 'Your try' : `Your ${tries.length} tries`}
          </summary>
          <div className="mt-2">
            <TriesList item={item} tries={tries} />
          </div>
        </details>
      )}
      {answer === null ? null : (
        <div className="mt-3">
          <FlagForm item={item} />
        </div>
      )}
    </>
  )
}

const triedText = 'You have tried this already, so it is not graded again and costs nothing. Change it to try again.'

const colours = { right: 'text-correct', partly: 'text-ink', wrong: 'text-incorrect' }

/** How the last try fared, what it earned, and what the item stands at. */
function Outcome({
  item,
  tries,
  answer,
  place,
}: {
  item: PublicItem
  tries: readonly KeptTry[]
  answer: KeptAnswer | null
  place: React.RefObject<HTMLParagraphElement | null>
}) {
  const last = tries.at(-1)
  if (last === undefined) return null
  const { score, mark, feedback } = last
  const stands = Math.max(...tries.map((one) => one.mark ?? 0))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a section would be one of many landmarks
    <div role="group" aria-label="Your last try" className="grid gap-2 rounded-card border border-line bg-surface p-5">
      <p
        ref={place}
        tabIndex={-1}
        className={`font-semibold outline-none ${feedback === null ? '' : colours[outcomeOf(feedback.score)]}`}
      >
        {feedback === null ? 'Your try is saved. How it fared is not shown now.' : outcomeText(item, feedback)}
      </p>
      {score === null || mark === null ? null : (
        <p>
          This try earns {tryMarkText(score, mark, tries.length - 1)}. The question stands at {pointsText(stands)} of 1
          point.
        </p>
      )}
      {answer !== null || feedback === null
        ? null
        : feedback.reasons.map(({ slotId, optionId, because }) => (
            <p key={`${slotId} ${optionId}`} className="text-muted">
              {because}
            </p>
          ))}
      {answer?.feedback?.explanation ? (
        <p className="font-serif text-lg leading-snug">{answer.feedback.explanation}</p>
      ) : null}
      {answer?.feedback && answer.feedback.citations.length > 0 ? (
        <div className="grid gap-2">
          <p className="text-sm text-muted">It rests on</p>
          <CitationList citations={answer.feedback.citations} />
        </div>
      ) : null}
    </div>
  )
}
