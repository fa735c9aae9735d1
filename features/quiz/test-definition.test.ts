import { describe, expect, it } from 'vitest'
import { formatIssue, issuesOf } from '@/features/catalog/content-issue.ts'
import { partsShown, reviewParts } from './review-options.ts'
import { formSize, testFileSchema } from './test-definition.ts'

const sound = {
  id: 'made-test',
  title: 'A made-up test',
  description: 'It asks about nothing.',
  blueprint: [{ count: 3 }, { topics: ['made-topic'], kinds: ['ordering'], difficulty: 'hard', count: 2 }],
  forms: 2,
  minutes: 20,
  itemsPerPage: 5,
  navigation: 'free',
  whenTimeIsUp: 'submit',
}

/** What is said about a file with this one test in it; nothing if all is well. */
function messagesAbout(test: object): string {
  const result = testFileSchema.safeParse([test])
  return result.success ? '' : issuesOf('tests.yaml', [test], result.error).map(formatIssue).join('\n')
}

describe('testFileSchema', () => {
  it('takes a test with what it may leave out left out', () => {
    expect(testFileSchema.parse([sound])).toEqual([{ ...sound, graceSeconds: 0, withCertainty: false }])
  })

  it('names test and cell of a kind that does not exist, and shows the nearest', () => {
    const message = messagesAbout({ ...sound, blueprint: [{ kinds: ['orderings'], count: 1 }] })
    expect(message).toContain('content/tests.yaml: made-test › blueprint › 1 › kinds › 1')
    expect(message).toContain('ordering')
  })

  it.each([
    ['a field that does not exist', { lenght: 3 }],
    ['no cell', { blueprint: [] }],
    ['a cell of no item', { blueprint: [{ count: 0 }] }],
    ['a single form', { forms: 1 }],
    ['ten forms', { forms: 10 }],
    ['a title with a full stop', { title: 'A test.' }],
    ['no sentence to the learner', { description: 'Nothing' }],
    ['grace of no length', { whenTimeIsUp: 'grace' }],
    ['grace that is never given', { graceSeconds: 60 }],
    ['time that is up where there is no limit', { minutes: null, whenTimeIsUp: 'abandon' }],
    ['a review of some moments only', { review: { 'immediately-after': [] } }],
    ['a review while the test is taken', { review: { ...withheld(), during: [] } }],
    ['a review that hides the questions', { review: { ...withheld(), 'after-close': ['attempt'] } }],
  ])('refuses %s', (_, change) => {
    expect(messagesAbout(sound)).toBe('')
    expect(messagesAbout({ ...sound, ...change })).not.toBe('')
  })

  it('takes grace with its length, and no limit at all', () => {
    expect(messagesAbout({ ...sound, whenTimeIsUp: 'grace', graceSeconds: 60 })).toBe('')
    expect(messagesAbout({ ...sound, minutes: null })).toBe('')
  })

  it('shows the questions at every moment, with them what the author lets show, and everything where none is named', () => {
    const [test] = testFileSchema.parse([{ ...sound, review: { ...withheld(), 'after-close': ['marks'] } }])
    expect([...partsShown(test?.review ?? null, 'during')]).toEqual(['attempt'])
    expect([...partsShown(test?.review ?? null, 'immediately-after')]).toEqual(['attempt'])
    expect([...partsShown(test?.review ?? null, 'after-close')]).toEqual(['attempt', 'marks'])
    const [open] = testFileSchema.parse([sound])
    expect([...partsShown(open?.review ?? null, 'immediately-after')]).toEqual(reviewParts)
  })
})

function withheld() {
  return { 'immediately-after': [], 'later-while-open': [], 'after-close': [] }
}

describe('formSize', () => {
  it('adds up what the cells count', () => {
    expect(formSize({ blueprint: [{ count: 3 }, { count: 2 }] })).toBe(5)
  })
})
