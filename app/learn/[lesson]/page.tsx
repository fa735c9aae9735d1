import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { catalog, findLesson } from '@/features/catalog/data.ts'
import { LessonView } from '@/features/study/lesson-view.tsx'

interface Props {
  params: Promise<{ lesson: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return catalog.lessons.map(({ id }) => ({ lesson: id }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lesson = findLesson((await params).lesson)
  return lesson === undefined ? {} : { title: lesson.title, description: lesson.summary }
}

export default async function Page({ params }: Props) {
  const lesson = findLesson((await params).lesson)
  if (lesson === undefined) notFound()
  const { default: Text } = await import(`@/content/lessons/${lesson.file}`)
  return <LessonView lesson={lesson} Text={Text} />
}
