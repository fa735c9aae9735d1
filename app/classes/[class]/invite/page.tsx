import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { InvitingView } from '@/features/classroom/invitations/inviting-view.tsx'
import { loadInviting } from '@/features/classroom/invitations/loaders.ts'

export const metadata: Metadata = { title: 'Invite people', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ class: string }> }) {
  const inviting = await loadInviting((await params).class)
  if (inviting === null) notFound()
  return <InvitingView inviting={inviting} />
}
