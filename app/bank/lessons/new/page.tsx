import type { Metadata } from 'next'
import { StrangersView } from '@/features/classroom/bank/strangers-view.tsx'
import { LessonPageView } from '@/features/classroom/lessons/lesson-views.tsx'
import { loadLessonForm } from '@/features/classroom/lessons/loaders.ts'

export const metadata: Metadata = { title: 'New lesson', robots: { index: false } }

export default async function Page() {
  const page = await loadLessonForm(null)
  return page === null ? <StrangersView to="/bank/lessons/new" /> : <LessonPageView page={page} place="new lesson" />
}
