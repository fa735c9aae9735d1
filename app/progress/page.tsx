import type { Metadata } from 'next'
import { aroundAttempts } from '@/features/classroom/assignments/loaders.ts'
import { loadProgress, loadStatistics } from '@/features/progress/loaders.ts'
import { ProgressView } from '@/features/progress/progress-view.tsx'

export const metadata: Metadata = { title: 'Progress' }

export default async function Page() {
  const [progress, statistics] = await Promise.all([loadProgress(aroundAttempts), loadStatistics()])
  return <ProgressView progress={progress} statistics={statistics} />
}
