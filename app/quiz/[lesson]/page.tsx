import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { catalog, findLesson } from '@/features/catalog/data.ts'
import { AttemptRun } from '@/features/quiz/attempt-run.tsx'

interface Props {
  params: Promise<{ lesson: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return catalog.lessons.map(({ id }) => ({ lesson: id }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Quiz: ${findLesson((await params).lesson)?.title}` }
}

export default async function Page({ params }: Props) {
  const lesson = findLesson((await params).lesson)
  if (lesson === undefined) notFound()
  return (
    <div className="mx-auto max-w-2xl">
      <p className="text-sm text-muted">Quiz</p>
      <h1 className="mb-5 text-2xl">{lesson.title}</h1>
      <AttemptRun path={`/api/attempts?lesson=${lesson.id}`} />
    </div>
  )
}
