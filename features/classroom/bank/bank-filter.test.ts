import { expect, it } from 'vitest'
import { type BankFilter, isListed, noFolder } from './bank-filter.ts'

const item = {
  question: 'Who opened the debate?',
  type: 'single-choice',
  folder: 'Week 1',
  tags: ['opening', 'States'],
  topics: ['dialogue'],
} as const
const all: BankFilter = { q: '', folder: '', tag: '', type: '', topic: '' }

it.each<[Partial<BankFilter>, boolean]>([
  [{}, true],
  [{ q: '  DEBATE who ' }, true],
  [{ q: 'debate states' }, true],
  [{ q: 'debate closed' }, false],
  [{ folder: 'Week 1', tag: 'States', type: 'single-choice', topic: 'dialogue' }, true],
  [{ folder: 'Week 2' }, false],
  [{ folder: noFolder }, false],
  [{ tag: 'states' }, false],
  [{ type: 'cloze' }, false],
  [{ topic: 'debates' }, false],
])('narrowed to %o it is listed: %s', (filter, expected) => {
  expect(isListed(item, { ...all, ...filter })).toBe(expected)
})

it('is found among those in no folder', () => {
  expect(isListed({ ...item, folder: '' }, { ...all, folder: noFolder })).toBe(true)
})
