'use client'

import { useState } from 'react'
import type { PublicItem } from '@/features/quiz/item.ts'
import { ItemRunner } from '@/features/quiz/item-runner.tsx'
import type { KeptAnswer } from '@/features/quiz/loaders.ts'
import { useChecks } from '@/features/quiz/use-checks.tsx'

/** One item to try on the front page; it counts like any other. */
export function SampleItem({ item }: { item: PublicItem }) {
  const [kept, setKept] = useState<KeptAnswer | null>(null)
  const { waitingFor, answer, giveUp } = useChecks('front page', setKept)
  return (
    <ItemRunner
      item={item}
      kept={kept}
      waiting={waitingFor(item)}
      onAnswer={(response) => answer(item, response)}
      onGiveUp={() => giveUp(item)}
    />
  )
}
