import 'server-only'
import { currentLearner } from '@/features/accounts/loaders.ts'
import { catalog } from '@/features/catalog/data.ts'
import { findItem } from '@/features/quiz/bank.ts'
import { type AnswerRow, type AttemptEntry, listAnswers, listAttempts } from '@/features/quiz/data.ts'
import { type AroundAttempts, hrefOf, titleOf } from '@/features/quiz/loaders.ts'
import { assignmentIdsOf, tellableAnswers } from '@/features/quiz/review-terms.ts'
import { findSettings, listMemories, listStandings } from '@/features/study/data.ts'
import { cardsOfLesson, findCard } from '@/features/study/deck.ts'
import { deckAndBank } from '@/features/study/deck-and-bank.ts'
import { loadSession } from '@/features/study/loaders.ts'
import { ownIdOf } from '@/features/study/own-card.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { cardLogsOf } from './card-log.ts'
import { listReviews, listTimedAnswers } from './data.ts'
import { factLevels } from './fact-levels.ts'
import { type DueOnDay, dueDatesOf, forecastOf } from './forecast.ts'
import type { Level } from './knowledge.ts'
import { type Streak, streakOf } from './streak.ts'
import { byStudyDay, type StudiedDay, type StudyEvent, studyDate } from './study-days.ts'
import { type RetentionOfPeriod, trueRetention } from './true-retention.ts'

export interface LessonProgress {
  id: string
  title: string
  checks: { answered: number; total: number }
  /** Facts the lesson teaches, by level. */
  facts: { total: number; met: number; recalled: number }
  cards: { total: number; seen: number }
  quiz: { bestScore: number; of: number; finished: number } | null
}

export interface Progress {
  lessons: LessonProgress[]
  /** Cards to review now: due, in their steps, and today's new ones. */
  cardsToday: number
  /** By fact id; facts not met are left out. */
  levels: Record<string, Level>
  /** The one thing to do next. */
  nextStep: { kind: 'begun' | 'quiz' | 'review' | 'lesson'; title: string; href: string } | null
}

/** What the learner knows, derived from reviews and answers; nothing for somebody who has left no trace. */
export async function loadProgress({ findReviewTerms }: AroundAttempts): Promise<Progress | null> {
  const learner = await currentLearner()
  if (learner === null) return null
  const db = database()
  const [answers, attempts, memories, session] = await Promise.all([
    listAnswers(db, learner.work),
    listAttempts(db, learner.work),
    listMemories(db, learner.work),
    loadSession('all', null),
  ])
  if ('refused' in session) throw new Error(session.refused.message)

  const at = now()
  const termsOf = await findReviewTerms(learner.work, assignmentIdsOf(attempts), at)
  const tellable = tellableAnswers(answers, attempts, at, termsOf)
  const latestScores = new Map(tellable.map((answer) => [answer.itemId, answer.score]))
  const levels = factLevels(
    { memories, latestScores },
    {
      factOfCard: (id) => findCard(id)?.factId ?? null,
      factsOfItem: (id) => findItem(id)?.factIds ?? [],
    },
  )

  const lessons = catalog.lessons.map((lesson): LessonProgress => {
    const ofLesson = attempts.filter(({ plan }) => plan.kind === 'lesson' && plan.lessonId === lesson.id)
    const finished = ofLesson.filter(({ status }) => status === 'finished')
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
    }
  })
  // What is handed out is what is left of the day.
  const cardsToday = session.cards.length
  return {
    lessons,
    cardsToday,
    levels,
    nextStep: nextStepOf(
      attempts.find(({ status }) => status === 'in-progress'),
      lessons,
      cardsToday,
    ),
  }
}

/** How the learner has studied, and what that brings. */
export interface Statistics {
  /** The date of today's study day. */
  today: string
  /** Every study day with a review or an answer, the earliest first. */
  studied: StudiedDay[]
  streak: Streak
  forecast: DueOnDay[]
  retention: RetentionOfPeriod[]
  desiredRetention: number
}

/** Statistics of study, derived from the log; nothing for somebody who has left no trace. */
export async function loadStatistics(): Promise<Statistics | null> {
  const learner = await currentLearner()
  if (learner === null) return null
  const { work, timeZone } = learner
  const db = database()
  const at = now()
  const [reviews, answers, memories, standings, { desiredRetention }] = await Promise.all([
    listReviews(db, work),
    listTimedAnswers(db, work),
    listMemories(db, work),
    listStandings(db, work),
    findSettings(db, work),
  ])

  const today = studyDate(at, timeZone)
  const studied = byStudyDay<StudyEvent>(
    [
      ...reviews.map(({ reviewedAt, durationMs }) => ({ kind: 'review', at: reviewedAt, durationMs }) as const),
      ...answers.map(({ answeredAt, durationMs }) => ({ kind: 'answer', at: answeredAt, durationMs }) as const),
    ],
    timeZone,
  )
  // A card of the catalog that has been given up keeps its memory, and is never shown again.
  const shown = new Map([...memories].filter(([cardId]) => findCard(cardId) !== undefined || ownIdOf(cardId) !== null))
  return {
    today,
    studied,
    streak: streakOf(
      studied.map(({ date }) => date),
      today,
    ),
    forecast: forecastOf(dueDatesOf(shown, standings), at, timeZone),
    retention: trueRetention(cardLogsOf(reviews, answers, deckAndBank), at, timeZone),
    desiredRetention,
  }
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
function nextStepOf(
  begun: AttemptEntry | undefined,
  lessons: readonly LessonProgress[],
  cardsToday: number,
): Progress['nextStep'] {
  if (begun !== undefined) return { kind: 'begun', title: titleOf(begun.plan), href: hrefOf(begun) }
  if (cardsToday > 0) {
    return { kind: 'review', title: `${cardsToday} ${cardsToday === 1 ? 'card' : 'cards'} to review`, href: '/review' }
  }
  const unread = lessons.find(({ checks }) => checks.answered < checks.total)
  if (unread !== undefined) return { kind: 'lesson', title: unread.title, href: `/learn/${unread.id}` }
  const untested = lessons.find(({ quiz }) => quiz === null)
  return untested === undefined ? null : { kind: 'quiz', title: untested.title, href: `/quiz/${untested.id}` }
}
