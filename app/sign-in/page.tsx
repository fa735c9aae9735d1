import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { loadWaysIn } from '@/features/accounts/loaders.ts'
import { safeReturn } from '@/features/accounts/safe-return.ts'
import { SignInView } from '@/features/accounts/sign-in/sign-in-view.tsx'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

interface Props {
  searchParams: Promise<{ to?: string; problem?: string; error?: string; step?: string }>
}

export default async function Page({ searchParams }: Props) {
  const { to, problem, error, step } = await searchParams
  const ways = await loadWaysIn()
  if (ways.visit === 'signed-in') redirect('/account')
  return <SignInView ways={ways} to={safeReturn(to)} problem={problem ?? error} isSecondStep={step === 'code'} />
}
