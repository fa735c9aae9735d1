import type { Metadata } from 'next'
import { loadWaysIn } from '@/features/accounts/loaders.ts'
import { ForgotView } from '@/features/accounts/sign-in/forgot-view.tsx'

export const metadata: Metadata = { title: 'Without your password', robots: { index: false } }

export default async function Page() {
  return <ForgotView ways={await loadWaysIn()} />
}
