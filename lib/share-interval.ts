/** From one share to another, both between 0 and 1. */
export interface Span {
  from: number
  to: number
}

/** The normal quantile that leaves 2.5 % on either side. */
export const errorsFor95 = 1.959964

/**
 * Where a share would lie with very many tries, with 95 % confidence: the score interval of E. B. Wilson, "Probable
 * inference" (1927), which stays between 0 and 1 and holds for few tries. Without any, it may lie anywhere.
 * It is made for tries that pass or fail; where some pass in part, it is rather too wide than too narrow.
 *
 * @param passed the number of tries that passed, partly passed ones by their part
 * @param errors how many standard errors to either side, for another confidence
 */
export function shareInterval(passed: number, count: number, errors = errorsFor95): Span {
  if (count === 0) return { from: 0, to: 1 }
  const share = passed / count
  const weight = errors ** 2 / count
  const middle = (share + weight / 2) / (1 + weight)
  const reach = (errors / (1 + weight)) * Math.sqrt((share * (1 - share) + weight / 4) / count)
  return { from: Math.max(0, middle - reach), to: Math.min(1, middle + reach) }
}
