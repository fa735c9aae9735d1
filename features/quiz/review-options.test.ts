import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examples } from './examples.ts'
import { type Feedback, feedbackFor } from './feedback.ts'
import { gradeResponse, type Item } from './item.ts'
import { normaliseTyped } from './items/typed-answer.ts'
import { keyResponse, wrongResponse } from './responses.ts'
import {
  feedbackShown,
  feedbackWhileTrying,
  momentOf,
  partsShown,
  partsWhileTrying,
  type ReviewPart,
  reviewMoments,
  reviewParts,
} from './review-options.ts'

const lookup = {
  citation: (locator: string) => ({ locator }) as unknown as Feedback['citations'][number],
  lesson: () => ({ href: '/learn/made', title: 'Made' }),
}

function feedbackTo(item: Item, response: unknown): Feedback {
  const grade = gradeResponse(item, response)
  if (grade.state === 'invalid') throw new Error(`${item.id}: ${grade.reason}`)
  return feedbackFor(item, response, grade.score, lookup)
}

const partsArbitrary = fc.subarray([...reviewParts]).map((parts) => new Set<ReviewPart>(parts))

describe('momentOf', () => {
  const endedAt = new Date('2026-03-02T12:00:00Z')
  const minutes = (count: number) => new Date(endedAt.getTime() + count * 60_000)

  it('tells the moments apart, two minutes counting as immediately after', () => {
    expect(momentOf(null, null, endedAt)).toBe('during')
    expect(momentOf(endedAt, null, minutes(1.9))).toBe('immediately-after')
    expect(momentOf(endedAt, null, minutes(2))).toBe('later-while-open')
    expect(momentOf(endedAt, minutes(1), minutes(1))).toBe('after-close')
    expect(momentOf(endedAt, minutes(60), minutes(59))).toBe('later-while-open')
  })
})

describe('partsShown', () => {
  it('shows everything where nothing is kept back, else what the options allow at the moment', () => {
    const options = {
      during: ['attempt' as const],
      'immediately-after': [],
      'later-while-open': ['marks' as const],
      'after-close': [...reviewParts],
    }
    for (const moment of reviewMoments) expect(partsShown(null, moment)).toEqual(new Set(reviewParts))
    expect(partsShown(options, 'later-while-open')).toEqual(new Set(['marks']))
    expect(partsShown(options, 'immediately-after').size).toBe(0)
  })
})

describe('feedbackShown', () => {
  it('lets nothing through where right and wrong are kept back', () => {
    for (const item of examples) {
      const response = wrongResponse(item)
      const parts = new Set<ReviewPart>([
        'attempt',
        'marks',
        'specific-feedback',
        'general-feedback',
        'overall-feedback',
      ])
      expect(feedbackShown(feedbackTo(item, response), response, parts)).toBeNull()
    }
  })

  it('tells of no kind of question what is right where that is kept back, except where the answer was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), partsArbitrary, (item, parts) => {
        parts.delete('right-answer')
        parts.delete('general-feedback')
        parts.add('correctness')
        const response = wrongResponse(item)
        const whole = feedbackTo(item, response)
        const shown = feedbackShown(whole, response, parts)
        const given = JSON.stringify(response)
        for (const { slotId, credit, keyOptionIds, keyText } of shown?.slots ?? []) {
          if (credit === 1) continue
          expect([slotId, keyOptionIds, keyText]).toEqual([slotId, [], ''])
        }
        expect(shown?.isKeyShown).toBe(false)
        expect(shown?.explanation).toBeNull()
        // The fact states what is right.
        expect(shown?.factId).toBeNull()
        // A reason on what was not chosen would tell that it is wrong.
        const misread = whole.slots.flatMap(({ misreadingId }) => misreadingId ?? [])
        for (const { optionId } of shown?.reasons ?? []) {
          expect(given.includes(JSON.stringify(optionId)) || misread.includes(optionId)).toBe(true)
        }
      }),
    )
  })

  it('tells of nothing that can still be tried what is right, whatever the options allow', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), partsArbitrary, (item, parts) => {
        const response = wrongResponse(item)
        const whole = feedbackTo(item, response)
        const shown = feedbackShown(feedbackWhileTrying(item, whole), response, partsWhileTrying(parts))
        if (!parts.has('correctness')) {
          expect(shown).toBeNull()
          return
        }
        expect(shown).toMatchObject({ isKeyShown: false, explanation: null, citations: [], lesson: null, factId: null })
        const told = ` ${normaliseTyped(JSON.stringify(shown?.reasons.map(({ because }) => because)))} `
        for (const [index, { credit, keyOptionIds, keyText }] of (shown?.slots ?? []).entries()) {
          if (credit === 1) continue
          expect([keyOptionIds, keyText]).toEqual([[], ''])
          expect(told).not.toContain(` ${normaliseTyped(whole.slots[index]?.keyText ?? '')} `)
        }
      }),
    )
  })

  it('may give a hint by why what was chosen is wrong, unless that gives the answer away', () => {
    const item = examples.find(({ type }) => type === 'single-choice')
    if (item === undefined) throw new Error('there is no example')
    const whole = feedbackTo(item, wrongResponse(item))
    const [slot] = whole.slots
    const reasons = (because: string) =>
      feedbackWhileTrying(item, {
        ...whole,
        reasons: [{ slotId: slot?.slotId ?? '', optionId: 'x', because, citations: [] }],
      }).reasons
    expect(reasons('It was said by somebody else.')).toHaveLength(1)
    expect(reasons(`It was said by ${slot?.keyText}.`)).toEqual([])
  })

  it('shows all of it where nothing is kept back', () => {
    for (const item of examples) {
      for (const response of [keyResponse(item), wrongResponse(item)]) {
        const whole = feedbackTo(item, response)
        expect(feedbackShown(whole, response, new Set(reviewParts))).toEqual(whole)
      }
    }
  })
})
