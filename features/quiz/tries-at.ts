import type { AttemptState, Try } from './attempt.ts'
import { comparableResponse } from './comparable.ts'
import { gradeResponse, type Item, toPublic } from './item.ts'
import { isRight } from './tries.ts'

/**
 * The tries at an item in a state. Once an attempt is handed in, a response that stands there and was not checked is the
 * last of them, if it is whole and no try was right or equal to it.
 */
export function triesAt(item: Item, { tries, responses, status }: AttemptState): readonly Try[] {
  const checked = tries.get(item.id) ?? []
  const held = responses.get(item.id)
  if (status !== 'finished' || held === undefined || isRight(checked)) return checked
  const grade = gradeResponse(item, held.response)
  if (grade.state === 'invalid') return checked
  const comparable = comparableResponse(toPublic(item), held.response)
  if (checked.some((one) => one.comparable === comparable)) return checked
  const { certainty: _, ...rest } = held
  return [...checked, { ...rest, score: grade.score, comparable }]
}
