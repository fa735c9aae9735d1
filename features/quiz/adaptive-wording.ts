import { pointsText } from './outcome.ts'

/** What is told to whoever may try a question again: what a try costs, and what it came to. Every question is one point. */

const percent = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** What a try that was not fully right takes off: "33.33 %". */
export function penaltyText(penalty: number): string {
  return `${percent.format(penalty * 100)} %`
}

/** How the tries of a question are marked, before the first. */
export function penaltyRule(penalty: number): string {
  const again = 'You check each answer, see at once how it fared, and may try again until it is right.'
  return penalty === 0
    ? `${again} A try that is not right costs nothing.`
    : `${again} Each try that is not fully right takes ${penaltyText(penalty)} of the points off what a later one earns; the best try counts.`
}

/**
 * What the next try can earn, and what it costs if it is not fully right.
 *
 * @param missed how many tries were not fully right
 */
export function nextTryText(penalty: number, missed: number): string {
  if (penalty === 0) return 'A try that is not right costs nothing.'
  const most = atMost(penalty, missed)
  if (most === 0) return 'A further try earns nothing more, and costs nothing: try on to find out.'
  const then = atMost(penalty, missed + 1)
  const after =
    then === 0
      ? 'If it is not fully right, a later try earns nothing.'
      : `If it is not fully right, a later try earns at most ${pointsText(then)}.`
  return `Fully right now earns ${missed === 0 ? '1 point' : `${pointsText(most)} of 1 point`}. ${after}`
}

function atMost(penalty: number, missed: number): number {
  return Math.max(0, 1 - penalty * missed)
}

/**
 * What a try earned: "1 by itself, 0.67 with the penalty for 1 earlier try".
 *
 * @param missed how many tries before it were not fully right
 */
export function tryMarkText(score: number, mark: number, missed: number): string {
  if (mark === score) return `${pointsText(score)} of 1 point`
  const tries = missed === 1 ? '1 earlier try' : `${missed} earlier tries`
  return `${pointsText(score)} of 1 point by itself, ${pointsText(mark)} with the penalty for ${tries}`
}
