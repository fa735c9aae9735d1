import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClassInsightView } from '@/features/classroom/insight/class-insight-view.tsx'
import { loadClassInsight } from '@/features/classroom/insight/loaders.ts'

export const metadata: Metadata = { title: 'How the class does', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ class: string }> }) {
  const insight = await loadClassInsight((await params).class)
  if (insight === null) notFound()
  return <ClassInsightView insight={insight} />
}
