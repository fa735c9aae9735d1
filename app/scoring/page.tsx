import type { Metadata } from 'next'
import { ScoringView } from '@/features/quiz/scoring-view.tsx'

export const metadata: Metadata = { title: 'How answers are scored' }

export default function Page() {
  return <ScoringView />
}
