import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bestRangeOf,
  type Certainty,
  calibrationOf,
  certainties,
  certaintyMark,
  certaintyNames,
  fewestToJudge,
  judgementText,
} from './certainty.ts'

const certainty = fc.constantFrom(...certainties)
const score = fc.oneof(fc.constantFrom(0, 1, 1 / 3, 0.5), fc.double({ min: 0, max: 1, noNaN: true }))
const answers = fc.array(fc.record({ score, certainty: fc.option(certainty) }), { maxLength: 60 })

/** So many right and so many wrong answers, all given with the same certainty. */
function given(certaintyGiven: Certainty, right: number, wrong: number) {
  return [
    ...Array.from({ length: right }, () => ({ score: 1, certainty: certaintyGiven })),
    ...Array.from({ length: wrong }, () => ({ score: 0, certainty: certaintyGiven })),
  ]
}

/** What is found out about one certainty. */
function judged(certaintyGiven: Certainty, of: Parameters<typeof calibrationOf>[0]) {
  const judgement = calibrationOf(of).judgements.find((one) => one.certainty === certaintyGiven)
  if (judgement === undefined) throw new Error(`nothing is said about certainty ${certaintyGiven}`)
  return judgement
}

describe('certaintyMark', () => {
  it.each([
    [1, 1, 0],
    [2, 2, -2],
    [3, 3, -6],
  ] as const)('gives at certainty %i +%i for right and %i for wrong', (certaintyGiven, right, wrong) => {
    expect(certaintyMark(1, certaintyGiven)).toBe(right)
    expect(certaintyMark(0, certaintyGiven)).toBe(wrong)
  })

  it('gives a partly right answer its share of what a right one earns, however small', () => {
    expect(certaintyMark(0.5, 3)).toBe(1.5)
    fc.assert(
      fc.property(fc.double({ min: 0, minExcluded: true, max: 1, noNaN: true }), certainty, (part, sure) => {
        expect(certaintyMark(part, sure)).toBe(part * certaintyMark(1, sure))
      }),
    )
  })

  it('never gives more for the lower of two scores', () => {
    fc.assert(
      fc.property(score, score, certainty, (one, other, sure) => {
        const [lower, higher] = [Math.min(one, other), Math.max(one, other)]
        expect(certaintyMark(lower, sure)).toBeLessThanOrEqual(certaintyMark(higher, sure))
      }),
    )
  })

  it('gives more for a right and less for a wrong answer the surer one was', () => {
    for (const [lower, higher] of [[1, 2] as const, [2, 3] as const]) {
      expect(certaintyMark(1, higher)).toBeGreaterThan(certaintyMark(1, lower))
      expect(certaintyMark(0, higher)).toBeLessThan(certaintyMark(0, lower))
    }
  })
})

describe('bestRangeOf', () => {
  const average = (probability: number, sure: Certainty) =>
    probability * certaintyMark(1, sure) + (1 - probability) * certaintyMark(0, sure)

  it('names the probabilities of being right at which no other certainty earns more on average', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), certainty, (probability, sure) => {
        const { from, to } = bestRangeOf(sure)
        const gains = certainties
          .filter((other) => other !== sure)
          .map((other) => average(probability, sure) - average(probability, other))
        if (probability > from + 1e-9 && probability < to - 1e-9) expect(Math.min(...gains)).toBeGreaterThan(0)
        if (probability < from - 1e-9 || probability > to + 1e-9) expect(Math.min(...gains)).toBeLessThan(0)
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves no gap from none to all', () => {
    expect(bestRangeOf(1).from).toBe(0)
    expect(bestRangeOf(2).from).toBe(bestRangeOf(1).to)
    expect(bestRangeOf(3).from).toBe(bestRangeOf(2).to)
    expect(bestRangeOf(3).to).toBe(1)
  })
})

describe('calibrationOf', () => {
  it('finds numbers in whatever has been answered, every share within its interval', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const calibration = calibrationOf(all)
        expect(Number.isFinite(calibration.marks)).toBe(true)
        expect(calibration.judgements.map((one) => one.certainty)).toEqual(certainties)
        for (const { count, right, partly, share, interval } of calibration.judgements) {
          expect(share === null).toBe(count === 0)
          expect(right + partly).toBeLessThanOrEqual(count)
          expect(interval.from).toBeGreaterThanOrEqual(0)
          expect(interval.to).toBeLessThanOrEqual(1)
          expect(interval.from).toBeLessThanOrEqual((share ?? 0.5) + 1e-9)
          expect(interval.to).toBeGreaterThanOrEqual((share ?? 0.5) - 1e-9)
        }
      }),
    )
  })

  it('counts every answer that has a certainty, and sums up their marks out of three for each', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const { judgements, count, marks, bestMarks } = calibrationOf(all)
        const withOne = all.flatMap((answer) =>
          answer.certainty === null ? [] : [{ score: answer.score, certainty: answer.certainty }],
        )
        expect(count).toBe(withOne.length)
        expect(judgements.reduce((sum, one) => sum + one.count, 0)).toBe(count)
        expect(marks).toBeCloseTo(
          withOne.reduce((sum, answer) => sum + certaintyMark(answer.score, answer.certainty), 0),
          9,
        )
        expect(bestMarks).toBe(3 * count)
        expect(marks).toBeLessThanOrEqual(bestMarks)
      }),
    )
  })

  it('calls a certainty too high or too low only if its whole interval lies outside the range where it pays', () => {
    fc.assert(
      fc.property(certainty, fc.nat(60), fc.nat(60), (sure, right, wrong) => {
        const { verdict, interval } = judged(sure, given(sure, right, wrong))
        const { from, to } = bestRangeOf(sure)
        const isFew = right + wrong < fewestToJudge
        expect(verdict === 'too-few').toBe(isFew)
        expect(verdict === 'overconfident').toBe(!isFew && interval.to < from)
        expect(verdict === 'underconfident').toBe(!isFew && interval.from > to)
      }),
    )
  })

  it('knows the interval that Wilson gives for 8 right of 10', () => {
    const { share, interval } = judged(3, given(3, 8, 2))
    expect(share).toBe(0.8)
    expect(interval.from).toBeCloseTo(0.4902, 4)
    expect(interval.to).toBeCloseTo(0.9433, 4)
  })

  it.each([
    [3, 2, 2, 'too-few'],
    [3, 0, 4, 'too-few'],
    [3, 2, 3, 'overconfident'],
    [3, 9, 1, 'fits'],
    [3, 5, 4, 'fits'],
    [3, 60, 0, 'fits'],
    [2, 7, 3, 'fits'],
    [2, 10, 20, 'overconfident'],
    [2, 15, 0, 'fits'],
    [2, 16, 0, 'underconfident'],
    [1, 0, 30, 'fits'],
    [1, 8, 0, 'underconfident'],
  ] as const)('says of certainty %i with %i right and %i wrong: %s', (sure, right, wrong, verdict) => {
    expect(judged(sure, given(sure, right, wrong)).verdict).toBe(verdict)
  })

  it('never contradicts what the marks say of answers that are right or wrong', () => {
    fc.assert(
      fc.property(certainty, fc.nat(60), fc.nat(60), (sure, right, wrong) => {
        const { verdict, better } = judged(sure, given(sure, right, wrong))
        if (verdict === 'overconfident') expect(better).toBeLessThan(sure)
        if (verdict === 'underconfident') expect(better).toBeGreaterThan(sure)
      }),
    )
  })

  it('names as better only what would have earned more with the same answers', () => {
    fc.assert(
      fc.property(certainty, fc.array(score, { maxLength: 30 }), (sure, scores) => {
        const marksAt = (other: Certainty) => scores.reduce((sum, one) => sum + certaintyMark(one, other), 0)
        const { better } = judged(
          sure,
          scores.map((one) => ({ score: one, certainty: sure })),
        )
        const best = Math.max(...certainties.map(marksAt))
        expect(marksAt(better ?? sure)).toBeCloseTo(best, 6)
        if (better !== null) expect(marksAt(better)).toBeGreaterThan(marksAt(sure))
      }),
    )
  })

  it('calls nothing better where the marks are the same', () => {
    // Two thirds right: guessing and being fairly sure both earn 4.
    expect(judged(2, given(2, 4, 2)).better).toBeNull()
    expect(judged(1, given(1, 4, 2)).better).toBeNull()
    // So do six times a third and one wrong, but not to the last digit.
    const thirds = Array.from({ length: 6 }, () => ({ score: 1 / 3, certainty: 2 as const }))
    expect(judged(2, [...thirds, ...given(2, 0, 1)]).better).toBeNull()
  })
})

describe('judgementText', () => {
  it.each([
    [3, 1, 0, 'You were sure of 1 answer and right in 1: too few to tell yet.'],
    [3, 8, 1, 'You were sure of 9 answers and right in 8: that fits.'],
    [3, 5, 4, 'You were sure of 9 answers and right in 5: that may still be chance.'],
    [1, 5, 0, 'You guessed 5 answers and were right in 5: that may still be chance.'],
    [3, 4, 5, 'You were sure of 9 answers and right in 4: that is overconfident; “guessing” would have earned more.'],
    [2, 6, 2, 'You were fairly sure of 8 answers and right in 6: that fits.'],
    [1, 3, 3, 'You guessed 6 answers and were right in 3: that fits.'],
    [
      1,
      9,
      0,
      'You guessed 9 answers and were right in 9: you know more than you think; “sure” would have earned more.',
    ],
  ] as const)('says of certainty %i with %i right and %i wrong: %s', (sure, right, wrong, text) => {
    expect(judgementText(judged(sure, given(sure, right, wrong)))).toBe(text)
  })

  it('says how many were partly right, and gives no advice that the marks do not bear out', () => {
    const halves = Array.from({ length: 20 }, () => ({ score: 0.5, certainty: 3 as const }))
    expect(judgementText(judged(3, halves))).toBe(
      'You were sure of 20 answers and right in 0, partly in 20: that is overconfident.',
    )
    // Here the marks would even have borne out more certainty.
    const more = Array.from({ length: 40 }, () => ({ score: 0.5, certainty: 2 as const }))
    expect(judged(2, more).better).toBe(3)
    expect(judgementText(judged(2, more))).toBe(
      'You were fairly sure of 40 answers and right in 0, partly in 40: that is overconfident.',
    )
  })

  it('says nothing of a certainty that was never given', () => {
    expect(judgementText(judged(2, given(3, 4, 1)))).toBeNull()
  })

  it('names every certainty by another word', () => {
    expect(new Set(Object.values(certaintyNames)).size).toBe(certainties.length)
  })
})
