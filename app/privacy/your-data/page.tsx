import type { Metadata } from 'next'
import { OwnDataView } from '@/features/accounts/own-data/own-data-view.tsx'

export const metadata: Metadata = { title: 'What we hold on you' }

export default function Page() {
  return <OwnDataView />
}
