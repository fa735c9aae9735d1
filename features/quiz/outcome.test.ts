import { expect, it } from 'vitest'
import { examples } from './examples.ts'
import { feedbackFor } from './feedback.ts'
import { gradeResponse, type ItemType, toPublic } from './item.ts'
import { outcomeText, pointsText } from './outcome.ts'
import { keyResponse, wrongResponse } from './responses.ts'
import { feedbackShown } from './review-options.ts'

function told(type: ItemType, responseTo: (item: (typeof examples)[number]) => unknown): string {
  const item = examples.find((example) => example.type === type)
  if (item === undefined) throw new Error(`no example of ${type}`)
  const response = responseTo(item)
  const grade = gradeResponse(item, response)
  if (grade.state === 'invalid') throw new Error(grade.reason)
  const lookup = { citation: () => ({}) as never, lesson: () => null }
  return outcomeText(toPublic(item), feedbackFor(item, response, grade.score, lookup))
}

it('tells of every type what is right and what is not', () => {
  for (const { type } of examples) {
    expect(told(type, keyResponse)).toBe('Right.')
    expect(told(type, wrongResponse)).toBe('Not right.')
  }
})

it.each([
  ['matching', { pairs: { ada: 'lamps', ben: 'accounts', cleo: 'talks', dan: 'pilots' } }, '2 of 4'],
  ['categorising', { places: { lamps: 'owned', bells: 'owned', ships: 'hired', horses: 'owned' } }, '3 of 4'],
  ['cloze', { gaps: { who: 'keepers', act: 'Pier' } }, '1 of 2'],
  ['multiple-response', { optionIds: ['ada', 'ben'] }, '2 of 3'],
  ['ordering', { order: ['master', 'pilots', 'keepers', 'chair'] }, '2 of 3'],
] as const)('counts what is right of %s', (type, response, count) => {
  expect(told(type, () => response)).toBe(`Partly right: ${count}.`)
})

it('writes points with no more than two decimals, as the gradebook does', () => {
  expect([9, 8.5, 26 / 3, 0].map(pointsText)).toEqual(['9', '8.5', '8.67', '0'])
})

it('does not tell by how many there are what is right, where that is kept back', () => {
  const item = examples.find(({ type }) => type === 'multiple-response')
  if (item === undefined) throw new Error('there is no example')
  const response = { optionIds: ['ada', 'ben'] }
  const lookup = { citation: () => ({}) as never, lesson: () => null }
  const whole = feedbackFor(item, response, 2 / 3, lookup)
  const shown = feedbackShown(whole, response, new Set(['correctness']))
  if (shown === null) throw new Error('it is shown')
  expect(outcomeText(toPublic(item), shown)).toBe('Partly right.')
})
