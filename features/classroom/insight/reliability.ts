import type { TestStatistics } from '../test-statistics.ts'
import { numberText } from './figure-text.ts'

/**
 * What the coefficient of internal consistency means for whoever has to decide by the marks. The bounds are the usual ones
 * for decisions on single learners and on groups: J. C. Nunnally, "Psychometric Theory" (1978).
 */
export function reliabilityText({
  coefficientOfInternalConsistency: consistency,
  standardError,
}: Pick<TestStatistics, 'coefficientOfInternalConsistency' | 'standardError'>): string {
  if (consistency.kind === 'too-few') {
    const { n, needed } = consistency
    return `${n} whole ${n === 1 ? 'attempt is' : 'attempts are'} too few to say how reliable the marks are: it takes ${needed}.`
  }
  if (consistency.kind === 'undefined') return `How reliable the marks are cannot be said: ${consistency.why}.`
  const error =
    standardError.kind === 'value'
      ? ` Another such test would move a learner’s mark by ${numberText(standardError.value)} % or less in two cases of three.`
      : ''
  return `${verdict(consistency.value)}${error}`
}

function verdict(consistency: number): string {
  if (consistency >= 90) return 'Reliable enough to decide by for each learner.'
  if (consistency >= 70) return 'Reliable enough to compare learners, not to decide by it alone.'
  if (consistency >= 50) return 'A rough picture: differences of a few points say little.'
  return 'Too unreliable to compare learners: the questions don’t measure the same thing, or are too few.'
}
