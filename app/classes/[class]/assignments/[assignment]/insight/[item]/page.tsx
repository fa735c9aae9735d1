import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ItemInsightView } from '@/features/classroom/insight/item-insight-view.tsx'
import { loadItemInsight } from '@/features/classroom/insight/loaders.ts'

export const metadata: Metadata = { title: 'How a question does', robots: { index: false } }

export default async function Page({
  params,
}: {
  params: Promise<{ class: string; assignment: string; item: string }>
}) {
  const { class: classId, assignment, item } = await params
  const insight = await loadItemInsight(classId, assignment, decodeURIComponent(item))
  if (insight === null) notFound()
  return <ItemInsightView insight={insight} />
}
