'use client'

import { ChoiceList } from '@/components/choice-list.tsx'
import type { ItemViewProps } from '../view-props.ts'
import type { PublicSingleChoiceItem, SingleChoiceResponse } from './schema.ts'

export function SingleChoiceView({
  item,
  response,
  onRespond,
  marks,
}: ItemViewProps<PublicSingleChoiceItem, SingleChoiceResponse>) {
  return (
    <ChoiceList
      name={item.id}
      legend={<span className="font-serif text-xl leading-snug font-semibold text-balance">{item.stem}</span>}
      choices={item.options.map(({ id, text }) => ({ id, label: text }))}
      value={response?.optionId ?? null}
      onChange={(optionId) => onRespond({ optionId })}
      marks={marks}
    />
  )
}
