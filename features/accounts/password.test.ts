import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalisedPassword, passwordProblem } from './password.ts'

const owner = { email: 'Grace.Hopper@navy.example', name: 'Grace Hopper' }

describe('a password', () => {
  it.each([
    ['short', /has 5 characters.*at least 10/],
    ['nine chars'.slice(0, 9), /has 9 characters/],
    ['x'.repeat(201), /at most 200/],
    ['1qaz2wsx3edc', /anybody would try/],
    ['QwertyUiop', /anybody would try/],
    ['basketball2024!', /anybody would try/],
    ['aaaaaaaaaaaaaaaa', /anybody would try/],
    ['abababababab', /anybody would try/],
    ['gracehopper', /Your name or address/],
    ['Grace-Hopper-99', /Your name or address/],
    ['grace.hopper@navy.example', /Your name or address/],
  ])('%s will not do', (password, problem) => {
    expect(passwordProblem(password, owner)).toMatch(problem)
  })

  it.each([
    'correct horse battery staple',
    'kjh3 98fk-1',
    'grace under pressure, always',
    'пароль из многих слов',
    '😀🎈🌍🚲🎻📚🪴🧵🦊🍐',
  ])('%s will do', (password) => {
    expect(passwordProblem(password, owner)).toBeNull()
  })

  it('is the same however its letters are composed', () => {
    expect(normalisedPassword('caf\u00e9 and cake')).toBe(normalisedPassword('cafe\u0301 and cake'))
  })

  it('needs no kind of character: any long enough row of words is taken', () => {
    const word = fc.stringMatching(/^[a-z]{4,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 4, maxLength: 8 }), (words) => {
        fc.pre(new Set(words.join('')).size >= 4)
        expect(passwordProblem(words.join(' '), { email: 'zz9@example.org', name: '' })).toBeNull()
      }),
    )
  })
})
