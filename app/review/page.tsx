import type { Metadata } from 'next'
import { DueList } from '@/features/classroom/assignments/due-list.tsx'
import { ReviewView } from '@/features/study/review-view.tsx'

export const metadata: Metadata = { title: 'Review' }

export default function Page() {
  return (
    <>
      <DueList />
      <ReviewView title="All that you have taken up" deck="all" />
    </>
  )
}
