'use client'

import { ChoiceList } from '@/components/choice-list.tsx'
import { choiceMarks } from '../marks.tsx'
import type { ItemViewProps } from '../view-props.ts'
import type { PublicTrueFalseItem, TrueFalseResponse, Verdict } from './schema.ts'
import { questionOf, verdictText } from './wording.ts'

export function TrueFalseView({
  item,
  response,
  onRespond,
  feedback,
}: ItemViewProps<PublicTrueFalseItem, TrueFalseResponse>) {
  return (
    <ChoiceList
      kind="one"
      legend={
        <>
          <span className="block text-sm text-muted">{questionOf(item)}</span>
          <span className="mt-3 block border-edge border-l-4 pl-4 font-serif text-xl leading-snug font-semibold">
            {item.assertion}
          </span>
        </>
      }
      choices={item.verdicts.map((verdict) => ({ id: verdict, label: verdictText(verdict, item) }))}
      chosen={response === null ? [] : [response.verdict]}
      onChoose={([verdict]) => onRespond({ verdict: verdict as Verdict })}
      marks={choiceMarks(feedback, item.verdicts)}
    />
  )
}
