import { probit, sampleRankCorrelation } from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { shortHash } from '@/lib/random.ts'
import { makeMarkedItem } from '@/testing/marks.ts'
import { itemAdvice, worstFirst } from './item-advice.ts'
import { itemStatistics } from './item-statistics.ts'
import type { Cell, MarkMatrix } from './mark-matrix.ts'

/** Between 0 and 1, the same for the same name. */
const chance = (name: string) => (Number.parseInt(shortHash(name).slice(0, 8), 16) + 0.5) / 2 ** 32

const itemCount = 20
const letters = ['A', 'B', 'C', 'D'] as const

/** How hard an item is: from −1.9 to 1.9 evenly, in no telling order. */
const difficultyOf = (item: number) => -1.9 + (3.8 * ((item * 7) % itemCount)) / (itemCount - 1)

/**
 * What learners choose who answer by a two-parameter logistic model: whoever is as able as an item is hard knows it with
 * 1/2, else 1 / (1 + e^(−a(ability − difficulty))), with a from 1 to 1.8. Who knows chooses what is right, A; who does
 * not, one of the others.
 */
function simulateChoices(seed: string, learners: number): string[][] {
  return Array.from({ length: learners }, (_, learner) => {
    const ability = probit(chance(`${seed} ability ${learner}`))
    return Array.from({ length: itemCount }, (_, item) => {
      const slope = 1 + 0.8 * chance(`${seed} slope ${item}`)
      const knows = chance(`${seed} ${learner} ${item}`) < 1 / (1 + Math.exp(-slope * (ability - difficultyOf(item))))
      return knows ? 'A' : (letters[1 + Math.floor(3 * chance(`${seed} other ${learner} ${item}`))] ?? 'B')
    })
  })
}

/** The marks of these choices; one item may have its key set wrongly, to B. */
function marked(choices: readonly string[][], wrongKey?: number): MarkMatrix {
  const keyOf = (item: number) => (item === wrongKey ? 'B' : 'A')
  const items = Array.from({ length: itemCount }, (_, item) => {
    const made = makeMarkedItem(`made-${item}`, { options: letters })
    return { ...made, options: made.options.map((option) => ({ ...option, isKey: option.id === keyOf(item) })) }
  })
  const attempts = choices.map((chosen) =>
    chosen.map((option, item): Cell => ({ mark: option === keyOf(item) ? 1 : 0, chosen: [option] })),
  )
  return { items, attempts }
}

describe('of learners who answer by a known model', () => {
  it.each(['one', 'two', 'three'])('the order of difficulty is found again (seed %s)', (seed) => {
    const statistics = itemStatistics(marked(simulateChoices(seed, 250)))
    const facilities = statistics.map(({ facilityIndex }) => (facilityIndex.kind === 'value' ? facilityIndex.value : 0))
    const ease = statistics.map((_, item) => -difficultyOf(item))
    expect(sampleRankCorrelation(facilities, ease)).toBeGreaterThanOrEqual(0.95)
  })

  it.each(['one', 'two', 'three'])('nothing is said of items that do their work (seed %s)', (seed) => {
    expect(itemStatistics(marked(simulateChoices(seed, 250))).flatMap(itemAdvice)).toEqual([])
  })

  it.each(['one', 'two', 'three'])(
    'a wrong key is found, whichever item has it, and nothing else (seed %s)',
    (seed) => {
      const choices = simulateChoices(seed, 250)
      for (let wrongKey = 0; wrongKey < itemCount; wrongKey += 1) {
        const reports = itemStatistics(marked(choices, wrongKey)).map((statistics) => ({
          statistics,
          advice: itemAdvice(statistics),
        }))
        expect(worstFirst(reports)[0]?.statistics.item.id).toBe(`made-${wrongKey}`)
        const found = reports.flatMap(({ statistics, advice }) =>
          advice.map(({ concern, text }) => ({ id: statistics.item.id, concern, text })),
        )
        expect(found).toEqual([
          {
            id: `made-${wrongKey}`,
            concern: 'key',
            text: expect.stringContaining('chose “A”: is the key, “B”, right?'),
          },
        ])
      }
    },
  )

  it('a dozen learners are too few to find fault with anything but that nobody earned it', () => {
    const matrix = marked(simulateChoices('one', 12), 3)
    const advice = itemStatistics(matrix).flatMap(itemAdvice)
    expect(advice.map(({ concern }) => concern)).toEqual(['nobody'])
  })
})

/** What is said of an item that these chose, who did so in the rest (marks of 10). */
function adviceOn(groups: readonly { count: number; chosen: string; rest: readonly number[] }[], options = letters) {
  const attempts = groups.flatMap(({ count, chosen, rest }) =>
    Array.from({ length: count }, (_, index): Cell[] => [
      { mark: chosen === options[0] ? 1 : 0, chosen: [chosen] },
      { mark: rest[index % rest.length] ?? 0, chosen: [] },
    ]),
  )
  const items = [makeMarkedItem('asked', { options }), makeMarkedItem('rest', { maximumMark: 10 })]
  const [asked] = itemStatistics({ items, attempts })
  return asked === undefined ? [] : itemAdvice(asked)
}

describe('itemAdvice', () => {
  it('says that an item is too easy to tell anybody apart, once that is sure', () => {
    expect(adviceOn([{ count: 40, chosen: 'A', rest: [2, 5, 8] }])).toEqual([
      { concern: 'too-easy', text: 'Too easy to tell anybody apart: 100 % of the marks in 40 attempts.' },
    ])
    expect(adviceOn([{ count: 30, chosen: 'A', rest: [2, 5, 8] }])).toEqual([])
  })

  it('says that an item does worse than guessing', () => {
    // 1 of 60, where one in four would get it by chance; at three standard errors Wilson's interval ends at 17.4.
    const advice = adviceOn([
      { count: 1, chosen: 'A', rest: [9] },
      { count: 20, chosen: 'B', rest: [2, 5, 8] },
      { count: 20, chosen: 'C', rest: [2, 5, 8] },
      { count: 19, chosen: 'D', rest: [2, 5, 8] },
    ])
    expect(advice).toEqual([
      {
        concern: 'misleading',
        text: 'Worse than guessing: 2 % of the marks in 60 attempts, where guessing earns 25 %. What misleads here?',
      },
    ])
  })

  it('leaves a hard or an easy item alone that tells those apart who know the rest', () => {
    const hard = adviceOn([
      { count: 6, chosen: 'A', rest: [9, 10] },
      { count: 54, chosen: 'B', rest: [1, 2, 3] },
      { count: 54, chosen: 'C', rest: [1, 2, 3] },
      { count: 54, chosen: 'D', rest: [1, 2, 3] },
    ])
    expect(hard).toEqual([])
    const easy = adviceOn([
      { count: 290, chosen: 'A', rest: [7, 8, 9] },
      { count: 10, chosen: 'B', rest: [1, 2] },
    ])
    expect(easy).toEqual([])
  })

  it('says that an item is too hard to tell anybody apart, where nothing is gained by guessing', () => {
    const attempts = Array.from({ length: 60 }, (_, index): Cell[] => [
      { mark: 0, chosen: [] },
      { mark: index % 10, chosen: [] },
    ])
    const [typed] = itemStatistics({
      items: [makeMarkedItem('typed'), makeMarkedItem('rest', { maximumMark: 10 })],
      attempts,
    })
    expect(typed && itemAdvice(typed)).toEqual([
      { concern: 'too-hard', text: 'Too hard to tell anybody apart: 0 % of the marks in 60 attempts.' },
    ])
  })

  it('says that nobody earned anything, in a class too small to be sure of more', () => {
    const wrongly = letters.slice(1).map((chosen) => ({ count: 4, chosen, rest: [2, 5, 8] }))
    expect(adviceOn(wrongly)).toEqual([
      { concern: 'nobody', text: 'Nobody of 12 earned anything here. Is the key right?' },
    ])
    expect(adviceOn([...wrongly, { count: 1, chosen: 'A', rest: [5] }])).toEqual([])
  })

  it('says that those who know the rest do worse, where no single option draws them', () => {
    const advice = adviceOn([
      { count: 30, chosen: 'A', rest: [1, 2, 3] },
      { count: 9, chosen: 'B', rest: [5, 6, 7] },
      { count: 9, chosen: 'C', rest: [5, 6, 7] },
      { count: 9, chosen: 'D', rest: [5, 6, 7] },
    ])
    expect(advice.map(({ concern }) => concern)).toEqual(['backwards'])
    expect(advice[0]?.text).toContain('Those who know the rest do worse here: discrimination −9')
  })

  it('says that an item tells little, only where so many have answered that it surely does', () => {
    const alike = (count: number) =>
      adviceOn(letters.map((chosen) => ({ count: chosen === 'A' ? 3 * count : count, chosen, rest: [3, 5, 7] })))
    expect(alike(90).map(({ concern }) => concern)).toEqual(['tells-little'])
    expect(alike(15)).toEqual([])
  })

  it('names the options that nobody chose, once enough chose wrongly that some should have', () => {
    const wrongly = (count: number) =>
      adviceOn([
        { count: 40, chosen: 'A', rest: [4, 6, 8] },
        { count, chosen: 'B', rest: [2, 3, 4] },
        { count, chosen: 'C', rest: [2, 3, 4] },
      ])
    expect(wrongly(15)).toEqual([
      { concern: 'idle-option', text: 'Nobody of 70 chose “D”, and other wrong options were chosen 30 times.' },
    ])
    expect(wrongly(5)).toEqual([])
  })

  it('compares with everybody else where hardly anybody chose the key', () => {
    const advice = adviceOn([
      { count: 2, chosen: 'A', rest: [3, 4] },
      { count: 20, chosen: 'B', rest: [7, 8, 9] },
      { count: 20, chosen: 'C', rest: [2, 3, 4] },
    ])
    expect(advice).toEqual([
      {
        concern: 'key',
        text: 'The strongest chose “B”: is the key, “A”, right? The 20 who chose it earned 50 % of the marks more in the rest than others.',
      },
    ])
  })

  it('does not suspect a key that the strongest chose, though many of the weakest chose one distractor', () => {
    const advice = adviceOn([
      { count: 20, chosen: 'A', rest: [7, 8, 9] },
      { count: 20, chosen: 'B', rest: [5, 6, 7] },
      { count: 30, chosen: 'C', rest: [1, 2, 3] },
      { count: 20, chosen: 'D', rest: [1, 2, 3] },
    ])
    expect(advice).toEqual([])
  })
})
