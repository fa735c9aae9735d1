import type { Metadata } from 'next'
import { loadOwnInvitations } from '@/features/classroom/invitations/loaders.ts'
import { loadOwnClasses } from '@/features/classroom/loaders.ts'
import { OwnClassesView } from '@/features/classroom/own-classes-view.tsx'

export const metadata: Metadata = { title: 'Classes' }

export default async function Page() {
  const [own, invited] = await Promise.all([loadOwnClasses(), loadOwnInvitations()])
  return <OwnClassesView own={own} invited={invited} />
}
