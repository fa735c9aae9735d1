import type { Metadata } from 'next'
import { OwnCardsView } from '@/features/study/own-cards-view.tsx'

export const metadata: Metadata = { title: 'Cards of your own' }

export default function Page() {
  return <OwnCardsView />
}
