import type { Item } from '@/features/quiz/item.ts'
import { answerOptions, chosenOptions } from './answer-options.ts'
import type { Cell, MarkedItem, MarkMatrix } from './mark-matrix.ts'
import { randomGuessScore } from './random-guess-score.ts'

/** A finished attempt at a test, with what was asked and what came back. */
export interface FinishedAttempt {
  learnerId: string
  /** The test, or the assignment. */
  testId: string
  /** Which of its parallel forms, counted from one. */
  form: number
  items: readonly AskedItem[]
}

export interface AskedItem {
  itemId: string
  itemRevision: string
  /** Null where nothing was answered, or nothing whole. */
  answer: { response: unknown /** From 0 to 1. */; score: number } | null
  /** Whether the learner had answered it before this attempt, anywhere. */
  isAnsweredBefore: boolean
}

/** One form of a test with the marks of whoever took it. */
export interface FormMarks {
  testId: string
  form: number
  matrix: MarkMatrix
}

/**
 * The marks of every form of every test, by test and form.
 *
 * First encounters only, unless all are asked for: once somebody has answered an item, or had it in an earlier attempt,
 * they have met its feedback, and their marks tell how well they remember that. An item that was not answered has
 * earned nothing, as in Moodle. An item that has been reworded since is left out, in whichever attempts it was.
 *
 * @param attempts the earliest first
 * @param items as they are asked now
 */
export function marksByForm(
  attempts: readonly FinishedAttempt[],
  items: readonly Item[],
  counting: 'first encounters' | 'all',
): FormMarks[] {
  const itemById = new Map(items.map((item) => [item.id, item]))
  const met = new Set<string>()
  const forms = new Map<string, { testId: string; form: number; rows: ReadonlyMap<string, Cell>[] }>()
  for (const { learnerId, testId, form, items: asked } of attempts) {
    const row = new Map<string, Cell>()
    for (const { itemId, itemRevision, answer, isAnsweredBefore } of asked) {
      const item = itemById.get(itemId)
      const encounter = `${learnerId}\n${itemId}`
      const isFirst = !isAnsweredBefore && !met.has(encounter)
      met.add(encounter)
      if (item?.revision !== itemRevision || (counting === 'first encounters' && !isFirst)) continue
      row.set(itemId, { mark: answer?.score ?? 0, chosen: answer === null ? [] : chosenOptions(item, answer.response) })
    }
    const key = `${testId}\n${form}`
    const { rows } = forms.get(key) ?? { rows: [] }
    if (row.size > 0) forms.set(key, { testId, form, rows: [...rows, row] })
  }
  return [...forms.values()]
    .map(({ testId, form, rows }) => ({ testId, form, matrix: matrixOf(rows, itemById) }))
    .sort((a, b) => (a.testId === b.testId ? a.form - b.form : a.testId < b.testId ? -1 : 1))
}

function matrixOf(rows: readonly ReadonlyMap<string, Cell>[], itemById: ReadonlyMap<string, Item>): MarkMatrix {
  const ids = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort()
  const items = ids.flatMap((id) => markedItem(itemById.get(id)))
  return { items, attempts: rows.map((row) => items.map(({ id }) => row.get(id) ?? null)) }
}

/** Scores are shares of what an item can earn, and in a test every item can earn the same. */
function markedItem(item: Item | undefined): MarkedItem[] {
  if (item === undefined) return []
  return [{ id: item.id, maximumMark: 1, randomGuessScore: randomGuessScore(item), options: answerOptions(item) }]
}
