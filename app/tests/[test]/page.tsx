import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { findTest, tests } from '@/features/quiz/bank.ts'
import { TestView } from '@/features/quiz/test-view.tsx'

interface Props {
  params: Promise<{ test: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return tests.map(({ id }) => ({ test: id }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Test: ${findTest((await params).test)?.title}` }
}

export default async function Page({ params }: Props) {
  const test = findTest((await params).test)
  if (test === undefined) notFound()
  return <TestView test={test} />
}
