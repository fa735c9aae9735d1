import type { Difficulty } from '@/features/quiz/difficulty.ts'
import type { ItemType } from '@/features/quiz/item.ts'

/** A question, as a list to pick from names it. */
export interface ListedQuestion {
  id: string
  text: string
  kind: ItemType
  /** Nothing where whoever wrote it does not say. */
  difficulty: Difficulty | null
  /** Its topics and every one above them. */
  topicIds: string[]
  /** What its own topics are called. */
  topics: string[]
  /** Whether it is of somebody's bank, and not of the catalog. */
  isOfBank: boolean
}

/** What questions are looked for by; nothing means any. */
export interface QuestionSearch {
  /** Each word has to be in the text, in any order. */
  text: string
  topic: string | null
  kind: string | null
  difficulty: string | null
}

/** The questions that a search finds, in the order of the bank. */
export function foundQuestions(
  questions: readonly ListedQuestion[],
  { text, topic, kind, difficulty }: QuestionSearch,
): ListedQuestion[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  return questions.filter(
    (question) =>
      (topic === null || question.topicIds.includes(topic)) &&
      (kind === null || question.kind === kind) &&
      (difficulty === null || question.difficulty === difficulty) &&
      words.every((word) => plain(`${question.text} ${question.id}`).includes(word)),
  )
}

/** Without capitals and accents, which nobody types in a search. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
}
