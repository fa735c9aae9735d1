'use client'

import { use } from 'react'
import { Meter } from '@/components/meter.tsx'
import { pointsText } from '@/features/quiz/outcome.ts'
import { ProgressContext } from './progress-context.tsx'

/** How far the learner is with one lesson; nothing before the first answer. */
export function LessonStanding({ lessonId }: { lessonId: string }) {
  const standing = use(ProgressContext)?.lessons.find(({ id }) => id === lessonId)
  if (standing === undefined || standing.facts.met === 0) return null
  const { facts, quiz } = standing
  return (
    <div className="mt-2 grid gap-1.5">
      <Meter label="Facts recalled" value={facts.recalled} of={facts.total} />
      <p>
        {facts.recalled} of {facts.total} facts recalled
      </p>
      {quiz === null ? null : (
        <p>
          Best quiz: {pointsText(quiz.bestScore)} of {quiz.of}
        </p>
      )}
    </div>
  )
}
