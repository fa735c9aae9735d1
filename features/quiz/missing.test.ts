import { expect, it } from 'vitest'
import { examples } from './examples.ts'
import { type ItemType, type PublicItemOf, toPublic } from './item.ts'
import { missingIn } from './missing.ts'

const shown = (type: ItemType) => {
  const item = examples.find((example) => example.type === type)
  if (item === undefined) throw new Error(`no example of ${type}`)
  return toPublic(item)
}

it.each([
  ['single-choice', null, 'Nothing chosen yet.'],
  ['multiple-response', { optionIds: [] }, 'Nothing chosen yet.'],
  ['numeric', null, 'Nothing typed yet.'],
  ['numeric', { value: Number.NaN }, 'That is no number yet. Write it in digits, such as 68 or 1,500.'],
  ['short-answer', { text: ' … ' }, 'Nothing typed yet.'],
  ['matching', { pairs: { ada: 'lamps', ben: '' } }, '3 of 4 still without a match.'],
  ['cloze', { gaps: { who: 'keepers', act: ' ' } }, '1 of 2 gaps still open.'],
  ['categorising', { places: { lamps: 'owned' } }, '3 of 4 still without a place.'],
] as const)('says what a response to %s lacks', (type, response, said) => {
  expect(missingIn(shown(type), response)).toBe(said)
})

it('does not count where there is a single gap', () => {
  const cloze = shown('cloze') as PublicItemOf<'cloze'>
  expect(missingIn({ ...cloze, gaps: cloze.gaps.slice(0, 1) }, null)).toBe('The gap is still open.')
})
