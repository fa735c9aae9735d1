'use client'

import { ChoiceList } from '@/components/choice-list.tsx'
import { choiceMarks } from '../marks.tsx'
import { Stem } from '../stem.tsx'
import type { ItemViewProps } from '../view-props.ts'
import type { PublicSingleChoiceItem, SingleChoiceResponse } from './schema.ts'

export function SingleChoiceView({
  item,
  response,
  onRespond,
  feedback,
}: ItemViewProps<PublicSingleChoiceItem, SingleChoiceResponse>) {
  return (
    <ChoiceList
      kind="one"
      legend={<Stem>{item.stem}</Stem>}
      choices={item.options.map(({ id, text }) => ({ id, label: text }))}
      chosen={response === null ? [] : [response.optionId]}
      onChoose={([optionId = '']) => onRespond({ optionId })}
      marks={choiceMarks(
        feedback,
        item.options.map(({ id }) => id),
      )}
    />
  )
}
