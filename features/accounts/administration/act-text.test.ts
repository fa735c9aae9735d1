import { expect, it } from 'vitest'
import { actText, unnamedDoer } from './act-text.ts'

it('says who did what to whom', () => {
  expect(actText({ act: 'person-signed-out' }, 'Ben')).toBe('signed Ben out everywhere')
  expect(actText({ act: 'role-changed', to: 'assistant' }, '“History 10b”')).toBe(
    'made somebody in “History 10b” an assistant',
  )
  expect(actText({ act: 'class-joined' }, '“History 10b”')).toBe('joined “History 10b”')
  expect(actText({ act: 'backup-made', rows: 1 }, null)).toBe('made a backup, 1 row')
})

it('does not take what was done to somebody who is deleted for what somebody did to themselves', () => {
  expect(actText({ act: 'person-two-steps-ended' }, null)).toBe(
    'turned off two-step sign-in of somebody who is deleted since',
  )
  expect(actText({ act: 'two-steps-ended' }, null)).toBe('turned two-step sign-in off')
})

it('tells apart the program, whoever runs it, guests and who is deleted', () => {
  expect(unnamedDoer({ act: 'guests-swept', learners: 2, months: 24 }, false)).toBe('This program')
  expect(unnamedDoer({ act: 'administrator-made' }, false)).toBe('Whoever runs this program')
  expect(unnamedDoer({ act: 'exported', rows: 3 }, true)).toBe('A guest')
  expect(unnamedDoer({ act: 'deleted', rows: 3 }, false)).toBe('Somebody who is deleted since')
})
