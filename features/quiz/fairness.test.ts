import { describe, expect, it } from 'vitest'
import { unfairnessOf } from './fairness.ts'
import type { ItemOf } from './item.ts'
import { singleChoiceExamples } from './items/single-choice/examples.ts'

const [fair] = singleChoiceExamples as [ItemOf<'single-choice'>]
const withOptions = (change: (option: ItemOf<'single-choice'>['options'][number]) => object) => ({
  ...fair,
  options: fair.options.map((option) => ({ ...option, ...change(option) })),
})

describe('unfairnessOf', () => {
  it('finds nothing in a fair item', () => {
    expect(unfairnessOf(fair)).toEqual([])
  })

  it('finds a key that is not among the options', () => {
    expect(unfairnessOf({ ...fair, key: 'gone' })).toContain('its key is not among its options')
  })

  it('finds two options that read alike but for case and punctuation', () => {
    const item = withOptions(({ id }) => (id === 'o1' ? { text: '“tuesday”.' } : {}))
    expect(unfairnessOf(item)).toContain('two options read alike')
  })

  it('finds a distractor without a reason', () => {
    const item = withOptions(({ id }) => (id === 'o1' ? { because: null, proof: null } : {}))
    expect(unfairnessOf(item)).toEqual([expect.stringContaining('"o1"')])
  })

  it('finds a key that stands out by its length', () => {
    const item = withOptions(({ id }) =>
      id === 'o2' ? { text: 'Tuesday, the only day on which everybody could come together' } : {},
    )
    expect(unfairnessOf(item)).toEqual([expect.stringContaining('longest')])
  })

  it('finds an explanation that can be read before the answer', () => {
    expect(unfairnessOf({ ...fair, explanation: fair.stem })).toContain('its explanation can be read before the answer')
  })
})
