import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawForm, shuffledFor } from './form.ts'
import { singleChoiceExamples } from './items/single-choice/examples.ts'

const [example] = singleChoiceExamples as [(typeof singleChoiceExamples)[number]]
const pool = Array.from({ length: 40 }, (_, index) => ({
  ...example,
  id: `made-${index}.a`,
  // Two items to a fact.
  factIds: [`made-${Math.floor(index / 2)}`],
}))

describe('drawForm', () => {
  it('draws the same form for the same seed, whatever order the pool is in', () => {
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(pool, { minLength: pool.length }), (seed, shuffled) => {
        expect(drawForm(shuffled, seed)).toEqual(drawForm(pool, seed))
      }),
    )
  })

  it('asks no more than one item of a fact, so that none gives another away', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (seed, length) => {
        const facts = drawForm(pool, seed, length).flatMap(({ factIds }) => factIds)
        expect(new Set(facts).size).toBe(facts.length)
        expect(facts).toHaveLength(Math.min(length, 20))
      }),
    )
  })

  it('draws every item about equally often over seeds', () => {
    const draws = 4000
    const counts = new Map(pool.map(({ id }) => [id, 0]))
    for (let seed = 0; seed < draws; seed += 1) {
      for (const { id } of drawForm(pool, `seed ${seed}`)) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    // Ten of forty: each is expected in a quarter of the forms; four standard deviations are allowed.
    const expected = draws / 4
    const tolerance = 4 * Math.sqrt(draws * 0.25 * 0.75)
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(tolerance)
  })
})

describe('shuffledFor', () => {
  it('keeps the options, and their order for one attempt', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const once = shuffledFor(example, seed)
        expect(shuffledFor(example, seed)).toEqual(once)
        expect(new Set(once.options)).toEqual(new Set(example.options))
      }),
    )
  })

  it('puts the key in every place about equally often', () => {
    const seeds = 3000
    const places = [0, 0, 0]
    for (let seed = 0; seed < seeds; seed += 1) {
      const place = shuffledFor(example, `seed ${seed}`).options.findIndex(({ id }) => id === example.key)
      places[place] = (places[place] ?? 0) + 1
    }
    for (const count of places) expect(Math.abs(count - seeds / 3)).toBeLessThan(4 * Math.sqrt(seeds * (2 / 9)))
  })
})
