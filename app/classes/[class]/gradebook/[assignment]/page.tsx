import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GradedAssignmentView } from '@/features/classroom/gradebook/graded-assignment-view.tsx'
import { loadGradedAssignment } from '@/features/classroom/gradebook/loaders.ts'

export const metadata: Metadata = { title: 'Grades of an assignment', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ class: string; assignment: string }> }) {
  const asked = await params
  const shown = await loadGradedAssignment(asked.class, asked.assignment)
  if (shown === null) notFound()
  return <GradedAssignmentView shown={shown} />
}
