import type { Metadata } from 'next'
import { PrivacyView } from '@/features/accounts/own-data/privacy-view.tsx'

export const metadata: Metadata = { title: 'What we keep of you' }

export default function Page() {
  return <PrivacyView />
}
