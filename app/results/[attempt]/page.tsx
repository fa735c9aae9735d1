import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { aroundAttempts } from '@/features/classroom/assignments/loaders.ts'
import { loadResult } from '@/features/quiz/loaders.ts'
import { ResultView } from '@/features/quiz/result-view.tsx'
import { loadMemoryEffects } from '@/features/study/loaders.ts'
import { MemoryEffects } from '@/features/study/memory-effects.tsx'

export const metadata: Metadata = { title: 'Your result' }

export default async function Page({ params }: { params: Promise<{ attempt: string }> }) {
  const result = await loadResult((await params).attempt, aroundAttempts)
  if (result === null) notFound()
  const { attempt } = result
  // How many cards came back would tell how many answers were wrong.
  const effects = attempt.shown.includes('correctness') ? await loadMemoryEffects(attempt.attemptId) : null
  return (
    <ResultView
      {...result}
      memory={effects === null ? null : <MemoryEffects attemptId={attempt.attemptId} loaded={effects} />}
    />
  )
}
