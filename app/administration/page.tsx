import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HealthView } from '@/features/accounts/administration/health-view.tsx'
import { loadHealth } from '@/features/accounts/administration/loaders.ts'

export const metadata: Metadata = { title: 'Administration', robots: { index: false } }

export default async function Page() {
  const health = await loadHealth()
  if (health === null) notFound()
  return <HealthView health={health} />
}
