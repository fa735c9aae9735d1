import type { Lesson } from '@/features/catalog/schema.ts'
import { ReviewSession } from './review-session.tsx'

/** The page around a session. */
export function ReviewView({ lesson }: { lesson: Pick<Lesson, 'id' | 'title'> | null }) {
  return (
    <div className="mx-auto max-w-2xl">
      <p className="text-sm text-muted">Review</p>
      <h1 className="mb-5 text-2xl">{lesson === null ? 'All that you have taken up' : lesson.title}</h1>
      <ReviewSession lessonId={lesson?.id ?? null} />
      <p className="mt-8 hidden text-sm text-muted sm:block">
        Space shows the answer and grades Good · 1 Again · 2 Hard · 3 Good · 4 Easy · u undo
      </p>
    </div>
  )
}
