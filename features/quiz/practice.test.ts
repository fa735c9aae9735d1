import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examples } from './examples.ts'
import type { Item, ItemType } from './item.ts'
import {
  drawPractice,
  historyOf,
  type PracticeChoice,
  type PracticeHistory,
  practiceCounts,
  practicePools,
} from './practice.ts'

const topics = [
  { id: 'lamps', parent: 'harbour' },
  { id: 'oil', parent: 'lamps' },
  { id: 'harbour' },
  { id: 'council' },
]
const topicIds = topics.map(({ id }) => id)
const kinds = [...new Set(examples.map(({ type }) => type))]
const anything: PracticeChoice = { focus: 'mixed', topicIds: [], kinds: [], factIds: [], length: 10 }
const newcomer: PracticeHistory = { latestScores: new Map(), metFactIds: new Set() }

function madeItem(id: string, factIds: string[], more: Partial<Pick<Item, 'topics'>> & { type?: ItemType } = {}): Item {
  const example = examples.find(({ type }) => type === (more.type ?? 'single-choice')) as Item
  return { ...example, id, factIds, topics: more.topics ?? ['council'] }
}

/** Two items to each of so many facts: "made-001.a" and "made-001.b". */
function pairs(count: number): Item[] {
  return Array.from({ length: count }, (_, index) => `made-${String(index).padStart(3, '0')}`).flatMap((fact) => [
    madeItem(`${fact}.a`, [fact]),
    madeItem(`${fact}.b`, [fact]),
  ])
}

/** The history of a learner with these latest scores, and nothing seen on cards. */
function having(scores: Readonly<Record<string, number>>): PracticeHistory {
  return historyOf(
    Object.entries(scores).map(([itemId, score]) => ({ itemId, score, firstTryScore: null })),
    (itemId) => [itemId.split('.')[0] ?? ''],
  )
}

const factId = fc.nat(14).map((number) => `made-${number}`)
const bank = fc
  .array(
    fc.record({
      factIds: fc.uniqueArray(factId, { minLength: 1, maxLength: 3 }),
      topics: fc.uniqueArray(fc.constantFrom(...topicIds), { minLength: 1 }),
      type: fc.constantFrom(...kinds),
    }),
    { maxLength: 40 },
  )
  .map((items) => items.map(({ factIds, ...more }, index) => madeItem(`item-${index}`, factIds, more)))
const score = fc.constantFrom(0, 0.5, 1)
const history = fc
  .record({
    latestScores: fc.dictionary(
      fc.nat(39).map((number) => `item-${number}`),
      score,
    ),
    metFactIds: fc.array(factId),
  })
  .map(({ latestScores, metFactIds }) => ({
    latestScores: new Map(Object.entries(latestScores)),
    metFactIds: new Set(metFactIds),
  }))
const choice = fc.record({
  focus: fc.constantFrom('mixed', 'wrong', 'unseen'),
  topicIds: fc.subarray(topicIds),
  kinds: fc.subarray(kinds),
  factIds: fc.oneof(fc.constant([]), fc.uniqueArray(factId)),
  length: fc.integer({ min: 1, max: 20 }),
})

const idsOf = (items: readonly Item[]) => items.map(({ id }) => id)
const factsOf = (items: readonly Item[]) => items.flatMap(({ factIds }) => factIds)

describe('drawPractice', () => {
  it('draws the same form for the same seed, whatever order the bank is in', () => {
    const shuffledBank = bank.chain((items) =>
      fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
    )
    fc.assert(
      fc.property(shuffledBank, history, choice, fc.string(), ([items, shuffled], known, wanted, seed) => {
        const form = drawPractice(items, topics, known, wanted, seed)
        expect(drawPractice(shuffled, topics, known, wanted, seed)).toEqual(form)
      }),
    )
  })

  it('draws from the pool of its focus, at most one item of a fact, and no more than wanted', () => {
    fc.assert(
      fc.property(bank, history, choice, fc.string(), (items, known, wanted, seed) => {
        const form = drawPractice(items, topics, known, wanted, seed)
        expect(idsOf(practicePools(items, topics, known, wanted)[wanted.focus])).toEqual(
          expect.arrayContaining(idsOf(form)),
        )
        expect(new Set(factsOf(form)).size).toBe(factsOf(form).length)
        expect(form.length).toBeLessThanOrEqual(wanted.length)
      }),
    )
  })

  it('is shorter than wanted only if every other item of the pool shares a fact with the form', () => {
    fc.assert(
      fc.property(bank, history, choice, fc.string(), (items, known, wanted, seed) => {
        const form = drawPractice(items, topics, known, wanted, seed)
        if (form.length === wanted.length) return
        const asked = new Set(factsOf(form))
        for (const { factIds } of practicePools(items, topics, known, wanted)[wanted.focus]) {
          expect(factIds.some((id) => asked.has(id))).toBe(true)
        }
      }),
    )
  })

  it('asks another form under another seed', () => {
    const forms = Array.from({ length: 20 }, (_, seed) =>
      drawPractice(pairs(30), topics, newcomer, anything, `${seed}`),
    )
    expect(new Set(forms.map((form) => idsOf(form).join())).size).toBe(forms.length)
  })

  it('asks a fact about which there are many items no more often than one with a single item', () => {
    const many = Array.from({ length: 9 }, (_, index) => madeItem(`made-000.${index}`, ['made-000']))
    const single = Array.from({ length: 9 }, (_, index) => madeItem(`made-10${index}.a`, [`made-10${index}`]))
    const draws = 2000
    let asked = 0
    for (let seed = 0; seed < draws; seed += 1) {
      const wanted = { ...anything, focus: 'unseen' as const, length: 5 }
      const form = drawPractice([...many, ...single], topics, newcomer, wanted, `seed ${seed}`)
      if (factsOf(form).includes('made-000')) asked += 1
    }
    // Five of ten facts; four standard deviations are allowed.
    expect(Math.abs(asked - draws / 2)).toBeLessThan(4 * Math.sqrt(draws / 4))
  })

  describe('of what went wrong', () => {
    const wrong = { ...anything, focus: 'wrong' as const }

    it('asks only about facts that were missed, wholly or in part', () => {
      const known = having({ 'made-000.a': 0, 'made-001.b': 0.5, 'made-002.a': 1 })
      fc.assert(
        fc.property(fc.string(), (seed) => {
          const form = drawPractice(pairs(9), topics, known, wrong, seed)
          expect(factsOf(form).toSorted()).toEqual(['made-000', 'made-001'])
        }),
      )
    })

    it('mostly asks another item of the fact, and the missed one in about a third of the forms', () => {
      const known = having({ 'made-000.a': 0 })
      const draws = 2000
      let again = 0
      for (let seed = 0; seed < draws; seed += 1) {
        const [item] = drawPractice(pairs(1), topics, known, wrong, `seed ${seed}`)
        if (item?.id === 'made-000.a') again += 1
      }
      expect(Math.abs(again - draws / 3)).toBeLessThan(4 * Math.sqrt(draws * (2 / 9)))
    })

    it('asks the other items of the fact about equally often, of however many facts they are', () => {
      const items = [
        madeItem('made-000.a', ['made-000']),
        madeItem('made-000.b', ['made-000', 'made-001', 'made-002', 'made-003']),
        madeItem('made-000.c', ['made-000']),
      ]
      const draws = 2000
      const counts: Record<string, number> = {}
      for (let seed = 0; seed < draws; seed += 1) {
        const [first] = drawPractice(
          items,
          topics,
          having({ 'made-000.a': 0 }),
          { ...wrong, length: 1 },
          `seed ${seed}`,
        )
        if (first !== undefined) counts[first.id] = (counts[first.id] ?? 0) + 1
      }
      for (const { id } of items) {
        expect(Math.abs((counts[id] ?? 0) - draws / 3)).toBeLessThan(4 * Math.sqrt(draws * (2 / 9)))
      }
    })

    it('asks the missed item where there is no other', () => {
      const only = [madeItem('made-000.a', ['made-000'])]
      expect(drawPractice(only, topics, having({ 'made-000.a': 0 }), wrong, 'seed')).toEqual(only)
    })

    it('knows of a miss outside the scope, and asks within it', () => {
      const items = [
        madeItem('made-000.a', ['made-000'], { type: 'numeric' }),
        madeItem('made-000.b', ['made-000'], { type: 'matching' }),
      ]
      const wanted = { ...wrong, kinds: ['matching' as const] }
      expect(idsOf(drawPractice(items, topics, having({ 'made-000.a': 0 }), wanted, 'seed'))).toEqual(['made-000.b'])
    })
  })

  describe('of what was never asked', () => {
    const unseen = { ...anything, focus: 'unseen' as const }

    it('asks about facts never met before any other', () => {
      fc.assert(
        fc.property(bank, history, fc.integer({ min: 1, max: 10 }), fc.string(), (items, known, length, seed) => {
          const form = drawPractice(items, topics, known, { ...unseen, length }, seed)
          const isNew = ({ factIds }: Item) => factIds.some((id) => !known.metFactIds.has(id))
          if (form.every(isNew)) return
          const asked = new Set(factsOf(form))
          for (const item of items) {
            if (!isNew(item) || known.latestScores.has(item.id)) continue
            expect(item.factIds.some((id) => asked.has(id))).toBe(true)
          }
        }),
      )
    })

    it('then asks new items of facts that have been met', () => {
      const form = drawPractice(pairs(2), topics, having({ 'made-000.a': 1 }), unseen, 'seed')
      expect(idsOf(form)).toContain('made-000.b')
      expect(form).toHaveLength(2)
    })
  })

  describe('of everything', () => {
    /** Twenty facts that went wrong, twenty that are known, twenty never met; every answer was to the first item. */
    const items = pairs(60)
    const known = having(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [`made-${String(index).padStart(3, '0')}.a`, index < 20 ? 0 : 1]),
      ),
    )
    /** The same, after all facts have been seen on cards. */
    const withCards = { ...known, metFactIds: new Set(factsOf(items)) }
    const kindOf = (item: Item) => {
      const number = Number(item.factIds[0]?.slice(-3))
      return number < 20 ? 'wrong' : known.latestScores.has(item.id) ? 'known' : 'unseen'
    }

    it.each([
      [10, 3, 3, 4],
      [5, 2, 2, 1],
      [30, 10, 10, 10],
    ])('asks of %i items %i about what went wrong, %i never asked and %i known', (length, wrong, unseen, rest) => {
      fc.assert(
        fc.property(fc.string(), (seed) => {
          for (const learner of [known, withCards]) {
            const counts = { wrong: 0, unseen: 0, known: 0 }
            const form = drawPractice(items, topics, learner, { ...anything, length }, seed)
            for (const item of form) counts[kindOf(item)] += 1
            expect(counts).toEqual({ wrong, unseen, known: rest })
          }
        }),
        { numRuns: 30 },
      )
    })

    it('lets each of the three come first in some forms, and last in some', () => {
      const ends = Array.from({ length: 60 }, (_, seed) => {
        const form = drawPractice(items, topics, known, anything, `seed ${seed}`).map(kindOf)
        return [`${form.at(0)} first`, `${form.at(-1)} last`]
      })
      expect(new Set(ends.flat()).size).toBe(6)
    })

    it('fills up from the others where one runs short', () => {
      expect(drawPractice(items, topics, newcomer, anything, 'seed')).toHaveLength(10)
      const allRight = having(Object.fromEntries(items.map(({ id }) => [id, 1])))
      expect(drawPractice(items, topics, allRight, anything, 'seed')).toHaveLength(10)
      expect(drawPractice(items, topics, known, { ...anything, length: 60 }, 'seed')).toHaveLength(60)
    })
  })
})

describe('practicePools', () => {
  it('holds what the scope allows: kinds, facts, and topics with all below them', () => {
    const items = [
      madeItem('one', ['made-1'], { topics: ['oil'], type: 'numeric' }),
      madeItem('two', ['made-1', 'made-2'], { topics: ['harbour', 'council'] }),
      madeItem('three', ['made-3'], { topics: ['council'] }),
    ]
    const within = (scope: Partial<PracticeChoice>) =>
      idsOf(practicePools(items, topics, newcomer, { ...anything, ...scope }).mixed)
    expect(within({})).toEqual(['one', 'two', 'three'])
    expect(within({ topicIds: ['harbour'] })).toEqual(['one', 'two'])
    expect(within({ topicIds: ['lamps'] })).toEqual(['one'])
    expect(within({ topicIds: ['council'] })).toEqual(['two', 'three'])
    expect(within({ kinds: ['numeric'] })).toEqual(['one'])
    expect(within({ factIds: ['made-2', 'made-3'] })).toEqual(['two', 'three'])
    expect(within({ topicIds: ['harbour'], factIds: ['made-3'] })).toEqual([])
  })

  it('ends although topics stand above each other', () => {
    const circle = [
      { id: 'lamps', parent: 'oil' },
      { id: 'oil', parent: 'lamps' },
    ]
    const items = [madeItem('one', ['made-1'], { topics: ['oil'] })]
    expect(practicePools(items, circle, newcomer, { ...anything, topicIds: ['lamps'] }).mixed).toEqual(items)
  })
})

it('counts for each focus the items of the whole bank', () => {
  expect(practiceCounts(pairs(5), newcomer)).toEqual({ mixed: 10, wrong: 0, unseen: 10 })
  expect(practiceCounts(pairs(5), having({ 'made-000.a': 0.5, 'made-001.a': 1 }))).toEqual({
    mixed: 10,
    wrong: 2,
    unseen: 8,
  })
})

it('takes the latest of several answers to an item, and counts what was seen on cards as met', () => {
  const answers = [
    { itemId: 'made-000.a', score: 0, firstTryScore: null },
    { itemId: 'made-001.a', score: 1, firstTryScore: null },
    { itemId: 'made-000.a', score: 1, firstTryScore: null },
  ]
  const { latestScores, metFactIds } = historyOf(answers, (itemId) => [itemId.slice(0, 8)], ['made-002'])
  expect(Object.fromEntries(latestScores)).toEqual({ 'made-000.a': 1, 'made-001.a': 1 })
  expect([...metFactIds].toSorted()).toEqual(['made-000', 'made-001', 'made-002'])
})

it('goes by the first of several tries, since whoever tries again has been told that it was not right', () => {
  const { latestScores } = historyOf([{ itemId: 'made-000.a', score: 1, firstTryScore: 0 }], () => ['made-000'])
  expect(latestScores.get('made-000.a')).toBe(0)
})
