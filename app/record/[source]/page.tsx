import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { catalog } from '@/features/catalog/data.ts'
import { RecordView } from '@/features/catalog/record-view.tsx'

interface Props {
  params: Promise<{ source: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return catalog.sources.map(({ id }) => ({ source: id }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { source: id } = await params
  return { title: catalog.sources.find((source) => source.id === id)?.title ?? 'The record' }
}

export default async function Page({ params }: Props) {
  const { source: id } = await params
  const source = catalog.sources.find((source) => source.id === id)
  if (source === undefined) notFound()
  return <RecordView source={source} />
}
