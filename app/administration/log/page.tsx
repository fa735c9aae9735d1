import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadLog } from '@/features/accounts/administration/loaders.ts'
import { LogView } from '@/features/accounts/administration/log-view.tsx'

export const metadata: Metadata = { title: 'Log', robots: { index: false } }

export default async function Page({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const log = await loadLog((await searchParams).after)
  if (log === null) notFound()
  return <LogView {...log} />
}
