import type { Metadata } from 'next'
import { AttemptRun } from '@/features/quiz/attempt-run.tsx'

export const metadata: Metadata = { title: 'Quiz' }

export default async function Page({ params }: { params: Promise<{ attempt: string }> }) {
  const { attempt } = await params
  return (
    <div className="mx-auto max-w-2xl">
      <AttemptRun isTitled path={`/api/attempts/${encodeURIComponent(attempt)}`} />
    </div>
  )
}
