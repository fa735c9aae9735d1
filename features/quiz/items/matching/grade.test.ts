import { expect, it } from 'vitest'
import { matchingExamples } from './examples.ts'
import { gradeMatching, revealMatching } from './grade.ts'

const [item] = matchingExamples as [(typeof matchingExamples)[number]]

it('gives each prompt an equal share', () => {
  const pairs = { ...item.key, ada: 'accounts', ben: 'lamps' }
  expect(gradeMatching(item, { pairs })).toMatchObject({
    score: 0.5,
    slots: [
      { slotId: 'ada', credit: 0 },
      { slotId: 'ben', credit: 0 },
      { slotId: 'cleo', credit: 1 },
      { slotId: 'dan', credit: 1 },
    ],
  })
})

it('tells of every wrong choice why the right one is right', () => {
  const ofAda = revealMatching(item).reasons.filter(({ slotId }) => slotId === 'ada')
  expect(ofAda.map(({ optionId }) => optionId)).toEqual(['accounts', 'pilots', 'talks'])
  expect(new Set(ofAda.map(({ because }) => because))).toEqual(new Set(['Ada was given the lamps.']))
})

it('calls a prompt without a choice, or with one that is not there, invalid', () => {
  const { ada: _, ...others } = item.key
  expect(gradeMatching(item, { pairs: others })).toMatchObject({
    state: 'invalid',
    reason: '“Ada Byron” has no match yet',
  })
  expect(gradeMatching(item, { pairs: { ...item.key, ada: 'tea' } }).state).toBe('invalid')
})
