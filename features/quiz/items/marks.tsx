import type { ReactNode } from 'react'
import type { ChoiceMark } from '@/components/choice-list.tsx'
import { Mark } from '@/components/mark.tsx'
import { CitationLink } from '@/features/catalog/citation-view.tsx'
import type { Feedback, SlotFeedback } from '../feedback.ts'
import { outcomeOf } from '../outcome.ts'
import { Stem } from './stem.tsx'

/**
 * The marks on the options of an item that has one place to answer; none before the answer. Where the key is kept back
 * and the answer was not right, an option is marked only if there is a reason to show on it.
 */
export function choiceMarks(
  feedback: Feedback | null,
  optionIds: readonly string[],
): ReadonlyMap<string, ChoiceMark> | null {
  if (feedback === null) return null
  const marks = new Map<string, ChoiceMark>()
  if (feedback.isKeyShown || feedback.score === 1) for (const id of optionIds) marks.set(id, { isKey: false })
  for (const reason of feedback.reasons) marks.set(reason.optionId, { isKey: false, note: <Reason {...reason} /> })
  for (const optionId of feedback.slots[0]?.keyOptionIds ?? []) marks.set(optionId, { isKey: true })
  return marks
}

/** How one answer place fared: what was given there and, unless that is quite right, what is right and why. */
export function SlotMark({
  feedback,
  slot,
  given,
  optionId,
}: {
  feedback: Feedback
  slot: SlotFeedback | undefined
  given: ReactNode
  /** The option chosen; nothing where the answer is typed. */
  optionId?: string | undefined
}) {
  if (slot === undefined) return null
  const { slotId, credit, isClose, misreadingId, keyText } = slot
  if (credit === 1) {
    return (
      <div>
        <p>
          <Mark kind="right">{isClose ? 'Your answer, accepted:' : 'Your answer, right:'}</Mark> {given}
        </p>
        {isClose ? (
          <p className="mt-1 text-sm">
            A slip in the spelling does not count. It is written <strong className="font-semibold">{keyText}</strong>.
          </p>
        ) : null}
      </div>
    )
  }
  const reason = feedback.reasons.find(
    (candidate) => candidate.slotId === slotId && candidate.optionId === (misreadingId ?? optionId),
  )
  return (
    <div>
      <p>
        {given === '' ? (
          <Mark kind="wrong">No answer</Mark>
        ) : (
          <>
            <Mark kind="wrong">Your answer, not right:</Mark> {given}
          </>
        )}
      </p>
      {feedback.isKeyShown ? (
        <p>
          <Mark kind="right">The right answer:</Mark> {keyText}
        </p>
      ) : null}
      {reason === undefined ? null : (
        <div className="mt-1.5 text-sm text-muted">
          <Reason {...reason} />
        </div>
      )}
    </div>
  )
}

function Reason({ because, citations }: Feedback['reasons'][number]) {
  return (
    <p>
      {because}
      {citations.map((citation) => (
        <span key={citation.locator}>
          {' '}
          <CitationLink citation={citation} />.
        </span>
      ))}
    </p>
  )
}

const frames = {
  right: 'border-correct bg-correct-soft',
  partly: 'border-edge bg-surface',
  wrong: 'border-incorrect bg-incorrect-soft',
}

/** The frame around an answer place, in the colour of how it fared. */
export function slotFrame(slot: SlotFeedback | undefined): string {
  return `rounded-lg border px-4 py-3 ${frames[outcomeOf(slot?.credit ?? 0)]}`
}

/** An item with one typed answer, after it: the stem, what was typed, and how it fared. */
export function TypedOutcome({ stem, given, feedback }: { stem: string; given: string; feedback: Feedback }) {
  const [slot] = feedback.slots
  return (
    <div className="grid gap-4">
      <p>
        <Stem>{stem}</Stem>
      </p>
      <div className={slotFrame(slot)}>
        <SlotMark feedback={feedback} slot={slot} given={given} />
      </div>
    </div>
  )
}
