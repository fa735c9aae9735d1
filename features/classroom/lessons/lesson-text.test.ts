import fc from 'fast-check'
import { expect, it } from 'vitest'
import { factMark, factOfLink, factsIn, lessonProblems, longestTitle } from './lesson-text.ts'

it('finds the facts that a lesson cites, each once, and no other link', () => {
  const body =
    'See [this](fact:opening-014), [that](fact:opening-014), [more](https://un.org) and [bad](fact:Opening-1).'
  expect(factsIn(body)).toEqual(['opening-014'])
})

it('finds a fact in whatever words it is cited', () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      expect(factsIn(`Before ${factMark(words, 'opening-014')} after`)).toEqual(['opening-014'])
    }),
  )
})

it.each(['https://un.org', 'javascript:alert(1)', 'fact:', 'fact:opening-14', 'fact:opening-014/..'])(
  'takes %s for no fact',
  (href) => expect(factOfLink(href)).toBeNull(),
)

it('says what is missing or too much at its field', () => {
  expect(lessonProblems({ title: ' ', body: 'x' })).toEqual([{ field: 'title', message: 'This is still empty.' }])
  expect(lessonProblems({ title: 't'.repeat(longestTitle + 2), body: 'x' })[0]?.message).toContain('take 2 out')
  expect(lessonProblems({ title: 't', body: 'b' })).toEqual([])
})
