import { z } from 'zod'
import type { Feedback } from './feedback.ts'
import type { Item } from './item.ts'
import { normaliseTyped } from './items/typed-answer.ts'

/** When a learner looks at an attempt, as Moodle tells the moments apart. */
export const reviewMoments = ['during', 'immediately-after', 'later-while-open', 'after-close'] as const
export type ReviewMoment = (typeof reviewMoments)[number]

/** What of an attempt can be shown or kept back. */
export const reviewParts = [
  'attempt',
  'correctness',
  'marks',
  'specific-feedback',
  'general-feedback',
  'right-answer',
  'overall-feedback',
] as const
export type ReviewPart = (typeof reviewParts)[number]

/** What is shown at each moment. */
export const reviewOptionsSchema = z.record(z.enum(reviewMoments), z.array(z.enum(reviewParts)))
export type ReviewOptions = z.infer<typeof reviewOptionsSchema>

/** For this long after the end it is "immediately after", as in Moodle. */
const immediatelyMs = 2 * 60_000

/**
 * The moment at which somebody looks at an attempt.
 *
 * @param endedAt nothing while it is in progress
 * @param closesAt when nobody may begin it any more; nothing if that never happens
 */
export function momentOf(endedAt: Date | null, closesAt: Date | null, at: Date): ReviewMoment {
  if (endedAt === null) return 'during'
  if (closesAt !== null && at >= closesAt) return 'after-close'
  return at.getTime() - endedAt.getTime() < immediatelyMs ? 'immediately-after' : 'later-while-open'
}

/** What may be shown at a moment. Without options of its own, an attempt shows everything that it has feedback for. */
export function partsShown(options: ReviewOptions | null, moment: ReviewMoment): ReadonlySet<ReviewPart> {
  return new Set(options === null ? reviewParts : options[moment])
}

/** Of an item that may be tried again nothing is shown that is about the right answer, whatever else may be. */
export function partsWhileTrying(parts: ReadonlySet<ReviewPart>): ReadonlySet<ReviewPart> {
  return new Set([...parts].filter((part) => part !== 'right-answer' && part !== 'general-feedback'))
}

/** The feedback to a try without the reasons that give the right answer away. */
export function feedbackWhileTrying(item: Item, feedback: Feedback): Feedback {
  // Here a reason tells why a thing belongs where it does, whatever was chosen.
  if (item.type === 'matching' || item.type === 'categorising') return { ...feedback, reasons: [] }
  const keys = [...feedback.slots.map(({ keyText }) => keyText), ...rightTexts(item)].map(normaliseTyped)
  const tellsKey = ({ because }: Feedback['reasons'][number]) =>
    keys.some((key) => key !== '' && ` ${normaliseTyped(because)} `.includes(` ${key} `))
  const reasons = feedback.reasons.filter((reason) => !tellsKey(reason))
  // The place where a reason can be checked may tell the rest.
  return { ...feedback, reasons: reasons.map((reason) => ({ ...reason, citations: [] })) }
}

/** What is right besides what the reveal shows: one of several keys, or another way to write one. */
function rightTexts(item: Item): string[] {
  switch (item.type) {
    case 'multiple-response':
      return item.options.flatMap(({ id, text }) => (item.keys.includes(id) ? [text] : []))
    case 'short-answer':
      return item.accepted
    case 'cloze':
      return item.gaps.flatMap((gap) => (gap.kind === 'typed' ? gap.accepted : []))
    default:
      return []
  }
}

/** The feedback to a response without what is kept back; nothing if not even right and wrong may be told. */
export function feedbackShown(feedback: Feedback, response: unknown, parts: ReadonlySet<ReviewPart>): Feedback | null {
  const isKeyShown = parts.has('right-answer')
  // Who sees the right answer sees whether theirs is.
  if (!isKeyShown && !parts.has('correctness')) return null
  // A reason on an option that was not chosen would tell that it is wrong.
  const given = textsIn(response)
  const misread = new Set(feedback.slots.map(({ slotId, misreadingId }) => `${slotId} ${misreadingId}`))
  const isTold = ({ slotId, optionId }: Feedback['reasons'][number]) =>
    isKeyShown || given.has(optionId) || misread.has(`${slotId} ${optionId}`)
  const isGeneralShown = parts.has('general-feedback')
  return {
    score: feedback.score,
    isKeyShown,
    // A slot that is right has its key in the response already.
    slots: feedback.slots.map((slot) =>
      isKeyShown || slot.credit === 1 ? slot : { ...slot, keyOptionIds: [], keyText: '' },
    ),
    reasons: parts.has('specific-feedback') ? feedback.reasons.filter(isTold) : [],
    explanation: isGeneralShown ? feedback.explanation : null,
    citations: isGeneralShown ? feedback.citations : [],
    lesson: isGeneralShown ? feedback.lesson : null,
    factId: isGeneralShown ? feedback.factId : null,
  }
}

/** Every text in a response: the ids of what was chosen are among them. */
function textsIn(response: unknown): ReadonlySet<string> {
  const texts = new Set<string>()
  JSON.stringify(response, (_, value) => {
    if (typeof value === 'string') texts.add(value)
    return value
  })
  return texts
}
