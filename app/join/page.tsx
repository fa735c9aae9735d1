import type { Metadata } from 'next'
import { JoinStart } from '@/features/classroom/join-view.tsx'

export const metadata: Metadata = { title: 'Join a class' }

export default function Page() {
  return <JoinStart />
}
