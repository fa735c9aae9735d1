import { type Span, shareInterval } from '@/lib/share-interval.ts'

/** How sure a learner says they are of an answer. */
export const certainties = [1, 2, 3] as const
export type Certainty = (typeof certainties)[number]

/** In words that follow "I am". */
export const certaintyNames = { 1: 'guessing', 2: 'fairly sure', 3: 'sure' } as const satisfies Record<
  Certainty,
  string
>

const marks = {
  1: { right: 1, wrong: 0 },
  2: { right: 2, wrong: -2 },
  3: { right: 3, wrong: -6 },
} as const satisfies Record<Certainty, unknown>

/**
 * What an answer earns under certainty-based marking: +1, +2, +3 if right, 0, −2, −6 if wrong. A partly right answer
 * earns its score's share of what a right one earns.
 *
 * The marks are those of A. R. Gardner-Medwin, "Confidence-based marking: towards deeper learning and better exams",
 * in Bryan and Clegg (eds), Innovative Assessment in Higher Education (2006), and of Moodle, whose
 * `question_cbm::adjust_fraction` treats partly right answers the same way.
 */
export function certaintyMark(score: number, certainty: Certainty): number {
  const { right, wrong } = marks[certainty]
  return score > 0 ? right * score : wrong
}

const bestRanges: Readonly<Record<Certainty, Span>> = {
  1: { from: 0, to: 2 / 3 },
  2: { from: 2 / 3, to: 4 / 5 },
  3: { from: 4 / 5, to: 1 },
}

/**
 * The probabilities of being right at which a certainty earns most on average. At a probability p the three earn p,
 * 2p − 2(1 − p) = 4p − 2, and 3p − 6(1 − p) = 9p − 6. So the second overtakes the first where 4p − 2 = p, which is
 * at 2/3, and the third overtakes the second where 9p − 6 = 4p − 2, which is at 4/5.
 */
export function bestRangeOf(certainty: Certainty): Span {
  return bestRanges[certainty]
}

/** With fewer answers than these nothing is said about how well their certainty fits. */
export const fewestToJudge = 5

export type Verdict = 'too-few' | 'fits' | 'overconfident' | 'underconfident'

/** How well one certainty fits the answers given with it. */
export interface Judgement {
  certainty: Certainty
  count: number
  /** Of these, the answers that earned everything. */
  right: number
  /** Of these, the answers that earned something, but not everything. */
  partly: number
  /** Points earned of the points possible; nothing without answers. */
  share: number | null
  /** Where the share would lie with very many such answers, with 95 % confidence. */
  interval: Span
  verdict: Verdict
  /** Another certainty with which the same answers would have earned most; nothing if none would have earned more. */
  better: Certainty | null
}

export interface Calibration {
  /** By certainty, the lowest first. */
  judgements: readonly Judgement[]
  /** Answers given with a certainty. */
  count: number
  /** What they earned together under certainty-based marking. */
  marks: number
  /** What they would have earned, had all been right and given with the highest certainty. */
  bestMarks: number
}

/** A score from 0 to 1, and how sure the learner said they were; answers without a certainty are left out. */
export interface JudgedAnswer {
  score: number
  certainty: Certainty | null
}

/**
 * Whether a learner is as often right as they say. A certainty is called too high or too low only if the whole
 * interval around the share of points lies outside the range in which this certainty earns most, so that nobody is
 * judged by a handful of answers.
 */
export function calibrationOf(answers: readonly JudgedAnswer[]): Calibration {
  const scoresOf = (certainty: Certainty) =>
    answers.filter((answer) => answer.certainty === certainty).map(({ score }) => score)
  const count = answers.filter(({ certainty }) => certainty !== null).length
  return {
    judgements: certainties.map((certainty) => judgementOf(certainty, scoresOf(certainty))),
    count,
    marks: certainties.reduce((sum, certainty) => sum + marksOf(scoresOf(certainty), certainty), 0),
    bestMarks: count * marks[3].right,
  }
}

function judgementOf(certainty: Certainty, scores: readonly number[]): Judgement {
  const count = scores.length
  const points = scores.reduce((sum, score) => sum + score, 0)
  const share = count === 0 ? null : points / count
  const interval = shareInterval(points, count)
  const best = bestRangeOf(certainty)
  const [better = certainty] = certainties.toSorted((a, b) => marksOf(scores, b) - marksOf(scores, a))
  return {
    certainty,
    count,
    right: scores.filter((score) => score === 1).length,
    partly: scores.filter((score) => score > 0 && score < 1).length,
    share,
    interval,
    verdict:
      count < fewestToJudge
        ? 'too-few'
        : interval.to < best.from
          ? 'overconfident'
          : interval.from > best.to
            ? 'underconfident'
            : 'fits',
    better: marksOf(scores, better) > marksOf(scores, certainty) + rounding ? better : null,
  }
}

/** Sums of scores such as thirds are not exact, and a tie is no gain. */
const rounding = 1e-9

function marksOf(scores: readonly number[], certainty: Certainty): number {
  return scores.reduce((sum, score) => sum + certaintyMark(score, certainty), 0)
}

const openings = {
  1: (answers: string) => `You guessed ${answers} and were right in`,
  2: (answers: string) => `You were fairly sure of ${answers} and right in`,
  3: (answers: string) => `You were sure of ${answers} and right in`,
} as const satisfies Record<Certainty, unknown>

/** A judgement in one sentence; nothing without answers. */
export function judgementText(judgement: Judgement): string | null {
  const { certainty, count, right, partly, share } = judgement
  if (share === null) return null
  const opening = openings[certainty](count === 1 ? '1 answer' : `${count} answers`)
  return `${opening} ${right}${partly === 0 ? '' : `, partly in ${partly}`}: ${verdictText(judgement, share)}.`
}

function verdictText({ certainty, verdict, better }: Judgement, share: number): string {
  const { from, to } = bestRangeOf(certainty)
  switch (verdict) {
    case 'too-few':
      return 'too few to tell yet'
    case 'fits':
      return share >= from && share <= to ? 'that fits' : 'that may still be chance'
    // Answers that are partly right lose no marks, so that another certainty need not have earned more.
    case 'overconfident':
      return `that is overconfident${better !== null && better < certainty ? advice(better) : ''}`
    case 'underconfident':
      return `you know more than you think${better !== null && better > certainty ? advice(better) : ''}`
  }
}

function advice(better: Certainty): string {
  return `; “${certaintyNames[better]}” would have earned more`
}
