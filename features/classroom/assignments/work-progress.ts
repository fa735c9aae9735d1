import type { Work } from './work.ts'

/** A lesson, as far as it tells whether it is read. */
export interface LessonToRead {
  id: string
  title: string
  checkItemIds: readonly string[]
}

/** What lessons or cards an assignment comes to. */
export type WorkContent =
  | { kind: 'lessons'; lessons: readonly LessonToRead[] }
  /** Each once, however many lessons and topics it belongs to. */
  | { kind: 'cards'; cardIds: readonly string[] }

/** The ids of the checks that a learner has answered, or of the cards that they have learned. */
export type KnownWork = ReadonlySet<string>

/** The lessons of which all checks have been answered. */
export function lessonsRead(lessons: readonly LessonToRead[], answered: KnownWork): LessonToRead[] {
  return lessons.filter(({ checkItemIds }) => checkItemIds.every((id) => answered.has(id)))
}

/** Where lessons and cards are found. */
export interface Shelf {
  lesson: (id: string) => LessonToRead | undefined
  topicTitle: (id: string) => string | undefined
  cardsOfLesson: (id: string) => readonly { id: string }[]
  cardsOfTopic: (id: string) => readonly { id: string }[]
}

/** What the work of an assignment comes to; nothing for a quiz. What the catalog has given up is left out. */
export function workContentOn(work: Work, shelf: Shelf): WorkContent | null {
  switch (work.kind) {
    case 'quiz':
      return null
    case 'lessons':
      return { kind: 'lessons', lessons: work.lessonIds.flatMap((id) => shelf.lesson(id) ?? []) }
    case 'cards': {
      const cards = [...work.lessonIds.flatMap(shelf.cardsOfLesson), ...work.topicIds.flatMap(shelf.cardsOfTopic)]
      return { kind: 'cards', cardIds: [...new Set(cards.map(({ id }) => id))] }
    }
  }
}

/** How much of it somebody has done. */
export function workDone(content: WorkContent, known: KnownWork): { done: number; of: number } {
  return content.kind === 'lessons'
    ? { done: lessonsRead(content.lessons, known).length, of: content.lessons.length }
    : { done: content.cardIds.filter((id) => known.has(id)).length, of: content.cardIds.length }
}

/** A part of the work, with the way to go on with it. */
export interface WorkPart {
  title: string
  href: string
  done: number
  of: number
}

/** The lessons of an assignment, or its decks of cards, with how far somebody is with each. */
export function workParts(work: Work, known: KnownWork, shelf: Shelf): WorkPart[] {
  const counted = (ids: readonly string[]) => ({ done: ids.filter((id) => known.has(id)).length, of: ids.length })
  const ids = (cards: readonly { id: string }[]) => cards.map(({ id }) => id)
  switch (work.kind) {
    case 'quiz':
      return []
    case 'lessons':
      return work.lessonIds.flatMap((id) => {
        const lesson = shelf.lesson(id)
        return lesson === undefined
          ? []
          : [{ title: lesson.title, href: `/learn/${id}`, ...counted(lesson.checkItemIds) }]
      })
    case 'cards':
      return [
        ...work.lessonIds.flatMap((id) => {
          const title = shelf.lesson(id)?.title
          return title === undefined ? [] : [{ title, href: `/review/${id}`, ...counted(ids(shelf.cardsOfLesson(id))) }]
        }),
        ...work.topicIds.flatMap((id) => {
          const title = shelf.topicTitle(id)
          return title === undefined
            ? []
            : [{ title, href: `/review/topic/${id}`, ...counted(ids(shelf.cardsOfTopic(id))) }]
        }),
      ]
  }
}

/** "3 of 5 lessons read". */
export function progressText(kind: WorkContent['kind'], { done, of }: { done: number; of: number }): string {
  return kind === 'lessons'
    ? `${done} of ${of} ${of === 1 ? 'lesson' : 'lessons'} read`
    : `${done} of ${of} ${of === 1 ? 'card' : 'cards'} learned`
}
