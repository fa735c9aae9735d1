import 'server-only'
import { currentLearner } from '@/features/accounts/loaders.ts'
import { catalog } from '@/features/catalog/data.ts'
import { findItem } from '@/features/quiz/bank.ts'
import { type AnswerRow, listAnswers, listAttempts } from '@/features/quiz/data.ts'
import { listMemories } from '@/features/study/data.ts'
import { cards, cardsOfLesson } from '@/features/study/deck.ts'
import { loadQueue } from '@/features/study/loaders.ts'
import { database } from '@/lib/database.ts'
import { type Level, levelOf } from './knowledge.ts'

export interface LessonProgress {
  id: string
  title: string
  checks: { answered: number; total: number }
  /** Facts the lesson teaches, by level. */
  facts: { total: number; met: number; recalled: number }
  cards: { total: number; seen: number }
  quiz: { bestScore: number; of: number; finished: number } | null
  hasOpenQuiz: boolean
}

export interface Progress {
  lessons: LessonProgress[]
  /** Cards to review now: due, in their steps, and today's new ones. */
  cardsToday: number
  /** By fact id; facts not met are left out. */
  levels: Record<string, Level>
  /** The one thing to do next. */
  nextStep: { kind: 'quiz' | 'review' | 'lesson'; title: string; href: string } | null
}

/** What the learner knows, derived from reviews and answers; nothing for somebody who has left no trace. */
export async function loadProgress(): Promise<Progress | null> {
  const learner = await currentLearner()
  if (learner === null) return null
  const db = database()
  const [answers, attempts, memories, queue] = await Promise.all([
    listAnswers(db, learner.id),
    listAttempts(db, learner.id),
    listMemories(db, learner.id),
    loadQueue(null),
  ])
  if ('refused' in queue) throw new Error(queue.refused.message)

  const latest = new Map(answers.map((answer) => [answer.itemId, answer.score]))
  const levels: Record<string, Level> = {}
  for (const fact of catalog.facts) {
    const level = levelOf({
      memories: cards.flatMap(({ id, factId }) => {
        const memory = factId === fact.id ? memories.get(id) : undefined
        return memory === undefined ? [] : [memory]
      }),
      latestScores: scoresOfFact(fact.id, latest),
    })
    if (level > 0) levels[fact.id] = level
  }

  const lessons = catalog.lessons.map((lesson): LessonProgress => {
    const ofLesson = attempts.filter(({ lessonId }) => lessonId === lesson.id)
    const finished = ofLesson.filter(({ finishedAt }) => finishedAt !== null)
    const deckOfLesson = cardsOfLesson(lesson.id)
    return {
      id: lesson.id,
      title: lesson.title,
      checks: { answered: answeredChecks(lesson.checkItemIds, answers), total: lesson.checkItemIds.length },
      facts: {
        total: lesson.factIds.length,
        met: lesson.factIds.filter((id) => (levels[id] ?? 0) >= 1).length,
        recalled: lesson.factIds.filter((id) => (levels[id] ?? 0) >= 2).length,
      },
      cards: { total: deckOfLesson.length, seen: deckOfLesson.filter(({ id }) => memories.has(id)).length },
      quiz: bestOf(finished),
      hasOpenQuiz: ofLesson.some(({ finishedAt }) => finishedAt === null),
    }
  })
  const cardsToday = queue.counts.new + queue.counts.learning + queue.counts.review
  return {
    lessons,
    cardsToday,
    levels,
    nextStep: nextStepOf(lessons, cardsToday),
  }
}

function scoresOfFact(factId: string, latest: ReadonlyMap<string, number>): number[] {
  return [...latest].flatMap(([itemId, score]) => (findItem(itemId)?.factIds.includes(factId) ? [score] : []))
}

function answeredChecks(checkItemIds: readonly string[], answers: readonly AnswerRow[]): number {
  const answered = new Set(answers.map(({ itemId }) => itemId))
  return checkItemIds.filter((id) => answered.has(id)).length
}

function bestOf(finished: readonly { answers: readonly AnswerRow[] }[]): LessonProgress['quiz'] {
  const results = finished.map(({ answers }) => ({
    score: answers.reduce((sum, answer) => sum + answer.score, 0),
    of: answers.length,
  }))
  const [best] = results.sort((a, b) => b.score / b.of - a.score / a.of)
  return best === undefined ? null : { bestScore: best.score, of: best.of, finished: finished.length }
}

/** A quiz that was begun, then cards that are due, then the first lesson not yet gone through. */
function nextStepOf(lessons: readonly LessonProgress[], cardsToday: number): Progress['nextStep'] {
  const begun = lessons.find(({ hasOpenQuiz }) => hasOpenQuiz)
  if (begun !== undefined) return { kind: 'quiz', title: begun.title, href: `/quiz/${begun.id}` }
  if (cardsToday > 0) {
    return { kind: 'review', title: `${cardsToday} ${cardsToday === 1 ? 'card' : 'cards'} to review`, href: '/review' }
  }
  const unread = lessons.find(({ checks }) => checks.answered < checks.total)
  if (unread !== undefined) return { kind: 'lesson', title: unread.title, href: `/learn/${unread.id}` }
  const untested = lessons.find(({ quiz }) => quiz === null)
  return untested === undefined ? null : { kind: 'quiz', title: untested.title, href: `/quiz/${untested.id}` }
}
