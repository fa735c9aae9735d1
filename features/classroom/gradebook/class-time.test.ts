import { expect, it } from 'vitest'
import { instantAt, momentText } from './class-time.ts'

it('reads and writes times by the clock of the class, in summer as in winter', () => {
  const winter = instantAt('2026-03-02T14:05', 'Europe/Paris')
  expect(winter?.toISOString()).toBe('2026-03-02T13:05:00.000Z')
  expect(momentText(winter as Date, 'Europe/Paris')).toBe('2 March 2026, 14:05')
  expect(instantAt('2026-07-02T14:05', 'Europe/Paris')?.toISOString()).toBe('2026-07-02T12:05:00.000Z')
})

it('knows what is no time', () => {
  expect(instantAt('tomorrow', 'Europe/Paris')).toBeNull()
})
