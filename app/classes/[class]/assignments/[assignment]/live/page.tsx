import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LiveView } from '@/features/classroom/live/live-view.tsx'
import { loadLivePage } from '@/features/classroom/live/loaders.ts'

export const metadata: Metadata = { title: 'Live view', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ class: string; assignment: string }> }) {
  const { class: classId, assignment } = await params
  const page = await loadLivePage(classId, assignment)
  if (page === null) notFound()
  return <LiveView page={page} />
}
