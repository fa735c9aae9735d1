import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClassCardView } from '@/features/classroom/class-card-view.tsx'
import { loadClassCard } from '@/features/classroom/loaders.ts'

export const metadata: Metadata = { title: 'Card of a class', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ class: string }> }) {
  const card = await loadClassCard((await params).class)
  if (card === null) notFound()
  return <ClassCardView card={card} />
}
