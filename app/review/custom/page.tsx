import type { Metadata } from 'next'
import { CustomView } from '@/features/study/custom-view.tsx'

export const metadata: Metadata = { title: 'A session of your own' }

export default function Page() {
  return <CustomView />
}
