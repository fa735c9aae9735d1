import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GalleryView } from '@/features/quiz/gallery-view.tsx'
import { env } from '@/lib/env.ts'

export const metadata: Metadata = { title: 'Gallery', robots: { index: false } }

/** For whoever works on Rapporteur; elsewhere there is nothing here. */
export default async function Page({ searchParams }: { searchParams: Promise<{ type?: string }> }) {
  const { type } = await searchParams
  if (env().NODE_ENV !== 'development' && env().GALLERY === 'off') notFound()
  return <GalleryView type={type} />
}
