'use client'

import { Placing } from '../placing.tsx'
import type { ItemViewProps } from '../view-props.ts'
import type { MatchingResponse, PublicMatchingItem } from './schema.ts'

export function MatchingView({
  item: { stem, prompts, choices },
  response,
  onRespond,
  feedback,
}: ItemViewProps<PublicMatchingItem, MatchingResponse>) {
  return (
    <Placing
      stem={stem}
      instruction="Choose a match for each. No match is used twice."
      things={prompts}
      places={choices}
      given={response?.pairs ?? {}}
      onPlace={(pairs) => onRespond({ pairs })}
      feedback={feedback}
    />
  )
}
