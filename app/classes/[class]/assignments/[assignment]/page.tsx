import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AssignmentView } from '@/features/classroom/assignments/assignment-view.tsx'
import { loadAssignment } from '@/features/classroom/assignments/loaders.ts'

export const metadata: Metadata = { title: 'Assignment', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ class: string; assignment: string }> }) {
  const { class: classId, assignment } = await params
  const shown = await loadAssignment(classId, assignment)
  if (shown === null) notFound()
  return <AssignmentView shown={shown} />
}
