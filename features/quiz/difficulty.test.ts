import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from '@/features/catalog/load.ts'
import { projectRoot } from '@/lib/paths.ts'
import { askedItems } from './blueprint.ts'
import { difficultyOf, difficultySchema, type FactWeight } from './difficulty.ts'
import { examples } from './examples.ts'
import { generateItems } from './generate/items.ts'
import type { Item, ItemType } from './item.ts'
import { clozeExamples } from './items/cloze/examples.ts'

const oneOf = (type: ItemType): Item => {
  const found = examples.find((item) => item.type === type)
  if (found === undefined) throw new Error(`there is no example of ${type}`)
  return found
}
const gradedBy = (item: Item) => (weight: FactWeight) => difficultyOf(item, () => weight)

describe('difficultyOf', () => {
  it.each(['single-choice', 'true-false', 'quote-attribution'] as const)(
    'takes %s as recognising, as hard as the fact is remote',
    (type) => {
      expect((['core', 'supporting', 'detail'] as const).map(gradedBy(oneOf(type)))).toEqual(['easy', 'medium', 'hard'])
    },
  )

  it.each(['multiple-response', 'matching', 'ordering', 'categorising'] as const)(
    'takes %s as arranging, a step harder',
    (type) => {
      expect((['core', 'supporting'] as const).map(gradedBy(oneOf(type)))).toEqual(['medium', 'hard'])
    },
  )

  it.each(['short-answer', 'numeric'] as const)('takes %s as recalling, hard even for a core fact', (type) => {
    expect(difficultyOf(oneOf(type), () => 'core')).toBe('hard')
  })

  it('takes a cloze as recalling as soon as one gap is typed', () => {
    const [cloze] = clozeExamples
    const chosen = cloze?.gaps.filter(({ kind }) => kind === 'chosen') ?? []
    expect(chosen.length).toBeGreaterThan(0)
    expect(chosen.length).toBeLessThan(cloze?.gaps.length ?? 0)
    expect(difficultyOf({ ...cloze, gaps: chosen } as Item, () => 'core')).toBe('easy')
    expect(difficultyOf(cloze as Item, () => 'core')).toBe('hard')
  })

  it('goes by the fact that the fewest will know, wherever it stands', () => {
    const item = { ...oneOf('single-choice'), factIds: ['made-001', 'made-002'] }
    const weights: Record<string, FactWeight> = { 'made-001': 'detail', 'made-002': 'core' }
    expect(difficultyOf(item, (id) => weights[id] ?? 'core')).toBe('hard')
    expect(difficultyOf({ ...item, factIds: ['made-002', 'made-001'] }, (id) => weights[id] ?? 'core')).toBe('hard')
  })

  it('gives each difficulty an eighth of the project’s items or more', () => {
    const { catalog } = loadCatalog(join(projectRoot, 'content'))
    const asked = askedItems(generateItems(catalog), catalog)
    for (const difficulty of difficultySchema.options) {
      const share = asked.filter((one) => one.difficulty === difficulty).length / asked.length
      expect(share, difficulty).toBeGreaterThanOrEqual(1 / 8)
    }
  })
})
