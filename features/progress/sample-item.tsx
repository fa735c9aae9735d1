'use client'

import { useState } from 'react'
import type { PublicItem } from '@/features/quiz/item.ts'
import { ItemRunner } from '@/features/quiz/item-runner.tsx'
import type { KeptAnswer } from '@/features/quiz/loaders.ts'

/** One item to try on the front page; it counts like any other. */
export function SampleItem({ item }: { item: PublicItem }) {
  const [kept, setKept] = useState<KeptAnswer | null>(null)
  return <ItemRunner item={item} kept={kept} onKept={setKept} />
}
