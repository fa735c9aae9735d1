import { describe, expect, it } from 'vitest'
import { unfairnessOf } from '@/features/quiz/fairness.ts'
import { drawForm, formLength } from '@/features/quiz/form.ts'
import { gradeResponse, reveal, toPublic } from '@/features/quiz/item.ts'
import { keyResponse, wrongResponse } from '@/features/quiz/responses.ts'
import { mutationBench, readContent } from './content.ts'
import { mutationKinds, runMutations } from './mutations.ts'

const { loaded, items, cards } = readContent()
const { lessons, facts } = loaded.catalog
const bench = mutationBench()

describe('the content of the project', () => {
  it('carries the whole record', () => {
    expect(facts.length).toBeGreaterThanOrEqual(250)
    expect(lessons.length).toBeGreaterThanOrEqual(14)
    expect(cards.length).toBeGreaterThanOrEqual(350)
    expect(items.length).toBeGreaterThanOrEqual(600)
    expect(new Set(items.map(({ type }) => type)).size).toBeGreaterThanOrEqual(8)
  })

  it('gives every lesson two checks or more and a full quiz', () => {
    for (const lesson of lessons) {
      expect(lesson.checkItemIds.length).toBeGreaterThanOrEqual(2)
      const taught = new Set(lesson.factIds)
      const pool = items.filter(({ factIds }) => factIds.every((id) => taught.has(id)))
      expect(drawForm(pool, 'any seed')).toHaveLength(formLength)
    }
  })

  it('gives every lesson four to eight minutes of reading, and says how many', () => {
    // A careful reader takes in about 140 words of such prose a minute, with its checks.
    const wrong = lessons.filter(({ passages, minutes }) => {
      const words = passages.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
      return minutes < 4 || minutes > 8 || words < minutes * 70 || words > minutes * 230
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('asks as many sentences that are borne out as sentences that are not, give or take a tenth', () => {
    const verdicts = items.flatMap((item) => (item.type === 'true-false' && item.key !== 'unsaid' ? [item.key] : []))
    const share = verdicts.filter((verdict) => verdict === 'true').length / verdicts.length
    expect(Math.abs(share - 0.5)).toBeLessThan(0.1)
  })

  it('does not make the key the longest option more often than chance would, give or take a tenth', () => {
    const choices = items.flatMap((item) => (item.type === 'single-choice' ? [item] : []))
    const longest = choices.filter(({ options, key }) => {
      const own = options.find(({ id }) => id === key)?.text.length ?? 0
      return options.every(({ id, text }) => id === key || text.length < own)
    })
    expect(longest.length / choices.length).toBeLessThan(0.25 + 0.1)
  })

  it('has ids that nothing else of their kind bears', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
  })
})

describe.skipIf(bench === undefined)(
  'the checks of the content (skipped where no copy of the document is at hand)',
  () => {
    const mutations = bench === undefined ? [] : runMutations(bench)

    it.each(mutationKinds)('notice nineteen of twenty places made wrong by another %s', (kind) => {
      const ofKind = mutations.filter((mutation) => mutation.kind === kind)
      expect(ofKind.length).toBeGreaterThan(20)
      expect(ofKind.filter(({ isCaught }) => isCaught).length / ofKind.length).toBeGreaterThanOrEqual(0.95)
    })
  },
)

describe.each(items)('the item $id', (item) => {
  it('is fair, grades its key as right, and shows nothing of it before the answer', () => {
    expect(unfairnessOf(item)).toEqual([])
    expect(gradeResponse(item, keyResponse(item))).toMatchObject({ state: 'graded', score: 1 })
    expect(gradeResponse(item, wrongResponse(item))).toMatchObject({ state: 'graded', score: 0 })
    const shown = JSON.stringify(toPublic(item))
    for (const { because } of reveal(item).reasons) expect(shown).not.toContain(because)
    expect(shown).not.toContain(item.explanation)
  })
})
