import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClassView } from '@/features/classroom/class-view.tsx'
import { ClassLessons } from '@/features/classroom/lessons/lesson-views.tsx'
import { loadClassLessons } from '@/features/classroom/lessons/loaders.ts'
import { loadClass } from '@/features/classroom/loaders.ts'

export const metadata: Metadata = { title: 'Class', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ class: string }> }) {
  const shown = await loadClass((await params).class)
  if (shown === null) notFound()
  return (
    <>
      <ClassView shown={shown} />
      <ClassLessons lessons={await loadClassLessons(shown.id)} />
    </>
  )
}
