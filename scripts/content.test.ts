import { describe, expect, it } from 'vitest'
import { unfairnessOf } from '@/features/quiz/fairness.ts'
import { drawForm, formLength } from '@/features/quiz/form.ts'
import { gradeResponse, toPublic } from '@/features/quiz/item.ts'
import { readContent } from './content.ts'

const { loaded, items, cards } = readContent()
const { lessons, facts } = loaded.catalog

describe('the content of the project', () => {
  it('is large enough to learn from', () => {
    expect(lessons.length).toBeGreaterThanOrEqual(3)
    expect(cards.length).toBeGreaterThanOrEqual(60)
    expect(items.length).toBeGreaterThanOrEqual(80)
  })

  it('teaches every fact in a lesson, and puts every fact on a card', () => {
    const taught = new Set(lessons.flatMap(({ factIds }) => factIds))
    const carded = new Set(cards.map(({ factId }) => factId))
    expect(facts.filter(({ id }) => !taught.has(id)).map(({ id }) => id)).toEqual([])
    expect(facts.filter(({ id }) => !carded.has(id)).map(({ id }) => id)).toEqual([])
  })

  it('gives every lesson two checks or more and a full quiz', () => {
    for (const lesson of lessons) {
      expect(lesson.checkItemIds.length).toBeGreaterThanOrEqual(2)
      const taught = new Set(lesson.factIds)
      const pool = items.filter(({ factIds }) => factIds.every((id) => taught.has(id)))
      expect(drawForm(pool, 'any seed')).toHaveLength(formLength)
    }
  })

  it('has ids that nothing else of their kind bears', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
  })
})

describe.each(items)('the item $id', (item) => {
  it('is fair, grades its key as right, and shows nothing of it before the answer', () => {
    expect(unfairnessOf(item)).toEqual([])
    const response = item.type === 'single-choice' ? { optionId: item.key } : { speakerId: item.key }
    expect(gradeResponse(item, response)).toEqual({ state: 'graded', score: 1 })
    const shown = JSON.stringify(toPublic(item))
    for (const { because } of item.options) if (because !== null) expect(shown).not.toContain(because)
    expect(shown).not.toContain(item.explanation)
  })
})
