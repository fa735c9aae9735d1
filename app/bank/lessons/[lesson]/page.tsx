import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonPageView } from '@/features/classroom/lessons/lesson-views.tsx'
import { loadLessonForm } from '@/features/classroom/lessons/loaders.ts'

export const metadata: Metadata = { title: 'Change a lesson', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ lesson: string }> }) {
  const { lesson } = await params
  const page = await loadLessonForm(lesson)
  if (page === null) notFound()
  return <LessonPageView page={page} place={`lesson ${lesson}`} />
}
