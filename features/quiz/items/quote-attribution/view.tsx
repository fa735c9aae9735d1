'use client'

import { ChoiceList } from '@/components/choice-list.tsx'
import { choiceMarks } from '../marks.tsx'
import type { ItemViewProps } from '../view-props.ts'
import type { PublicQuoteAttributionItem, QuoteAttributionResponse } from './schema.ts'

export function QuoteAttributionView({
  item,
  response,
  onRespond,
  feedback,
}: ItemViewProps<PublicQuoteAttributionItem, QuoteAttributionResponse>) {
  return (
    <ChoiceList
      kind="one"
      legend={
        <>
          <span className="block text-sm text-muted">Whose words does the summary quote, on {item.about}?</span>
          <q className="mt-3 block border-marker border-l-4 pl-4 font-serif text-2xl leading-snug italic">
            {item.words}
          </q>
        </>
      }
      choices={item.options.map(({ id, name, office }) => ({ id, label: name, detail: office }))}
      chosen={response === null ? [] : [response.speakerId]}
      onChoose={([speakerId = '']) => onRespond({ speakerId })}
      marks={choiceMarks(
        feedback,
        item.options.map(({ id }) => id),
      )}
    />
  )
}
