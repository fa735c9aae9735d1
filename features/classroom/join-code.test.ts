import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinCodeSigns, joinPath, newJoinCode, shownJoinCode, typedJoinCode } from './join-code.ts'

const anyCode = fc
  .array(fc.constantFrom(...joinCodeSigns), { minLength: 9, maxLength: 9 })
  .map((signs) => signs.join(''))

it('is known again however it is typed', () => {
  const apart = fc.constantFrom('', ' ', '-', '–', '.', '  ')
  fc.assert(
    fc.property(anyCode, apart, fc.boolean(), (code, between, isLower) => {
      const typed = ` ${[...code].join(between)} `
      expect(typedJoinCode(isLower ? typed.toLowerCase() : typed)).toBe(code)
      expect(typedJoinCode(shownJoinCode(code))).toBe(code)
    }),
  )
})

it('takes a letter for the digit that it looks like', () => {
  expect(typedJoinCode('BSZ-BSZ-bsz')).toBe('852852852')
})

it('is not known from what can be none', () => {
  for (const typed of ['', '7KX-MQ3-TD', '7KX-MQ3-TDFF', '7KX-MQ3-TD0', '7KX-MQ3-TDÜ', '7KX/MQ3/TDF', '💡KX-MQ3-TDF']) {
    expect(typedJoinCode(typed)).toBeNull()
  }
})

it('uses every sign, and reads in threes', () => {
  const picks = Array.from({ length: 9 }, (_, index) => index)
  expect(newJoinCode(() => picks.shift() ?? 0)).toBe('23456789C')
  expect(newJoinCode((end) => end - 1)).toBe('YYYYYYYYY')
  expect(new Set(joinCodeSigns).size).toBe(25)
  expect(joinPath('7KXMQ3TDF')).toBe('/join/7KX-MQ3-TDF')
})
