import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClassView } from '@/features/classroom/class-view.tsx'
import { loadClass } from '@/features/classroom/loaders.ts'

export const metadata: Metadata = { title: 'Class', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ class: string }> }) {
  const shown = await loadClass((await params).class)
  if (shown === null) notFound()
  return <ClassView shown={shown} />
}
