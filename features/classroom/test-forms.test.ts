import { expect, it } from 'vitest'
import { examples } from '@/features/quiz/examples.ts'
import type { Item } from '@/features/quiz/item.ts'
import { keyResponse, wrongResponse } from '@/features/quiz/responses.ts'
import { type AskedItem, type FinishedAttempt, marksByForm } from './test-forms.ts'

const choices = examples.filter(({ type }) => type === 'single-choice' || type === 'true-false')
const [first, second] = choices as [Item, Item]

/** A question that was answered rightly, unless said otherwise. */
const asked = (item: Item, given: Partial<AskedItem> & { isRight?: boolean } = {}): AskedItem => {
  const { isRight = true, ...own } = given
  const answer = isRight ? { response: keyResponse(item), score: 1 } : { response: wrongResponse(item), score: 0 }
  return { itemId: item.id, itemRevision: item.revision, answer, isAnsweredBefore: false, ...own }
}

const attempt = (learnerId: string, items: AskedItem[], form = 1, testId = 'made-test'): FinishedAttempt => ({
  learnerId,
  testId,
  form,
  items,
})

const marksOf = (attempts: readonly FinishedAttempt[], counting: 'first encounters' | 'all' = 'first encounters') =>
  marksByForm(attempts, [first, second], counting).map(({ testId, form, matrix }) => ({
    testId,
    form,
    items: matrix.items.map(({ id }) => id),
    marks: matrix.attempts.map((cells) => cells.map((cell) => cell?.mark ?? null)),
  }))

const bothIds = [first.id, second.id].sort()
/** Marks in the order of the columns. */
const row = (ofFirst: number | null, ofSecond: number | null) =>
  first.id < second.id ? [ofFirst, ofSecond] : [ofSecond, ofFirst]

it('the marks of a form are a row for each attempt, and what was not answered has earned nothing', () => {
  const attempts = [
    attempt('ada', [asked(first), asked(second, { isRight: false })]),
    attempt('ben', [asked(first), asked(second, { answer: null })]),
  ]
  expect(marksOf(attempts)).toEqual([{ testId: 'made-test', form: 1, items: bothIds, marks: [row(1, 0), row(1, 0)] }])
  const [form] = marksByForm(attempts, [first, second], 'first encounters')
  const column = form?.matrix.items.findIndex(({ id }) => id === second.id) ?? -1
  const isKey = new Map(form?.matrix.items[column]?.options.map((option) => [option.id, option.isKey]))
  expect(form?.matrix.attempts.map((cells) => cells[column]?.chosen.map((id) => isKey.get(id)))).toEqual([[false], []])
})

it('forms of a test and tests are kept apart, by test and form', () => {
  const attempts = [
    attempt('ada', [asked(second)], 2),
    attempt('ben', [asked(first)], 1),
    attempt('cleo', [asked(first, { isRight: false })], 1, 'another'),
  ]
  expect(marksOf(attempts)).toEqual([
    { testId: 'another', form: 1, items: [first.id], marks: [[0]] },
    { testId: 'made-test', form: 1, items: [first.id], marks: [[1]] },
    { testId: 'made-test', form: 2, items: [second.id], marks: [[1]] },
  ])
})

it('only first encounters count, unless all are asked for', () => {
  const attempts = [
    attempt('ada', [asked(first, { answer: null }), asked(second, { isAnsweredBefore: true })]),
    attempt('ben', [asked(first), asked(second)]),
    // Ada left the first question open, yet she has had it.
    attempt('ada', [asked(first), asked(second)]),
  ]
  expect(marksOf(attempts)).toEqual([
    { testId: 'made-test', form: 1, items: bothIds, marks: [row(0, null), row(1, 1)] },
  ])
  expect(marksOf(attempts, 'all')).toEqual([
    { testId: 'made-test', form: 1, items: bothIds, marks: [row(0, 1), row(1, 1), row(1, 1)] },
  ])
})

it('what has been reworded since, or is asked no more, is left out', () => {
  const gone = { ...asked(first), itemId: 'made-gone' }
  const attempts = [attempt('ada', [asked(first, { itemRevision: 'earlier' }), asked(second), gone])]
  expect(marksOf(attempts)).toEqual([{ testId: 'made-test', form: 1, items: [second.id], marks: [[1]] }])
})
