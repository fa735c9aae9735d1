import { expect, it } from 'vitest'
import { foundQuestions, type ListedQuestion, type QuestionSearch } from './question-search.ts'

const question = (id: string, given: Partial<ListedQuestion>): ListedQuestion => ({
  id,
  text: 'Who spoke first?',
  kind: 'single-choice',
  difficulty: 'easy',
  topicIds: ['dialogue'],
  topics: ['The dialogue'],
  isOfBank: false,
  ...given,
})
const questions = [
  question('a', { text: 'Who spoke for Côte d’Ivoire?' }),
  question('b', { kind: 'numeric', topicIds: ['crimes', 'pillars'] }),
  question('c', { difficulty: 'hard' }),
]
const any: QuestionSearch = { text: '', topic: null, kind: null, difficulty: null }
const found = (search: Partial<QuestionSearch>) => foundQuestions(questions, { ...any, ...search }).map(({ id }) => id)

it('finds questions by words in any order, without capitals and accents', () => {
  expect(found({ text: 'ivoire COTE' })).toEqual(['a'])
  expect(found({ text: 'spoke first' })).toEqual(['b', 'c'])
})

it('narrows by topic, also one above, by kind and by difficulty', () => {
  expect(found({})).toEqual(['a', 'b', 'c'])
  expect(found({ topic: 'pillars' })).toEqual(['b'])
  expect(found({ kind: 'single-choice', difficulty: 'hard' })).toEqual(['c'])
})
