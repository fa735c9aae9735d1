import { expect, it } from 'vitest'
import { categorisingExamples } from './examples.ts'
import { gradeCategorising, revealCategorising } from './grade.ts'

const [item] = categorisingExamples as [(typeof categorisingExamples)[number]]

it('gives each entry an equal share, and takes several in one category', () => {
  const places = { ...item.key, bells: 'hired' }
  expect(gradeCategorising(item, { places })).toMatchObject({ score: 0.75 })
})

it('tells of every wrong category why the entry belongs elsewhere', () => {
  expect(revealCategorising(item).reasons).toContainEqual({
    slotId: 'ships',
    optionId: 'owned',
    because: 'The ships are hired by the month.',
    locators: ['made#one.1.2'],
  })
})

it('calls an entry without a place, or in none that there is, invalid', () => {
  const { bells: _, ...others } = item.key
  expect(gradeCategorising(item, { places: others }).state).toBe('invalid')
  expect(gradeCategorising(item, { places: { ...item.key, bells: 'borrowed' } }).state).toBe('invalid')
})
