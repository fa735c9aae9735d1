'use client'

import { ChoiceList } from '@/components/choice-list.tsx'
import { choiceMarks } from '../marks.tsx'
import { Stem } from '../stem.tsx'
import type { ItemViewProps } from '../view-props.ts'
import type { MultipleResponseResponse, PublicMultipleResponseItem } from './schema.ts'

export function MultipleResponseView({
  item,
  response,
  onRespond,
  feedback,
}: ItemViewProps<PublicMultipleResponseItem, MultipleResponseResponse>) {
  return (
    <ChoiceList
      kind="several"
      legend={<Stem instruction="Choose all that apply.">{item.stem}</Stem>}
      choices={item.options.map(({ id, text }) => ({ id, label: text }))}
      chosen={response?.optionIds ?? []}
      onChoose={(optionIds) => onRespond({ optionIds })}
      marks={choiceMarks(
        feedback,
        item.options.map(({ id }) => id),
      )}
    />
  )
}
