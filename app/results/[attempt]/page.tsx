import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { findLesson } from '@/features/catalog/data.ts'
import { loadOwnAttempt } from '@/features/quiz/loaders.ts'
import { ResultView } from '@/features/quiz/result-view.tsx'

export const metadata: Metadata = { title: 'Your result' }

export default async function Page({ params }: { params: Promise<{ attempt: string }> }) {
  const attempt = await loadOwnAttempt((await params).attempt)
  if (attempt === null) notFound()
  return <ResultView attempt={attempt} lessonTitle={findLesson(attempt.lessonId)?.title ?? attempt.lessonId} />
}
