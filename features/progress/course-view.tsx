import Link from 'next/link'
import { catalog } from '@/features/catalog/data.ts'
import { LessonStanding } from './lesson-standing.tsx'
import { WithProgress } from './progress-context.tsx'

/** The lessons in their order, each with how far the learner is. */
export function CourseView() {
  return (
    <WithProgress>
      <h1 className="text-4xl">Lessons</h1>
      <ol className="mt-8 grid gap-4">
        {catalog.lessons.map((lesson) => (
          <li
            key={lesson.id}
            className="grid gap-x-6 gap-y-2 rounded-card border border-line bg-surface p-5 sm:grid-cols-[2.5rem_1fr_12rem] sm:p-6"
          >
            <span aria-hidden="true" className="hidden font-serif text-3xl text-edge sm:block">
              {lesson.order}
            </span>
            <div>
              <h2 className="text-xl">
                <Link
                  href={`/learn/${lesson.id}`}
                  prefetch={false}
                  className="text-accent underline-offset-4 hover:underline"
                >
                  {lesson.title}
                </Link>
              </h2>
              <p className="mt-1 max-w-prose text-muted">{lesson.summary}</p>
            </div>
            <div className="text-sm text-muted">
              <p>{lesson.minutes} minutes</p>
              <LessonStanding lessonId={lesson.id} />
            </div>
          </li>
        ))}
      </ol>
    </WithProgress>
  )
}
