import { distance } from 'fastest-levenshtein'
import type { SlotGrade } from './core.ts'

/** How a typed answer compares with what is right. */
export type TypedVerdict = 'right' | 'close' | 'wrong'

/** What counts as right in a place where an answer is typed. */
export interface TypedKey {
  /** Every right answer; the first is the one shown. */
  accepted: readonly string[]
  /** Wrong answers that are known to be wrong, however close they look to a right one. */
  misreadings: readonly { text: string }[]
  /** Whether small typing errors are overlooked. Off for short forms, where one letter is another name. */
  toleratesTypos: boolean
}

/**
 * Judges a typed answer. Case, diacritics, punctuation and a leading article never matter. A small typing
 * error makes it close: one letter in words of five to eight, two in longer ones, digits excepted, and never
 * so that it becomes a known wrong answer.
 */
export function judgeTyped(typed: string, { accepted, misreadings, toleratesTypos }: TypedKey): TypedVerdict {
  const given = normaliseTyped(typed)
  const right = accepted.map(normaliseTyped)
  if (right.includes(given)) return 'right'
  if (!toleratesTypos) return 'wrong'
  const toRight = Math.min(...right.map((one) => typoDistance(given, one)))
  const toWrong = Math.min(...misreadings.map(({ text }) => distance(given, normaliseTyped(text))))
  return toRight < toWrong && Number.isFinite(toRight) ? 'close' : 'wrong'
}

/** How a slot fares in which this was typed. */
export function gradeTyped(slotId: string, typed: string, key: TypedKey): SlotGrade {
  const verdict = judgeTyped(typed, key)
  if (verdict !== 'wrong') return { slotId, credit: 1, isClose: verdict === 'close' }
  const given = normaliseTyped(typed)
  const isKnown = key.misreadings.some(({ text }) => normaliseTyped(text) === given)
  return { slotId, credit: 0, ...(isKnown ? { misreadingId: given } : {}) }
}

/** A typed answer without what never matters. */
export function normaliseTyped(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(the|an?) (?=.)/, '')
}

/** The distance between two normalised answers if it is within what a typing error may be; infinite beyond. */
function typoDistance(given: string, right: string): number {
  const digits = (text: string) => text.replace(/\D+/g, ' ').trim()
  if (digits(given) !== digits(right)) return Number.POSITIVE_INFINITY
  const allowed = right.length >= 9 ? 2 : right.length >= 5 ? 1 : 0
  const typos = distance(given, right)
  return typos <= allowed ? typos : Number.POSITIVE_INFINITY
}
