import type { Metadata } from 'next'
import { CourseView } from '@/features/progress/course-view.tsx'

export const metadata: Metadata = { title: 'Lessons' }

export default function Page() {
  return <CourseView />
}
