import { expect, it } from 'vitest'
import { examples } from './examples.ts'
import { answeredStates, openStates } from './gallery-states.ts'
import { gradeResponse } from './item.ts'

it.each(examples)('shows $id right and wrong, and before the answer only what is not whole', (item) => {
  expect(answeredStates(item).map(({ name }) => name)).toEqual(expect.arrayContaining(['right', 'wrong']))
  for (const { response } of openStates(item)) expect(gradeResponse(item, response).state).toBe('invalid')
})

it('shows every way to fare', () => {
  const names = new Set(examples.flatMap(answeredStates).map(({ name }) => name))
  expect(names).toEqual(new Set(['right', 'close', 'partly right', 'a known mistake', 'wrong']))
})
