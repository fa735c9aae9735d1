'use client'

import { Placing } from '../placing.tsx'
import type { ItemViewProps } from '../view-props.ts'
import type { CategorisingResponse, PublicCategorisingItem } from './schema.ts'

export function CategorisingView({
  item: { stem, categories, entries },
  response,
  onRespond,
  feedback,
}: ItemViewProps<PublicCategorisingItem, CategorisingResponse>) {
  return (
    <Placing
      stem={stem}
      instruction="Choose where each belongs."
      things={entries}
      places={categories}
      given={response?.places ?? {}}
      onPlace={(places) => onRespond({ places })}
      feedback={feedback}
    />
  )
}
