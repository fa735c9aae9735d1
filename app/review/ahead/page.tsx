import type { Metadata } from 'next'
import { ReviewView } from '@/features/study/review-view.tsx'

export const metadata: Metadata = { title: 'Review ahead' }

export default function Page() {
  return <ReviewView title="What falls due within the week" deck="ahead" />
}
