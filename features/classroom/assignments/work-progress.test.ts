import { describe, expect, it } from 'vitest'
import { lessonsRead, progressText, type Shelf, workContentOn, workParts } from './work-progress.ts'

const lessons = [
  { id: 'one', title: 'The first', checkItemIds: ['a', 'b'] },
  { id: 'two', title: 'The second', checkItemIds: ['c'] },
]
const shelf: Shelf = {
  lesson: (id) => lessons.find((lesson) => lesson.id === id),
  topicTitle: (id) => (id === 'crimes' ? 'The four crimes' : undefined),
  cardsOfLesson: (id) => (id === 'one' ? [{ id: '1' }, { id: '2' }] : []),
  cardsOfTopic: () => [{ id: '2' }, { id: '3' }],
}

describe('work on lessons', () => {
  const work = { kind: 'lessons' as const, lessonIds: ['one', 'gone', 'two'] }

  it('is done lesson by lesson, when all checks are answered', () => {
    expect(lessonsRead(lessons, new Set(['a', 'c'])).map(({ id }) => id)).toEqual(['two'])
    expect(lessonsRead(lessons, new Set(['a', 'b', 'c']))).toEqual(lessons)
  })

  it('leaves out what the catalog has given up, and leads to each lesson', () => {
    expect(workContentOn(work, shelf)).toEqual({ kind: 'lessons', lessons })
    expect(workParts(work, new Set(['a', 'c']), shelf)).toEqual([
      { title: 'The first', href: '/learn/one', done: 1, of: 2 },
      { title: 'The second', href: '/learn/two', done: 1, of: 1 },
    ])
  })
})

describe('work on cards', () => {
  const work = { kind: 'cards' as const, lessonIds: ['one'], topicIds: ['crimes', 'gone'] }

  it('counts each card once', () => {
    expect(workContentOn(work, shelf)).toEqual({ kind: 'cards', cardIds: ['1', '2', '3'] })
  })

  it('leads to each deck', () => {
    expect(workParts(work, new Set(['2']), shelf)).toEqual([
      { title: 'The first', href: '/review/one', done: 1, of: 2 },
      { title: 'The four crimes', href: '/review/topic/crimes', done: 1, of: 2 },
    ])
  })
})

it('says how far somebody is', () => {
  expect(progressText('lessons', { done: 3, of: 5 })).toBe('3 of 5 lessons read')
  expect(progressText('cards', { done: 0, of: 1 })).toBe('0 of 1 card learned')
})

it('asks nothing of a quiz', () => {
  const work = { kind: 'quiz' as const, questions: { kind: 'picked' as const, itemIds: ['a'] } }
  expect(workContentOn(work, shelf)).toBeNull()
  expect(workParts(work, new Set(), shelf)).toEqual([])
})
