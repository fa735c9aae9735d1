import type { Metadata } from 'next'
import { DebatesView } from '@/features/catalog/debates-view.tsx'

export const metadata: Metadata = { title: 'Debates' }

export default function Page() {
  return <DebatesView />
}
