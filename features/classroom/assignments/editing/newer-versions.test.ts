import { expect, it } from 'vitest'
import { singleChoiceExamples } from '@/features/quiz/items/single-choice/examples.ts'
import { newerInWords, newerVersions } from './newer-versions.ts'

const [example] = singleChoiceExamples as [(typeof singleChoiceExamples)[number]]
const version = (id: string) => ({ ...example, id })
const itemIds = ['own:lamp:v2', 'opening-014.who', 'own:oil:v3', 'own:wick:v1']

it('finds the newest version of what is picked in an older one, and of nothing else', () => {
  const newest = ['own:lamp:v10', 'own:oil:v3', 'own:other:v9'].map(version)
  expect([...newerVersions(itemIds, newest)].map(([picked, { id }]) => [picked, id])).toEqual([
    ['own:lamp:v2', 'own:lamp:v10'],
  ])
  expect(newerVersions(['own:lamp:v11'], newest).size).toBe(0)
})

it('says which these are by their places', () => {
  expect(newerInWords(itemIds, [], false)).toBeNull()
  expect(newerInWords(itemIds, ['own:oil:v3'], false)).toBe('Question 3 has a newer version than what is picked.')
  expect(newerInWords(itemIds, ['own:lamp:v2', 'own:wick:v1'], true)).toBe(
    'Questions 1 and 4 have newer versions than what learners are asked.',
  )
})
