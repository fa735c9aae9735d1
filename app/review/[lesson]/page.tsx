import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { catalog, findLesson } from '@/features/catalog/data.ts'
import { ReviewView } from '@/features/study/review-view.tsx'

interface Props {
  params: Promise<{ lesson: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return catalog.lessons.map(({ id }) => ({ lesson: id }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Review: ${findLesson((await params).lesson)?.title}` }
}

export default async function Page({ params }: Props) {
  const lesson = findLesson((await params).lesson)
  if (lesson === undefined) notFound()
  return <ReviewView title={lesson.title} deck={`lesson:${lesson.id}`} />
}
