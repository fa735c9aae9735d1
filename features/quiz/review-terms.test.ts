import { describe, expect, it } from 'vitest'
import { lessonRules, type Plan } from './plan.ts'
import type { ReviewOptions } from './review-options.ts'
import { assignmentIdsOf, type ReviewTerms, shownParts, tellableAnswers } from './review-terms.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const plan: Plan = { kind: 'assignment', assignmentId: 'a', title: 'A test', form: 1 }
const review: ReviewOptions = {
  during: ['attempt'],
  'immediately-after': ['attempt'],
  'later-while-open': ['attempt', 'marks'],
  'after-close': ['attempt', 'correctness', 'right-answer'],
}
const terms: ReviewTerms = { review, closesAt: minutesLater(60), isHeld: false, href: '/classes/c/assignments/a' }
const attempt = { plan, rules: { ...lessonRules, behaviour: 'deferred-feedback' as const } }
const shown = (endedAt: Date | null, at: Date, given: Partial<ReviewTerms> = {}) => [
  ...shownParts(attempt, endedAt, at, new Map([['a', { ...terms, ...given }]])),
]

describe('what is shown of an assigned attempt', () => {
  it('goes by the moment and the learner’s own close', () => {
    expect(shown(null, noon)).toEqual(['attempt'])
    expect(shown(noon, minutesLater(1))).toEqual(['attempt'])
    expect(shown(noon, minutesLater(10))).toEqual(['attempt', 'marks'])
    expect(shown(noon, minutesLater(61))).toEqual(['attempt', 'correctness', 'right-answer'])
    expect(shown(noon, minutesLater(61), { closesAt: minutesLater(90) })).toEqual(['attempt', 'marks'])
  })

  it('is nothing but the learner’s own answers while grades are held, and once the assignment is gone', () => {
    for (const at of [noon, minutesLater(1), minutesLater(10), minutesLater(61)]) {
      expect(shown(noon, at, { isHeld: true })).toEqual(['attempt'])
      expect([...shownParts(attempt, noon, at, new Map())]).toEqual(['attempt'])
    }
  })

  it('is how each try fared where questions may be tried again, and what more the class has it, unless grades are held', () => {
    const adaptive = { plan, rules: { ...lessonRules, behaviour: 'adaptive' as const } }
    const during = (given: Partial<ReviewTerms>) =>
      [...shownParts(adaptive, null, noon, new Map([['a', { ...terms, ...given }]]))].sort()
    expect(during({})).toEqual(['attempt', 'correctness', 'marks'])
    expect(during({ review: { ...review, during: ['specific-feedback'] } })).toContain('specific-feedback')
    expect(during({ isHeld: true })).toEqual(['attempt'])
    expect([...shownParts(adaptive, noon, minutesLater(1), new Map([['a', terms]]))]).toEqual(['attempt'])
  })

  it('is everything after each answer where it is explained at once, unless grades are held', () => {
    const immediate = { plan, rules: lessonRules }
    expect(shownParts(immediate, null, noon, new Map([['a', terms]]))).toContain('right-answer')
    expect([...shownParts(immediate, null, noon, new Map([['a', { ...terms, isHeld: true }]]))]).toEqual(['attempt'])
  })
})

it('leaves out the answers of which nothing may be told yet, and no others', () => {
  const attempts = [
    { id: 'test', plan, rules: attempt.rules, finishedAt: noon },
    { id: 'quiz', plan: { kind: 'lesson', lessonId: 'l' } as const, rules: lessonRules, finishedAt: null },
  ]
  const answers = [{ attemptId: null }, { attemptId: 'quiz' }, { attemptId: 'test' }]
  const tellable = (at: Date) => tellableAnswers(answers, attempts, at, new Map([['a', terms]]))
  expect(tellable(minutesLater(10))).toEqual([{ attemptId: null }, { attemptId: 'quiz' }])
  expect(tellable(minutesLater(61))).toEqual(answers)
})

it('names each assignment among attempts once', () => {
  expect(assignmentIdsOf([{ plan }, { plan: { kind: 'lesson', lessonId: 'l' } }, { plan }])).toEqual(['a'])
})
