import type { Fact } from '@/features/catalog/schema.ts'
import { normaliseTyped } from '@/features/quiz/items/typed-answer.ts'

/** How many facts are offered at a time. */
export const mostFound = 12

/** The facts in which every word that was typed occurs, those that state it over those that are only filed under it. */
export function searchFacts(facts: readonly Fact[], typed: string): Fact[] {
  const words = normaliseTyped(typed).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const holds = (text: string) => {
    const plain = normaliseTyped(text)
    return words.every((word) => plain.includes(word))
  }
  const saying = facts.filter(({ says }) => holds(says))
  const filed = facts.filter(
    (fact) => !saying.includes(fact) && holds(`${fact.id} ${fact.topics.join(' ')} ${fact.says}`),
  )
  return [...saying, ...filed].slice(0, mostFound)
}
