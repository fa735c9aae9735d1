import 'server-only'
import { randomUUID } from 'node:crypto'
import { currentLearner } from '@/features/accounts/loaders.ts'
import { type Citation, citationOf } from '@/features/catalog/citation.ts'
import { catalog, findLesson, lessonOfFact } from '@/features/catalog/data.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { database } from '@/lib/database.ts'
import { findItem, itemsOfLesson } from './bank.ts'
import { type AnswerRow, type AttemptRow, findAttempt, findOpenAttempt, listAnswers } from './data.ts'
import { type Feedback, feedbackFor } from './feedback.ts'
import { drawForm, shuffledFor } from './form.ts'
import { type Item, type PublicItem, toPublic } from './item.ts'

/** An answer that has been kept, with its feedback. */
export interface KeptAnswer {
  answerId: string
  itemId: string
  response: unknown
  feedback: Feedback
}

/** A quiz as the learner goes through it: the key of an item travels only with its kept answer. */
export interface AttemptView {
  attemptId: string
  lessonId: string
  items: PublicItem[]
  answers: KeptAnswer[]
}

/** The learner's unfinished attempt at a lesson's quiz, else a new form, of which nothing is stored yet. */
export async function loadAttempt(lessonId: string): Promise<AttemptView | Refusal> {
  if (findLesson(lessonId) === undefined) return refuse(404, 'unknown-lesson', `There is no lesson "${lessonId}".`)
  const learner = await currentLearner()
  const open = learner === null ? null : await findOpenAttempt(database(), learner.id, lessonId)
  // An item that is no longer in the catalog cannot be finished; such an attempt rests and a new one begins.
  if (open?.items.every(({ itemId }) => findItem(itemId) !== undefined)) return viewOf(open)
  const attemptId = randomUUID()
  const items = formOf(lessonId, attemptId).map((item) => shuffledFor(toPublic(item), attemptId))
  return { attemptId, lessonId, items, answers: [] }
}

/** One of the learner's attempts, finished or not; nothing for an unknown or another's. */
export async function loadOwnAttempt(
  attemptId: string,
): Promise<(AttemptView & Pick<AttemptRow, 'startedAt' | 'finishedAt'>) | null> {
  const learner = await currentLearner()
  const row = learner === null ? null : await findAttempt(database(), learner.id, attemptId)
  return row === null ? null : { ...viewOf(row), startedAt: row.startedAt, finishedAt: row.finishedAt }
}

/** The learner's latest answers to the checks of a lesson. */
export async function loadLessonAnswers(lessonId: string): Promise<{ answers: KeptAnswer[] } | Refusal> {
  const lesson = findLesson(lessonId)
  if (lesson === undefined) return refuse(404, 'unknown-lesson', `There is no lesson "${lessonId}".`)
  const learner = await currentLearner()
  if (learner === null) return { answers: [] }
  const rows = await listAnswers(database(), learner.id, lesson.checkItemIds)
  const latest = new Map(rows.filter(({ attemptId }) => attemptId === null).map((row) => [row.itemId, row]))
  return { answers: [...latest.values()].flatMap(keptAnswer) }
}

/** The form that an attempt's id draws. */
export function formOf(lessonId: string, attemptId: string): Item[] {
  return drawForm(itemsOfLesson(lessonId), attemptId)
}

/** A stored answer with its feedback; nothing if its item is no longer in the catalog. */
export function keptAnswer(row: AnswerRow): KeptAnswer[] {
  const item = findItem(row.itemId)
  if (item === undefined) return []
  return [{ answerId: row.id, itemId: row.itemId, response: row.response, feedback: feedbackOf(item, row.score) }]
}

function viewOf({ id, lessonId, items, answers }: AttemptRow): AttemptView {
  return {
    attemptId: id,
    lessonId,
    items: items.flatMap(({ itemId }) => {
      const item = findItem(itemId)
      return item === undefined ? [] : [shuffledFor(toPublic(item), id)]
    }),
    answers: answers.flatMap(keptAnswer),
  }
}

function feedbackOf(item: Item, score: number): Feedback {
  return feedbackFor(item, score, { citation, lesson: lessonLink })
}

function citation(locator: string): Citation {
  return citationOf(catalog, locator)
}

function lessonLink(factId: string): Feedback['lesson'] {
  const lesson = lessonOfFact(factId)
  return lesson === undefined ? null : { href: `/learn/${lesson.id}#${factId}`, title: lesson.title }
}
