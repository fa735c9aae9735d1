import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AssignmentInsightView } from '@/features/classroom/insight/assignment-insight-view.tsx'
import { loadAssignmentInsight } from '@/features/classroom/insight/loaders.ts'

export const metadata: Metadata = { title: 'How a quiz does', robots: { index: false } }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ class: string; assignment: string }>
  searchParams: Promise<{ counting?: string | string[] }>
}) {
  const [{ class: classId, assignment }, { counting }] = await Promise.all([params, searchParams])
  const insight = await loadAssignmentInsight(classId, assignment, counting === 'all' ? 'all' : 'first encounters')
  if (insight === null) notFound()
  return <AssignmentInsightView insight={insight} />
}
