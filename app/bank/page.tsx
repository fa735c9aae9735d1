import type { Metadata } from 'next'
import { BankView } from '@/features/classroom/bank/bank-view.tsx'
import { loadBank } from '@/features/classroom/bank/loaders.ts'
import { StrangersView } from '@/features/classroom/bank/strangers-view.tsx'

export const metadata: Metadata = { title: 'Question bank', robots: { index: false } }

type Params = Record<string, string | string[] | undefined>

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams
  const one = (name: string) => [params[name]].flat()[0] ?? ''
  const filter = { q: one('q'), folder: one('folder'), tag: one('tag'), type: one('type'), topic: one('topic') }
  const page = await loadBank(filter)
  return page === null ? <StrangersView to="/bank" /> : <BankView page={page} />
}
