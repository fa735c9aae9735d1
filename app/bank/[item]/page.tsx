import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ItemPageView } from '@/features/classroom/bank/item-page-view.tsx'
import { loadEditor } from '@/features/classroom/bank/loaders.ts'

export const metadata: Metadata = { title: 'Question', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ item: string }> }) {
  const { item } = await params
  const page = await loadEditor(item)
  if (page === null) notFound()
  return <ItemPageView page={page} place={item} />
}
