import type { Metadata } from 'next'
import { SetAsideView } from '@/features/study/set-aside-view.tsx'

export const metadata: Metadata = { title: 'Cards set aside' }

export default function Page() {
  return <SetAsideView />
}
