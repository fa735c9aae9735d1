import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadResult } from '@/features/quiz/loaders.ts'
import { ResultView } from '@/features/quiz/result-view.tsx'
import { rememberAnswers } from '@/features/study/actions.ts'
import { loadMemoryEffects } from '@/features/study/loaders.ts'
import { MemoryEffects } from '@/features/study/memory-effects.tsx'

export const metadata: Metadata = { title: 'Your result' }

export default async function Page({ params }: { params: Promise<{ attempt: string }> }) {
  const result = await loadResult((await params).attempt, rememberAnswers)
  if (result === null) notFound()
  const { attempt } = result
  const effects = await loadMemoryEffects(attempt.attemptId)
  return (
    <ResultView
      {...result}
      memory={effects === null ? null : <MemoryEffects attemptId={attempt.attemptId} loaded={effects} />}
    />
  )
}
