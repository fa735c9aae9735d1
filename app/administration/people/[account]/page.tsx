import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadPerson } from '@/features/accounts/administration/loaders.ts'
import { PersonView } from '@/features/accounts/administration/person-view.tsx'

export const metadata: Metadata = { title: 'Account', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ account: string }> }) {
  const person = await loadPerson((await params).account)
  if (person === null) notFound()
  return <PersonView {...person} />
}
