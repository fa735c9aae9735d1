import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examples } from './examples.ts'
import { drawForm } from './form.ts'
import { type Item, type ItemOf, type PublicItem, type PublicItemOf, shuffledFor, toPublic } from './item.ts'
import { clozeExamples } from './items/cloze/examples.ts'
import type { PublicOption } from './items/core.ts'
import { singleChoiceExamples } from './items/single-choice/examples.ts'

const [example] = singleChoiceExamples as [(typeof singleChoiceExamples)[number]]
const pool = Array.from({ length: 40 }, (_, index) => ({
  ...example,
  id: `made-${index}.a`,
  // Two items to a fact.
  factIds: [`made-${Math.floor(index / 2)}`],
}))

/** The options a learner chooses from, in their order. */
function optionsOf(item: PublicItem): PublicOption[] {
  if (item.type === 'single-choice' || item.type === 'multiple-response') return item.options
  if (item.type !== 'cloze') return []
  return item.gaps.flatMap((gap) => (gap.kind === 'chosen' ? gap.options : []))
}

const [cloze] = clozeExamples as [ItemOf<'cloze'>]
/** The first of the options stays last: where it stands is not where it is shown. */
const clozeWithLast: Item = {
  ...cloze,
  id: 'made-916.a',
  gaps: cloze.gaps.map((gap) =>
    gap.kind === 'chosen'
      ? { ...gap, options: gap.options.map((option, at) => (at === 0 ? { ...option, staysLast: true } : option)) }
      : gap,
  ),
}
const withLast = [...examples, clozeWithLast].filter((item) =>
  optionsOf(toPublic(item)).some(({ staysLast }) => staysLast),
)

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
  it('puts the key in every place about equally often', () => {
    const seeds = 3000
    const places = [0, 0, 0]
    for (let seed = 0; seed < seeds; seed += 1) {
      const shown = shuffledFor(toPublic(example), `seed ${seed}`) as PublicItemOf<'single-choice'>
      const place = shown.options.findIndex(({ id }) => id === example.key)
      places[place] = (places[place] ?? 0) + 1
    }
    for (const count of places) expect(Math.abs(count - seeds / 3)).toBeLessThan(4 * Math.sqrt(seeds * (2 / 9)))
  })

  it('has an item of every type whose options can stay last', () => {
    expect(new Set(withLast.map(({ type }) => type))).toEqual(new Set(['single-choice', 'multiple-response', 'cloze']))
  })

  it.each(withLast)('keeps “None of these” of $id last whatever the seed', (item) => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const shown = optionsOf(shuffledFor(toPublic(item), seed))
        expect(shown.map(({ staysLast }) => staysLast === true)).toEqual(shown.map((_, at) => at === shown.length - 1))
      }),
    )
  })

  it.each(withLast)('puts every other option of $id in every place before it about equally often', (item) => {
    const seeds = 3000
    const others = optionsOf(toPublic(item)).filter(({ staysLast }) => !staysLast)
    const counts = new Map(others.map(({ id }) => [id, others.map(() => 0)]))
    for (let seed = 0; seed < seeds; seed += 1) {
      for (const [place, { id }] of optionsOf(shuffledFor(toPublic(item), `seed ${seed}`)).entries()) {
        const places = counts.get(id)
        if (places !== undefined) places[place] = (places[place] ?? 0) + 1
      }
    }
    const share = 1 / others.length
    for (const count of [...counts.values()].flat()) {
      expect(Math.abs(count - seeds * share)).toBeLessThan(4 * Math.sqrt(seeds * share * (1 - share)))
    }
  })

  it('keeps several such options behind all others', () => {
    const staysLast = true as const
    const two: Item = {
      ...example,
      options: example.options.map((option) => (option.id === 'o3' ? option : { ...option, staysLast })),
    }
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(optionsOf(shuffledFor(toPublic(two), seed))[0]?.id).toBe('o3')
      }),
    )
  })

  it('tells of an option that it stays last only where it does', () => {
    for (const option of examples.flatMap((item) => optionsOf(toPublic(item)))) {
      expect(Object.keys(option)).toEqual(option.staysLast ? ['id', 'text', 'staysLast'] : ['id', 'text'])
    }
  })
})
