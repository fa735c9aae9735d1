import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { loadWaysIn } from '@/features/accounts/loaders.ts'
import { safeReturn } from '@/features/accounts/safe-return.ts'
import { SignUpView } from '@/features/accounts/sign-in/sign-up-view.tsx'

export const metadata: Metadata = { title: 'Make an account', robots: { index: false } }

export default async function Page({ searchParams }: { searchParams: Promise<{ to?: string }> }) {
  const { to } = await searchParams
  const ways = await loadWaysIn()
  if (ways.visit === 'signed-in') redirect('/account')
  return <SignUpView ways={ways} to={safeReturn(to)} />
}
