import type { Metadata } from 'next'
import { RecordListView } from '@/features/catalog/record-view.tsx'

export const metadata: Metadata = { title: 'The record' }

export default function Page() {
  return <RecordListView />
}
