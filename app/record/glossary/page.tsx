import type { Metadata } from 'next'
import { GlossaryView } from '@/features/catalog/glossary-view.tsx'

export const metadata: Metadata = { title: 'Glossary' }

export default function Page() {
  return <GlossaryView />
}
