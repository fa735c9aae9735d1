import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { loadAccountPage } from '@/features/accounts/loaders.ts'
import { AccountView } from '@/features/accounts/settings/account-view.tsx'

export const metadata: Metadata = { title: 'Your account', robots: { index: false } }

export default async function Page({ searchParams }: { searchParams: Promise<{ problem?: string }> }) {
  const account = await loadAccountPage()
  if (account === null) redirect('/sign-in?to=/account')
  return <AccountView account={account} problem={(await searchParams).problem} />
}
