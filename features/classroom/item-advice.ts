import { shareInterval } from '@/lib/share-interval.ts'
import type { ChosenOption } from './distractor-table.ts'
import { correlationInterval, type Figure } from './figure.ts'
import type { ItemStatistics } from './item-statistics.ts'

/** What may be wrong with an item, the gravest first. */
const concerns = [
  'key',
  'backwards',
  'misleading',
  'too-hard',
  'nobody',
  'tells-little',
  'too-easy',
  'idle-option',
] as const
type Concern = (typeof concerns)[number]

/** What to look at in an item, in words. */
export interface Advice {
  concern: Concern
  text: string
}

const bounds = {
  /** Surely above or below these, in percent, an item is too easy or too hard to tell anybody apart. */
  easy: 90,
  hard: 10,
  /** Surely below this discrimination index an item tells little: our own bound, as are the others. */
  weak: 20,
  /** Surely below this part of an equal share of the wrong choices an option is idle. */
  idle: 0.5,
} as const

/** To find fault with an item: three standard errors, 99.7 %, since a report looks at every item at once. */
const sureErrors = 3

/** What the statistics of an item say to look at, the gravest first; nothing where they carry no advice. */
export function itemAdvice(statistics: ItemStatistics): Advice[] {
  const suspects = statistics.distractors.flatMap((row) => keySuspicion(row, statistics.distractors))
  // A wrong key explains whatever else is odd about the marks.
  if (suspects.length > 0) return suspects
  const found = [...byFacility(statistics), ...byDiscrimination(statistics), ...idleOptions(statistics)]
  return found.sort((a, b) => gravity(a) - gravity(b))
}

/** The items worst first: by the gravest advice, then by what they tell about whoever answers. */
export function worstFirst<T extends { statistics: ItemStatistics; advice: readonly Advice[] }>(
  reports: readonly T[],
): T[] {
  const rank = ({ advice }: T) => (advice[0] === undefined ? concerns.length : gravity(advice[0]))
  const telling = ({ statistics: { discriminationIndex: index } }: T) => (index.kind === 'value' ? index.value : 100)
  return [...reports].sort((a, b) => rank(a) - rank(b) || telling(a) - telling(b))
}

function gravity({ concern }: Advice): number {
  return concerns.indexOf(concern)
}

/**
 * Whether those who chose a distractor did surely better in the rest than all others, and those who chose the key did no
 * better than they. Of two that the strong chose, the key is then the weaker one, or chosen by too few to say.
 */
function keySuspicion(row: ChosenOption, rows: readonly ChosenOption[]): Advice[] {
  const { option, chosen, aheadOfKey, aheadOfOthers } = row
  if (option.isKey || aheadOfOthers.kind !== 'value' || aheadOfOthers.interval === null) return []
  if (aheadOfOthers.interval.from <= 0 || (aheadOfKey.kind === 'value' && aheadOfKey.value <= 0)) return []
  const keys = rows.filter((other) => other.option.isKey && other.option.placeId === option.placeId)
  const key = keys.map((other) => `“${other.option.text}”`).join(' and ')
  const told = `The ${chosen} who chose it earned ${percent(aheadOfOthers.value)} of the marks more in the rest than others.`
  return [{ concern: 'key', text: `The strongest chose “${option.text}”: is the key, ${key}, right? ${told}` }]
}

/** Nothing where the item tells those apart who know the rest, by its interval: then it is only easy, or only hard. */
function byFacility({ facilityIndex, discriminationIndex, randomGuessScore }: ItemStatistics): Advice[] {
  if (facilityIndex.kind !== 'value' || facilityIndex.interval === null) return []
  const tellsApart = discriminationIndex.kind === 'value' && (discriminationIndex.interval?.from ?? 0) > 0
  if (tellsApart) return []
  const { value, interval, n } = facilityIndex
  const told = `${percent(value)} of the marks in ${n} attempts`
  if (interval.from >= bounds.easy) return [{ concern: 'too-easy', text: `Too easy to tell anybody apart: ${told}.` }]
  const surely = shareInterval((value / 100) * n, n, sureErrors)
  if (randomGuessScore.kind === 'value' && 100 * surely.to < randomGuessScore.value) {
    const guessing = `where guessing earns ${percent(randomGuessScore.value)}`
    return [{ concern: 'misleading', text: `Worse than guessing: ${told}, ${guessing}. What misleads here?` }]
  }
  if (interval.to <= bounds.hard) return [{ concern: 'too-hard', text: `Too hard to tell anybody apart: ${told}.` }]
  // In a small class nothing is sure yet, and this has happened all the same.
  if (value === 0) return [{ concern: 'nobody', text: `Nobody of ${n} earned anything here. Is the key right?` }]
  return []
}

function byDiscrimination({ discriminationIndex, facilityIndex }: ItemStatistics): Advice[] {
  const surely = sureInterval(discriminationIndex)
  if (surely === null || discriminationIndex.kind !== 'value') return []
  const told = `discrimination ${whole(discriminationIndex.value)} in ${discriminationIndex.n} attempts`
  if (surely.to < 0) {
    return [
      { concern: 'backwards', text: `Those who know the rest do worse here: ${told}. Can it be read in another way?` },
    ]
  }
  // What nearly all get right, or wrong, cannot tell much, and is said to be so already.
  const isExtreme =
    facilityIndex.kind === 'value' && (facilityIndex.value > bounds.easy || facilityIndex.value < bounds.hard)
  if (surely.to >= bounds.weak || isExtreme) return []
  return [{ concern: 'tells-little', text: `Tells little about who knows the rest: ${told}.` }]
}

function sureInterval(figure: Figure) {
  if (figure.kind !== 'value') return null
  const { from, to } = correlationInterval(figure.value / 100, figure.n, sureErrors)
  return { from: 100 * from, to: 100 * to }
}

/** Distractors that nobody chose although so many chose wrongly that some should have. */
function idleOptions({ attempts, distractors }: ItemStatistics): Advice[] {
  return [...new Set(distractors.map(({ option }) => option.placeId))].flatMap((placeId) => {
    const wrong = distractors.filter(({ option }) => option.placeId === placeId && !option.isKey)
    const choices = wrong.reduce((sum, { chosen }) => sum + chosen, 0)
    const idle = wrong.filter(({ chosen }) => chosen === 0)
    if (idle.length === 0 || shareInterval(0, choices).to >= bounds.idle / wrong.length) return []
    const names = idle.map(({ option }) => `“${option.text}”`).join(' or ')
    return [
      {
        concern: 'idle-option',
        text: `Nobody of ${attempts} chose ${names}, and other wrong options were chosen ${choices} times.`,
      },
    ]
  })
}

const whole = (value: number) => String(Math.round(value)).replace('-', '−')
const percent = (value: number) => `${whole(value)} %`
