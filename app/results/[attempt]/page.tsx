import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadOwnAttempt } from '@/features/quiz/loaders.ts'
import { ResultView } from '@/features/quiz/result-view.tsx'
import { rememberAnswers } from '@/features/study/actions.ts'
import { loadMemoryEffects } from '@/features/study/loaders.ts'
import { MemoryEffects } from '@/features/study/memory-effects.tsx'

export const metadata: Metadata = { title: 'Your result' }

export default async function Page({ params }: { params: Promise<{ attempt: string }> }) {
  const attempt = await loadOwnAttempt((await params).attempt, rememberAnswers)
  if (attempt === null) notFound()
  const effects = await loadMemoryEffects(attempt.attemptId)
  return (
    <ResultView
      attempt={attempt}
      memory={effects === null ? null : <MemoryEffects attemptId={attempt.attemptId} loaded={effects} />}
    />
  )
}
