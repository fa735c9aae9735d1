import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadOwnGrades } from '@/features/classroom/gradebook/loaders.ts'
import { OwnGradesView } from '@/features/classroom/gradebook/own-grades-view.tsx'

export const metadata: Metadata = { title: 'Your grades', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ class: string }> }) {
  const own = await loadOwnGrades((await params).class)
  if (own === null) notFound()
  return <OwnGradesView {...own} />
}
