import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { catalog } from '@/features/catalog/data.ts'
import { ReviewView } from '@/features/study/review-view.tsx'

interface Props {
  params: Promise<{ topic: string }>
}

const findTopic = (id: string) => catalog.topics.find((topic) => topic.id === id)

export const dynamicParams = false

export function generateStaticParams() {
  return catalog.topics.map(({ id }) => ({ topic: id }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Review: ${findTopic((await params).topic)?.title}` }
}

export default async function Page({ params }: Props) {
  const topic = findTopic((await params).topic)
  if (topic === undefined) notFound()
  return <ReviewView title={topic.title} deck={`topic:${topic.id}`} />
}
