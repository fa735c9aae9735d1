import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AssignmentList } from '@/features/classroom/assignments/assignment-list.tsx'
import { loadAssignmentList } from '@/features/classroom/assignments/loaders.ts'
import { ClassView } from '@/features/classroom/class-view.tsx'
import { ClassLessons } from '@/features/classroom/lessons/lesson-views.tsx'
import { loadClassLessons } from '@/features/classroom/lessons/loaders.ts'
import { loadClass } from '@/features/classroom/loaders.ts'

export const metadata: Metadata = { title: 'Class', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ class: string }> }) {
  const { class: classId } = await params
  const [shown, list] = await Promise.all([loadClass(classId), loadAssignmentList(classId)])
  if (shown === null) notFound()
  const lessons = await loadClassLessons(shown.id)
  return (
    <ClassView
      shown={shown}
      assignments={
        <>
          {list === null ? null : <AssignmentList list={list} />}
          <ClassLessons lessons={lessons} />
        </>
      }
    />
  )
}
