import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { contentStems } from '@/features/catalog/grounding.ts'
import { type Item, reveal, toPublic } from '@/features/quiz/item.ts'
import { questionText } from '@/features/quiz/item-wording.ts'

/** How a question reads. */
export interface Readability {
  item: Item
  words: number
  /** Years of schooling in English that it takes, after Flesch and Kincaid 1975. */
  grade: number
}

export function readabilityOf(item: Item): Readability {
  const question = questionText(toPublic(item))
  const words = question.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word))
  const sentence = Math.max(1, (question.match(/[.?!](?=["”’)]*(\s|$))/g) ?? []).length)
  const grade = fleschKincaid({ sentence, word: words.length, syllable: syllable(question) })
  return { item, words: words.length, grade }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** How much of their content words two questions with their answers share before they count as near duplicates. */
const duplicateShare = 0.85

/** Pairs of items of one type that ask nearly the same of different facts, by the Jaccard index of their stems. */
export function nearDuplicates(items: readonly Item[]): { a: Item; b: Item; share: number }[] {
  const asked = items.map((item) => {
    const answers = reveal(item).slots.map(({ keyText }) => keyText)
    return { item, stems: contentStems([questionText(toPublic(item)), ...answers].join(' ')) }
  })
  return asked
    .flatMap((a, index) =>
      asked
        .slice(index + 1)
        .filter((b) => a.item.type === b.item.type && a.item.factIds[0] !== b.item.factIds[0])
        .map((b) => ({ a: a.item, b: b.item, share: jaccard(a.stems, b.stems) }))
        .filter(({ share }) => share >= duplicateShare),
    )
    .sort((one, other) => other.share - one.share)
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (Math.min(a.size, b.size) < duplicateShare * Math.max(a.size, b.size)) return 0
  const shared = [...a].filter((stem) => b.has(stem)).length
  return shared / (a.size + b.size - shared)
}
