import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { Asked } from '@/features/accounts/administration/list-asked.ts'
import { loadPeople } from '@/features/accounts/administration/loaders.ts'
import { PeopleView } from '@/features/accounts/administration/people-view.tsx'

export const metadata: Metadata = { title: 'People', robots: { index: false } }

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const people = await loadPeople(await searchParams)
  if (people === null) notFound()
  return <PeopleView {...people} />
}
