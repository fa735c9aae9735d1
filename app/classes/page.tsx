import type { Metadata } from 'next'
import { loadOwnClasses } from '@/features/classroom/loaders.ts'
import { OwnClassesView } from '@/features/classroom/own-classes-view.tsx'

export const metadata: Metadata = { title: 'Classes' }

export default async function Page() {
  return <OwnClassesView own={await loadOwnClasses()} />
}
