import { gradeResponse, type Item } from '@/features/quiz/item.ts'
import { type KeptTries, markOfTries } from '@/features/quiz/tries.ts'

/** What can be decided about an item, as it is stored. */
export const itemDecisionKinds = ['full-marks', 'left-out', 'regraded'] as const
export type ItemDecisionKind = (typeof itemDecisionKinds)[number]

/** What a teacher has decided about an item, for all who were asked it. */
export type ItemDecision =
  /** Whoever was asked it earns all of it, whether they answered or not. */
  | { kind: 'full-marks' }
  /** It neither earns nor costs anything. */
  | { kind: 'left-out' }
  /** Answers are graded anew by the item as it is now; nothing where it is gone, and then they keep what they earned. */
  | { kind: 'regraded'; item: Item | undefined }

/** An item that an attempt asked, and what was answered. */
export interface AskedItem {
  itemId: string
  /** Nothing where it was left open. */
  answer: ScoredAnswer | null
}

interface ScoredAnswer {
  response: unknown
  score: number
  /** Nothing where it was tried once. */
  tries: KeptTries | null
}

/** Points earned of points possible. */
export interface Points {
  points: number
  of: number
}

/** What an answer earns under a decision; every item is worth one point. */
export function pointsFor({ answer }: Pick<AskedItem, 'answer'>, decision?: ItemDecision): Points {
  switch (decision?.kind) {
    case undefined:
      return { points: answer?.score ?? 0, of: 1 }
    case 'full-marks':
      return { points: 1, of: 1 }
    case 'left-out':
      return { points: 0, of: 0 }
    case 'regraded':
      return { points: answer === null ? 0 : regradedPoints(answer, decision.item), of: 1 }
  }
}

/** Each of several tries is graded anew, and what they come to follows: what is right now cost nothing. */
function regradedPoints({ tries, ...answer }: ScoredAnswer, item: Item | undefined): number {
  if (tries === null) return regradedScore(answer, item)
  return markOfTries(
    tries.tries.map((one) => regradedScore(one, item)),
    tries.penalty,
  )
}

function regradedScore({ response, score }: Omit<ScoredAnswer, 'tries'>, item: Item | undefined): number {
  const grade = item === undefined ? null : gradeResponse(item, response)
  // A response to what the item no longer offers says nothing about what it offers now.
  return grade?.state === 'graded' ? grade.score : score
}
