import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GradebookView } from '@/features/classroom/gradebook/gradebook-view.tsx'
import { loadGradebookPage } from '@/features/classroom/gradebook/loaders.ts'

export const metadata: Metadata = { title: 'Gradebook', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ class: string }> }) {
  const page = await loadGradebookPage((await params).class)
  if (page === null) notFound()
  return <GradebookView {...page} />
}
