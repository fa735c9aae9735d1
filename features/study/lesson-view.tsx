import type { ComponentType, ReactNode } from 'react'
import { Cite } from '@/features/catalog/cite.tsx'
import type { Lesson } from '@/features/catalog/schema.ts'
import { findItem } from '@/features/quiz/bank.ts'
import { shuffledFor, toPublic } from '@/features/quiz/item.ts'
import { AfterLesson, LessonCheck, LessonChecks } from '@/features/quiz/lesson-checks.tsx'
import { cardsOfLesson } from './deck.ts'

type LessonText = ComponentType<{
  components: { Cite: typeof Cite; Check: (props: { item: string }) => ReactNode }
}>

/** A lesson: its head, its text with citations and checks, and what comes after. */
export function LessonView({ lesson, Text }: { lesson: Lesson; Text: LessonText }) {
  return (
    <article className="mx-auto max-w-2xl">
      <header className="mb-8">
        <p className="text-sm text-muted">
          Lesson {lesson.order} · {lesson.minutes} minutes
        </p>
        <h1 className="mt-2 text-4xl">{lesson.title}</h1>
        <div className="mt-5 rounded-card border border-line bg-surface p-5">
          <p className="text-sm text-muted">After this lesson you can</p>
          <ul className="mt-2 list-disc space-y-1 pl-5">
            {lesson.objectives.map((objective) => (
              <li key={objective}>{objective}</li>
            ))}
          </ul>
        </div>
      </header>
      <LessonChecks lessonId={lesson.id}>
        <div className="prose-lesson">
          <Text components={{ Cite, Check }} />
          <AfterLesson
            lessonId={lesson.id}
            checkItemIds={lesson.checkItemIds}
            cardCount={cardsOfLesson(lesson.id).length}
          />
        </div>
      </LessonChecks>
    </article>
  )
}

/** Only the public item goes to the browser, in an order that does not depend on how it is stored. */
function Check({ item: itemId }: { item: string }) {
  const item = findItem(itemId)
  return item === undefined ? null : <LessonCheck item={shuffledFor(toPublic(item), 'check')} />
}
