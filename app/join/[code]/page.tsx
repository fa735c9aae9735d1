import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { JoinView } from '@/features/classroom/join-view.tsx'
import { loadInvitation } from '@/features/classroom/loaders.ts'

export const metadata: Metadata = { title: 'Join a class', robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const invitation = await loadInvitation((await params).code)
  if (invitation.kind === 'own') redirect(`/classes/${invitation.classId}`)
  return <JoinView invitation={invitation} />
}
