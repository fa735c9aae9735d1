import type { Metadata } from 'next'
import { OfflineView } from '@/features/study/offline-view.tsx'

export const metadata: Metadata = { title: 'Without a network' }

export default function Page() {
  return <OfflineView />
}
