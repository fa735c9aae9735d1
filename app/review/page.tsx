import type { Metadata } from 'next'
import { ReviewView } from '@/features/study/review-view.tsx'

export const metadata: Metadata = { title: 'Review' }

export default function Page() {
  return <ReviewView title="All that you have taken up" deck="all" />
}
