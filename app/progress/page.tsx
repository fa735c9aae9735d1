import type { Metadata } from 'next'
import { loadProgress } from '@/features/progress/loaders.ts'
import { ProgressView } from '@/features/progress/progress-view.tsx'

export const metadata: Metadata = { title: 'Progress' }

export default async function Page() {
  return <ProgressView progress={await loadProgress()} />
}
