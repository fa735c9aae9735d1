import type { Metadata } from 'next'
import { StrangersView } from '@/features/classroom/bank/strangers-view.tsx'
import { OwnLessonsView } from '@/features/classroom/lessons/lesson-views.tsx'
import { loadOwnLessons } from '@/features/classroom/lessons/loaders.ts'

export const metadata: Metadata = { title: 'Lessons of your own', robots: { index: false } }

export default async function Page() {
  const lessons = await loadOwnLessons()
  return lessons === null ? <StrangersView to="/bank/lessons" /> : <OwnLessonsView lessons={lessons} />
}
