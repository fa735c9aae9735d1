import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { aroundAttempts } from '@/features/classroom/assignments/loaders.ts'
import { loadOwnAttempt } from '@/features/quiz/loaders.ts'
import { ResultView } from '@/features/quiz/result-view.tsx'
import { loadMemoryEffects } from '@/features/study/loaders.ts'
import { MemoryEffects } from '@/features/study/memory-effects.tsx'

export const metadata: Metadata = { title: 'Your result' }

export default async function Page({ params }: { params: Promise<{ attempt: string }> }) {
  const attempt = await loadOwnAttempt((await params).attempt, aroundAttempts)
  if (attempt === null) notFound()
  // How many cards came back would tell how many answers were wrong.
  const effects = attempt.shown.includes('correctness') ? await loadMemoryEffects(attempt.attemptId) : null
  return (
    <ResultView
      attempt={attempt}
      memory={effects === null ? null : <MemoryEffects attemptId={attempt.attemptId} loaded={effects} />}
    />
  )
}
