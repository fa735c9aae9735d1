import type { Metadata } from 'next'
import { ResetView } from '@/features/accounts/sign-in/reset-view.tsx'

export const metadata: Metadata = { title: 'A new password', robots: { index: false } }

export default function Page() {
  return <ResetView />
}
