import { expect, it } from 'vitest'
import { moved, withChange, without } from './lines.ts'

const lines = ['a', 'b', 'c'].map((id) => ({ id, text: id }))
const order = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('')

it('changes one line and leaves the others', () => {
  expect(withChange(lines, 'b', { text: 'new' }).map(({ text }) => text)).toEqual(['a', 'new', 'c'])
  expect(withChange(lines, 'z', { text: 'new' })).toEqual(lines)
})

it('takes one line out', () => expect(order(without(lines, 'b'))).toBe('ac'))

it.each([
  ['b', -1, 'bac'],
  ['b', 1, 'acb'],
  ['a', -1, 'abc'],
  ['c', 1, 'abc'],
  ['z', 1, 'abc'],
] as const)('moves %s by %i: %s', (id, by, expected) => expect(order(moved(lines, id, by))).toBe(expected))
