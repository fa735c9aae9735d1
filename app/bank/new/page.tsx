import type { Metadata } from 'next'
import { loadNewItem } from '@/features/classroom/bank/loaders.ts'
import { NewItemView } from '@/features/classroom/bank/new-item-view.tsx'
import { StrangersView } from '@/features/classroom/bank/strangers-view.tsx'

export const metadata: Metadata = { title: 'New question', robots: { index: false } }

type Params = Record<string, string | string[] | undefined>

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams
  const one = (name: string) => [params[name]].flat()[0]
  const [type, factId, copyId] = [one('type'), one('fact'), one('copy')]
  const asked = await loadNewItem({ type, factId, copyId })
  const made = Object.entries({ type, fact: factId, copy: copyId }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  if (asked === null) return <StrangersView to={`/bank/new?${new URLSearchParams(made)}`} />
  return <NewItemView asked={asked} place={`new ${new URLSearchParams(made)}`} />
}
