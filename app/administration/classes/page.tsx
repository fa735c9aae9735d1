import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { Asked } from '@/features/accounts/administration/list-asked.ts'
import { loadSiteClasses } from '@/features/classroom/administration/loaders.ts'
import { SiteClassesView } from '@/features/classroom/administration/site-classes-view.tsx'

export const metadata: Metadata = { title: 'Classes', robots: { index: false } }

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const classes = await loadSiteClasses(await searchParams)
  if (classes === null) notFound()
  return <SiteClassesView {...classes} />
}
