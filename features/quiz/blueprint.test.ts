import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeFact } from '@/testing/factories.ts'
import {
  type AskedItem,
  askedItems,
  type Blueprint,
  type BlueprintCell,
  type DrawnForm,
  drawParallelForm,
  drawParallelForms,
  fits,
} from './blueprint.ts'
import { difficultySchema } from './difficulty.ts'
import type { Item, ItemType } from './item.ts'
import { singleChoiceExamples } from './items/single-choice/examples.ts'

const [example] = singleChoiceExamples as [(typeof singleChoiceExamples)[number]]

/** What a blueprint looks at; the rest is of no concern here. */
interface Made {
  type?: ItemType
  facts?: string[]
  sentences?: string[]
  topics?: string[]
  difficulty?: AskedItem['difficulty']
}

/** An easy item of one fact, with a sentence of its own, unless told otherwise. */
function made(index: number, given: Made = {}): AskedItem {
  const { type = 'single-choice', facts = [`fact-${index}`], sentences = [`made#${index}`] } = given
  const item = { ...example, id: `made-${index}.a`, type, factIds: facts, locators: sentences } as Item
  const { topics = [], difficulty = 'easy' } = given
  return { item, topics: new Set(topics), difficulty, shows: new Set([...facts, ...sentences]) }
}

const kinds = ['single-choice', 'true-false', 'ordering'] as const
const topics = ['here', 'there']
const numbered = (prefix: string) => fc.integer({ min: 0, max: 40 }).map((n) => `${prefix}${n}`)

const banks = fc
  .array(
    fc.record({
      type: fc.constantFrom(...kinds),
      facts: fc.uniqueArray(numbered('fact-'), { minLength: 1, maxLength: 3 }),
      sentences: fc.uniqueArray(numbered('made#'), { minLength: 1, maxLength: 3 }),
      topics: fc.subarray(topics),
      difficulty: fc.constantFrom(...difficultySchema.options),
    }),
    { minLength: 10, maxLength: 60 },
  )
  .map((list) => list.map((one, index) => made(index, one)))

const blueprints: fc.Arbitrary<Blueprint> = fc.array(
  fc.record(
    {
      topics: fc.subarray(topics),
      kinds: fc.subarray([...kinds]),
      difficulty: fc.constantFrom(...difficultySchema.options),
      count: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ['count'] },
  ),
  { minLength: 1, maxLength: 4 },
)

const formNumbers = fc.integer({ min: 1, max: 4 })

function itemsOf(drawn: DrawnForm): Item[] {
  if ('shortfall' in drawn) throw new Error(`not drawn: ${JSON.stringify(drawn.shortfall)}`)
  return drawn.items
}

/** Whether each item can be given a place in the blueprint so that all places are taken. */
function fillsExactly(items: readonly AskedItem[], blueprint: Blueprint): boolean {
  const places = blueprint.flatMap((cell) => Array<BlueprintCell>(cell.count).fill(cell))
  const holder = new Map<number, AskedItem>()
  const seat = (asked: AskedItem, tried: Set<number>): boolean =>
    places.some((cell, place) => {
      if (tried.has(place) || !fits(cell, asked)) return false
      tried.add(place)
      const before = holder.get(place)
      if (before !== undefined && !seat(before, tried)) return false
      holder.set(place, asked)
      return true
    })
  return items.length === places.length && items.every((asked) => seat(asked, new Set()))
}

describe('drawParallelForm', () => {
  it('holds exactly as many items for each cell as it counts', () => {
    let formsDrawn = 0
    fc.assert(
      fc.property(banks, blueprints, fc.string(), formNumbers, (bank, blueprint, seed, form) => {
        const drawn = drawParallelForm(bank, blueprint, seed, form)
        if ('shortfall' in drawn) return
        formsDrawn += 1
        const ids = new Set(drawn.items.map(({ id }) => id))
        expect(
          fillsExactly(
            bank.filter(({ item }) => ids.has(item.id)),
            blueprint,
          ),
        ).toBe(true)
      }),
    )
    expect(formsDrawn).toBeGreaterThan(10)
  })

  it('asks no item, no fact and no sentence twice', () => {
    fc.assert(
      fc.property(banks, fc.string(), formNumbers, (bank, seed, form) => {
        const items = itemsOf(drawParallelForm(bank, [{ count: 3 }], seed, form))
        for (const all of [
          items.map(({ id }) => id),
          items.flatMap(({ factIds }) => factIds),
          items.flatMap(({ locators }) => locators),
        ]) {
          expect(new Set(all).size).toBe(all.length)
        }
      }),
    )
  })

  it('draws the same for the same seed and form, whatever order the bank is in', () => {
    const shuffledBanks = banks.chain((bank) =>
      fc.tuple(fc.constant(bank), fc.shuffledSubarray(bank, { minLength: bank.length })),
    )
    fc.assert(
      fc.property(shuffledBanks, blueprints, fc.string(), formNumbers, ([bank, shuffled], blueprint, seed, form) => {
        expect(drawParallelForm(shuffled, blueprint, seed, form)).toEqual(drawParallelForm(bank, blueprint, seed, form))
      }),
    )
  })

  it('is the one of that number among all that are drawn', () => {
    fc.assert(
      fc.property(banks, blueprints, fc.string(), formNumbers, (bank, blueprint, seed, form) => {
        const all = drawParallelForms(bank, blueprint, seed, 4)
        expect(drawParallelForm(bank, blueprint, seed, form)).toEqual(all[form - 1])
      }),
    )
  })

  it('asks in no form what another form asks, until a cell runs out, and then only in that cell', () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    fc.assert(
      fc.property(counts, formNumbers, fc.string(), ([few, many], forms, seed) => {
        const blueprint: Blueprint = [
          { kinds: ['ordering'], count: few },
          { kinds: ['true-false'], count: many },
        ]
        // Just enough of the one for these forms, on the same facts; enough of the other for one more.
        const bank = [
          ...Array.from({ length: few * forms }, (_, index) =>
            made(index, { type: 'ordering', facts: [`fact-${index % few}`] }),
          ),
          ...Array.from({ length: many * (forms + 1) }, (_, index) => made(100 + index, { type: 'true-false' })),
        ]
        const drawn = drawParallelForms(bank, blueprint, seed, forms + 1)
        const ids = drawn.slice(0, forms).flatMap((form) => itemsOf(form).map(({ id }) => id))
        expect(new Set(ids).size).toBe(ids.length)
        for (const form of drawn.slice(0, forms)) expect(form).toMatchObject({ repetitions: [] })
        expect(drawn[forms]).toMatchObject({ repetitions: [{ cell: 0, repeated: few }] })
      }),
    )
  })

  it('says truly how much of a form an earlier form asks', () => {
    fc.assert(
      fc.property(banks, blueprints, fc.string(), (bank, blueprint, seed) => {
        const asked = new Set<string>()
        for (const form of drawParallelForms(bank, blueprint, seed, 4)) {
          // What a form asks that could not be drawn is not told.
          if ('shortfall' in form) return
          const again = form.items.filter(({ id }) => asked.has(id)).length
          expect(form.repetitions.reduce((sum, { repeated }) => sum + repeated, 0)).toBe(again)
          for (const { id } of form.items) asked.add(id)
        }
      }),
    )
  })

  it('tells which cell lacks how many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.string(),
        (there, lacking, seed) => {
          const bank = [
            ...Array.from({ length: there }, (_, index) => made(index, { type: 'ordering' })),
            // More items, but of facts that are there already.
            ...Array.from({ length: there }, (_, index) =>
              made(50 + index, { type: 'ordering', facts: [`fact-${index}`] }),
            ),
            ...Array.from({ length: 4 }, (_, index) => made(100 + index)),
          ]
          const blueprint: Blueprint = [
            { kinds: ['single-choice'], count: 4 },
            { kinds: ['ordering'], count: there + lacking },
          ]
          expect(drawParallelForm(bank, blueprint, seed, 1)).toEqual({ shortfall: [{ cell: 1, lacking }] })
          const both: Blueprint = [{ kinds: ['single-choice'], count: 6 }, ...blueprint.slice(1)]
          expect(drawParallelForm(bank, both, seed, 1)).toEqual({
            shortfall: [
              { cell: 0, lacking: 2 },
              { cell: 1, lacking },
            ],
          })
        },
      ),
    )
  })

  it('leaves to a scarce cell what it needs, in this form and in those to come', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const bank = [
          ...Array.from({ length: 3 }, (_, index) => made(index, { type: 'ordering' })),
          ...Array.from({ length: 6 }, (_, index) => made(100 + index)),
        ]
        const blueprint: Blueprint = [{ count: 2 }, { kinds: ['ordering'], count: 1 }]
        for (const form of drawParallelForms(bank, blueprint, seed, 3)) {
          expect(itemsOf(form).filter(({ type }) => type === 'ordering')).toHaveLength(1)
          expect(form).toMatchObject({ repetitions: [] })
        }
      }),
    )
  })

  /** Items of one kind, one on each of these facts. */
  const on = (type: ItemType, first: number, facts: readonly string[]) =>
    facts.map((fact, index) => made(first + index, { type, facts: [fact] }))

  const cell = (kind: ItemType, count = 1): BlueprintCell => ({ kinds: [kind], count })

  it.each([
    {
      what: 'that another cell has nothing else to ask about',
      bank: [...on('single-choice', 0, ['a', 'b', 'c']), ...on('ordering', 10, ['a', 'a', 'a', 'a', 'a'])],
      blueprint: [cell('single-choice'), cell('ordering')],
    },
    {
      what: 'that two other cells need between them',
      bank: [
        ...on('single-choice', 0, ['a', 'x', 'y']),
        ...on('ordering', 10, ['a', 'b', 'c', 'd']),
        ...on('true-false', 20, ['a', 'b', 'c', 'd']),
      ],
      blueprint: [cell('single-choice'), cell('ordering', 2), cell('true-false', 2)],
    },
    {
      what: 'that others need once an item of many facts is in',
      bank: [
        made(0, { type: 'matching', facts: ['p', 'q', 'r', 's', 't', 'u'] }),
        ...on('single-choice', 10, ['a', 'b', 'x', 'y', 'z']),
        ...on('ordering', 20, ['a', 'b', 'p', 'q', 'r', 's', 't', 'u']),
        ...on('true-false', 30, ['a', 'b', 'p', 'q', 'r', 's', 't', 'u']),
      ],
      blueprint: [cell('matching'), cell('single-choice'), cell('ordering'), cell('true-false')],
    },
  ])('does not spend on one cell a fact $what', ({ bank, blueprint }) => {
    const size = blueprint.reduce((sum, { count }) => sum + count, 0)
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(itemsOf(drawParallelForm(bank, blueprint, seed, 1))).toHaveLength(size)
      }),
    )
  })

  it('asks about facts that earlier forms do not ask about, as long as there are any', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        // Three items to a fact.
        const bank = Array.from({ length: 18 }, (_, index) => made(index, { facts: [`fact-${index % 6}`] }))
        const facts = drawParallelForms(bank, [{ count: 2 }], seed, 3).flatMap((form) =>
          itemsOf(form).flatMap(({ factIds }) => factIds),
        )
        expect(new Set(facts).size).toBe(6)
      }),
    )
  })

  it('puts what a cell asks in every place of the form about equally often', () => {
    const others = Array.from({ length: 20 }, (_, index) => made(1 + index))
    const bank = [made(0, { type: 'ordering' }), ...others]
    const seeds = 600
    const counts = [0, 0, 0]
    for (let seed = 0; seed < seeds; seed += 1) {
      const drawn = drawParallelForm(
        bank,
        [
          { kinds: ['ordering'], count: 1 },
          { kinds: ['single-choice'], count: 2 },
        ],
        `seed ${seed}`,
        1,
      )
      const place = itemsOf(drawn).findIndex(({ type }) => type === 'ordering')
      counts[place] = (counts[place] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - seeds / 3)).toBeLessThan(4 * Math.sqrt(seeds * (2 / 9)))
  })

  it('refuses a form before the first', () => {
    expect(() => drawParallelForm([made(0)], [{ count: 1 }], 'seed', 0)).toThrow(RangeError)
  })
})

describe('askedItems', () => {
  const tree = [
    { id: 'root', title: 'Root', branch: 'debates' as const },
    { id: 'branch', title: 'Branch', branch: 'debates' as const, parent: 'root' },
    { id: 'leaf', title: 'Leaf', branch: 'debates' as const, parent: 'branch' },
  ]
  const factsAndItems = (near: boolean) => {
    const one = makeFact('account', { weight: 'detail' })
    const other = makeFact('account', { near: near ? [one.id] : [] })
    const facts = [one, other]
    const items = facts.map(({ id }) => ({
      ...example,
      id: `${id}.a`,
      factIds: [id],
      locators: [id],
      topics: ['leaf'],
    }))
    return { facts, items }
  }

  it('lets a cell that names a topic take what stands under those below it, and not the other way round', () => {
    const { facts, items } = factsAndItems(false)
    const [asked] = askedItems(items, { topics: tree, facts }) as [AskedItem]
    expect(['root', 'branch', 'leaf'].every((id) => fits({ topics: [id], count: 1 }, asked))).toBe(true)
    const [above] = askedItems([{ ...example, topics: ['branch'] }], { topics: tree, facts }) as [AskedItem]
    expect(fits({ topics: ['leaf'], count: 1 }, above)).toBe(false)
  })

  it('lets in what is of any of the topics, and of any of the kinds, that a cell names', () => {
    const { facts, items } = factsAndItems(false)
    const [asked] = askedItems(items, { topics: tree, facts }) as [AskedItem]
    expect(fits({ topics: ['elsewhere', 'leaf'], kinds: ['matching', example.type], count: 1 }, asked)).toBe(true)
    expect(fits({ topics: ['elsewhere', 'leaf'], kinds: ['matching', 'ordering'], count: 1 }, asked)).toBe(false)
    expect(fits({ topics: ['elsewhere', 'nowhere'], kinds: [example.type], count: 1 }, asked)).toBe(false)
  })

  it('judges difficulty by the weight of the facts', () => {
    const { facts, items } = factsAndItems(false)
    expect(askedItems(items, { topics: tree, facts }).map(({ difficulty }) => difficulty)).toEqual(['hard', 'easy'])
  })

  it('keeps facts that are near out of one form, whichever of them says so', () => {
    for (const isReversed of [false, true]) {
      const { facts, items } = factsAndItems(true)
      const asked = askedItems(isReversed ? items.toReversed() : items, { topics: tree, facts })
      for (const seed of ['a', 'b', 'c', 'd']) {
        expect(drawParallelForm(asked, [{ count: 2 }], seed, 1)).toEqual({ shortfall: [{ cell: 0, lacking: 1 }] })
      }
    }
    const apart = factsAndItems(false)
    expect(
      itemsOf(drawParallelForm(askedItems(apart.items, { topics: tree, ...apart }), [{ count: 2 }], 'a', 1)),
    ).toHaveLength(2)
  })
})
