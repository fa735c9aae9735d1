import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeTyped, judgeTyped, normaliseTyped } from './typed-answer.ts'

const keyOf = (accepted: string[], misreadings: string[] = [], toleratesTypos = true) => ({
  accepted,
  misreadings: misreadings.map((text) => ({ text })),
  toleratesTypos,
})

describe('what never matters', () => {
  it.each([
    ['case', 'GHANA', 'Ghana'],
    ['diacritics', 'Cote d’Ivoire', 'Côte d’Ivoire'],
    ['diacritics composed in another way', 'Co\u0302te d’Ivoire', 'C\u00f4te d’Ivoire'],
    ['a leading article', 'the General Assembly', 'General Assembly'],
    ['a leading article that is left out', 'Netherlands', 'The Netherlands'],
    ['apostrophes', "Cote d'Ivoire", 'Côte d’Ivoire'],
    ['hyphens', 'Ban Ki moon', 'Ban Ki-moon'],
    ['full stops at the end', 'Ghana.', 'Ghana'],
    ['quotation marks', '“never again”', 'never again'],
    ['spaces', '  Ban   Ki-moon ', 'Ban Ki-moon'],
  ])('%s', (_, typed, accepted) => {
    expect(judgeTyped(typed, keyOf([accepted], [], false))).toBe('right')
  })

  it('is gone for good: normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseTyped(text)
        fc.pre(!/^(the|an?) /.test(once))
        expect(normaliseTyped(once)).toBe(once)
      }),
    )
  })
})

describe('a slip in typing', () => {
  it.each([
    // One letter in words of five to eight.
    ['Ghanna', 'Ghana', 'close'],
    ['Ghannna', 'Ghana', 'wrong'],
    ['Rwnada', 'Rwanda', 'wrong'],
    // Two in longer ones.
    ['Guatamela', 'Guatemala', 'close'],
    ['Gautamela', 'Guatemala', 'wrong'],
    // None in shorter ones.
    ['Mall', 'Mali', 'wrong'],
    ['Chadd', 'Chad', 'wrong'],
  ] as const)('“%s” for “%s” is %s', (typed, accepted, verdict) => {
    expect(judgeTyped(typed, keyOf([accepted]))).toBe(verdict)
  })

  it('counts against the nearest accepted answer', () => {
    expect(judgeTyped('Secretary-Generl', keyOf(['Ban Ki-moon', 'Secretary-General']))).toBe('close')
  })

  it('is not overlooked where one letter is another name', () => {
    expect(judgeTyped('ICRtoPP', keyOf(['ICRtoP'], [], false))).toBe('wrong')
  })

  it('never touches digits', () => {
    const key = keyOf(['resolution 1973'])
    expect(judgeTyped('resolutoin 1973', key)).toBe('close')
    expect(judgeTyped('resolution 1970', key)).toBe('wrong')
    expect(judgeTyped('resolution 19733', key)).toBe('wrong')
    expect(judgeTyped('resolution', key)).toBe('wrong')
  })
})

describe('a known mistake', () => {
  it('is never close, nor is what is as near to it as to a right answer', () => {
    const key = keyOf(['Austria'], ['Australia', 'Austrian'])
    expect(judgeTyped('Austrian', key)).toBe('wrong')
    expect(judgeTyped('Austriax', key)).toBe('wrong')
    expect(judgeTyped('Austri', key)).toBe('close')
  })

  it('is never close, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (accepted, misreading) => {
        fc.pre(normaliseTyped(accepted) !== normaliseTyped(misreading))
        expect(judgeTyped(misreading, keyOf([accepted], [misreading]))).toBe('wrong')
      }),
    )
  })

  it('is told by its own name, and any other wrong answer by none', () => {
    const key = keyOf(['Austria'], ['Australia'])
    expect(gradeTyped('gap', 'the AUSTRALIA', key)).toEqual({ slotId: 'gap', credit: 0, misreadingId: 'australia' })
    expect(gradeTyped('gap', 'Peru', key)).toEqual({ slotId: 'gap', credit: 0 })
  })
})
