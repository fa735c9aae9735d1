import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReadLessonView } from '@/features/classroom/lessons/lesson-views.tsx'
import { loadReadLesson } from '@/features/classroom/lessons/loaders.ts'

export const metadata: Metadata = { title: 'Lesson', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ lesson: string }> }) {
  const lesson = await loadReadLesson((await params).lesson)
  if (lesson === null) notFound()
  return <ReadLessonView lesson={lesson} />
}
