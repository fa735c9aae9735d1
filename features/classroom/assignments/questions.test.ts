import { describe, expect, it } from 'vitest'
import { askedItems, drawParallelForms } from '@/features/quiz/blueprint.ts'
import type { Item } from '@/features/quiz/item.ts'
import { singleChoiceExamples } from '@/features/quiz/items/single-choice/examples.ts'
import { type Bank, formCount, itemsOfForm, pickedIds, problemWithWork, prove, questionCount } from './questions.ts'
import type { Questions } from './work.ts'

const [example] = singleChoiceExamples as [(typeof singleChoiceExamples)[number]]
const items: Item[] = Array.from({ length: 6 }, (_, index) => ({
  ...example,
  id: `made-90${index}.a`,
  factIds: [`made-90${index}`],
  locators: [`made#one.1.${index}`],
}))
const asked = askedItems(items, { topics: [], facts: [] })
const bank: Bank = {
  findItem: (id) => items.find((item) => item.id === id),
  drawForms: (blueprint, seed, forms) => drawParallelForms(asked, blueprint, seed, forms),
}
const knows = { lesson: (id: string) => id === 'one', topic: (id: string) => id === 'crimes' }
const blueprint = (count: number, forms: number) =>
  ({ kind: 'blueprint', cells: [{ topics: [], kinds: [], count }], forms, seed: 's' }) satisfies Questions
const picked = (...itemIds: string[]): Questions => ({ kind: 'picked', itemIds })

describe('questions', () => {
  it('that were picked are asked in their order, in one form', () => {
    const questions = picked('made-903.a', 'made-901.a')
    expect(itemsOfForm(questions, 1, bank).map(({ id }) => id)).toEqual(['made-903.a', 'made-901.a'])
    expect([formCount(questions), questionCount(questions)]).toEqual([1, 2])
    expect(pickedIds({ kind: 'quiz', questions })).toEqual(['made-903.a', 'made-901.a'])
  })

  it('of a blueprint differ from form to form as long as the bank lasts', () => {
    const questions = blueprint(3, 2)
    const forms = [1, 2].map((form) => itemsOfForm(questions, form, bank).map(({ id }) => id))
    expect(new Set(forms.flat()).size).toBe(6)
    expect([formCount(questions), questionCount(questions)]).toEqual([2, 3])
    expect(pickedIds({ kind: 'quiz', questions })).toEqual([])
    expect(prove(questions, bank)).toEqual({ kind: 'possible', repeated: 0 })
    expect(prove(blueprint(3, 3), bank)).toEqual({ kind: 'possible', repeated: 3 })
  })

  it('are refused where the bank does not hold them, with what is lacking where', () => {
    expect(prove(blueprint(8, 2), bank)).toEqual({ kind: 'short', form: 1, lacking: [{ row: 1, count: 2 }] })
    const problem = (questions: Questions) => problemWithWork({ kind: 'quiz', questions }, bank, knows)
    expect(problem(blueprint(8, 2))?.message).toContain('row 1 lacks 2')
    expect(problem(picked('made-903.a', 'gone'))?.message).toBe('Question 2 is not there any more. Take it out.')
    expect(problem(picked('gone', 'made-903.a', 'own:gone:v1', 'lost'))?.message).toContain('Questions 1, 3 and 4 are')
    expect(problem(picked('made-903.a'))).toBeNull()
  })
})

it('knows the lessons and topics that are to be worked on', () => {
  const problem = (lessonIds: string[], topicIds: string[]) =>
    problemWithWork({ kind: 'cards', lessonIds, topicIds }, bank, knows)
  expect(problem(['one'], ['crimes'])).toBeNull()
  expect(problem([], [])?.message).toContain('at least one lesson or topic')
  expect(problem(['two'], [])?.field).toBe('work.lessonIds')
  expect(problem([], ['peace'])?.field).toBe('work.topicIds')
  expect(problemWithWork({ kind: 'lessons', lessonIds: ['two'] }, bank, knows)?.message).toContain('“two”')
})
