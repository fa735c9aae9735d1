import { describe, expect, it } from 'vitest'
import { type Letter, mailText } from './mail-text.ts'

const link = 'https://school.example/reset#reset=a-token'
const letters: Letter[] = [
  { kind: 'sign-up', link, minutes: 24 * 60 },
  { kind: 'sign-in', link, minutes: 15 },
  { kind: 'reset', link, minutes: 60 },
  { kind: 'verify', link, minutes: 24 * 60, name: 'Ada' },
]

describe.each(letters)('an e-mail for $kind', (letter) => {
  const { subject, text } = mailText(letter)

  it('has its link on a line of its own, and says how long it is good', () => {
    expect(text.split('\n')).toContain(link)
    expect(text).toMatch(/The link works once, within (24 hours|15 minutes|one hour)\./)
  })

  it('tells whoever did not ask for it what to do', () => {
    expect(text).toMatch(/If (you did not ask for this|it is not), do nothing/)
    expect(subject).not.toBe('')
  })
})

it('lets nobody who names a class write lines of their own into an invitation', () => {
  const className = 'History\n\nSend your password to http://elsewhere.example'
  const letter = { kind: 'invitation', className, teacher: 'Ada\r\nBcc: all', classes: link } as const
  const { subject, text } = mailText(letter)
  expect(subject).not.toMatch(/[\r\n]/)
  expect(text.split('\n').filter((line) => line !== '')).toHaveLength(4)
})
