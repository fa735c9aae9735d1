import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadPaper } from '@/features/classroom/paper/loaders.ts'
import { PaperView, paperParts } from '@/features/classroom/paper/paper-view.tsx'

export const metadata: Metadata = { title: 'On paper', robots: { index: false } }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ class: string; assignment: string }>
  searchParams: Promise<{ forms?: string | string[]; part?: string | string[] }>
}) {
  const [{ class: classId, assignment }, { forms, part }] = await Promise.all([params, searchParams])
  const paper = await loadPaper(classId, assignment, Number(forms))
  if (paper === null) notFound()
  return <PaperView paper={paper} part={paperParts.find((one) => one === part) ?? 'questions'} />
}
