import type { Metadata } from 'next'
import { ScheduleFitView } from '@/features/study/schedule-fit-view.tsx'

export const metadata: Metadata = { title: 'A schedule fitted to you' }

export default function Page() {
  return <ScheduleFitView />
}
