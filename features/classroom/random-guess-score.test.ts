import { describe, expect, it } from 'vitest'
import { examples } from '@/features/quiz/examples.ts'
import { gradeResponse, type Item, type ItemType } from '@/features/quiz/item.ts'
import { answerOptions, chosenOptions } from './answer-options.ts'
import { randomGuessScore } from './random-guess-score.ts'

const orders = (ids: readonly string[]): string[][] =>
  ids.length === 0
    ? [[]]
    : ids.flatMap((id) => orders(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]))

/** One of the ways for each of the keys, in every combination. */
const combinations = (waysOf: readonly (readonly [string, readonly string[]])[]): Record<string, string>[] => {
  const [first, ...rest] = waysOf
  if (first === undefined) return [{}]
  return first[1].flatMap((way) => combinations(rest).map((others) => ({ [first[0]]: way, ...others })))
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

/** Every response that a guesser may give; nothing where they are without number. */
function everyResponse(item: Item): unknown[] {
  switch (item.type) {
    case 'single-choice':
      return item.options.map(({ id }) => ({ optionId: id }))
    case 'true-false':
      return item.verdicts.map((verdict) => ({ verdict }))
    case 'quote-attribution':
      return item.options.map(({ id }) => ({ speakerId: id }))
    case 'ordering':
      return orders(ids(item.entries)).map((order) => ({ order }))
    case 'matching':
      return orders(ids(item.choices)).map((order) => ({
        pairs: Object.fromEntries(item.prompts.map(({ id }, index) => [id, order[index]])),
      }))
    case 'categorising':
      return combinations(item.entries.map(({ id }) => [id, ids(item.categories)])).map((places) => ({ places }))
    case 'cloze':
      return combinations(
        item.gaps.map((gap) => [gap.id, gap.kind === 'chosen' ? ids(gap.options) : ['qxzvkj qxzvkj']]),
      ).map((gaps) => ({ gaps }))
    case 'multiple-response':
    case 'numeric':
    case 'short-answer':
      return []
  }
}

const countable = examples.filter((item) => everyResponse(item).length > 0)

describe('randomGuessScore', () => {
  it.each(countable.map((item) => [item.id, item] as const))(
    '%s: is the mean mark of every response there is',
    (_, item) => {
      const scores = everyResponse(item).map((response) => {
        const grade = gradeResponse(item, response)
        return grade.state === 'graded' ? grade.score : Number.NaN
      })
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
      expect(randomGuessScore(item)).toMatchObject({ kind: 'value', value: expect.closeTo(100 * mean, 6) })
    },
  )

  it('is nothing where the answer is typed, and has no value where several may be chosen', () => {
    const guessOf = (type: ItemType) => examples.filter((item) => item.type === type).map(randomGuessScore)
    for (const guess of [...guessOf('numeric'), ...guessOf('short-answer')]) expect(guess).toMatchObject({ value: 0 })
    for (const guess of guessOf('multiple-response')) expect(guess.kind).toBe('undefined')
    expect(new Set(countable.map(({ type }) => type)).size).toBe(7)
  })
})

describe('answerOptions', () => {
  const chosen = countable.filter((item) => answerOptions(item).length > 0)

  it('has a key in each place, and every response chooses one option in each', () => {
    expect(new Set(chosen.map(({ type }) => type))).toEqual(
      new Set(['single-choice', 'true-false', 'quote-attribution', 'cloze']),
    )
    for (const item of chosen) {
      const options = answerOptions(item)
      const places = new Set(options.map(({ placeId }) => placeId))
      expect(new Set(options.map(({ id }) => id)).size).toBe(options.length)
      expect(options.filter(({ isKey }) => isKey)).toHaveLength(places.size)
      for (const response of everyResponse(item)) {
        const taken = options.filter(({ id }) => chosenOptions(item, response).includes(id))
        expect(taken.map(({ placeId }) => placeId)).toEqual([...places])
      }
    }
  })

  it('calls those keys that earn the mark', () => {
    for (const item of chosen.filter(({ type }) => type !== 'cloze')) {
      const keys = answerOptions(item).flatMap(({ id, isKey }) => (isKey ? [id] : []))
      for (const response of everyResponse(item)) {
        const isRight = chosenOptions(item, response).join() === keys.join()
        expect(gradeResponse(item, response)).toMatchObject({ score: isRight ? 1 : 0 })
      }
    }
  })

  it('takes every option chosen where several may be', () => {
    const item = examples.find(({ type }) => type === 'multiple-response')
    if (item?.type !== 'multiple-response') throw new Error('expected an example of multiple-response, found none')
    const options = answerOptions(item)
    expect(options.filter(({ isKey }) => isKey).map(({ id }) => id)).toEqual(
      item.options.map(({ id }) => id).filter((id) => item.keys.includes(id)),
    )
    expect(chosenOptions(item, { optionIds: item.keys })).toEqual(item.keys)
  })
})
