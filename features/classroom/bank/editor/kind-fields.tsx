'use client'

import type { ReactElement } from 'react'
import type { ItemType } from '@/features/quiz/item.ts'
import type { Draft, DraftOf } from '../draft.ts'
import { CategorisingFields } from './kinds/categorising-fields.tsx'
import { ClozeFields } from './kinds/cloze-fields.tsx'
import { MatchingFields } from './kinds/matching-fields.tsx'
import { MultipleResponseFields } from './kinds/multiple-response-fields.tsx'
import { NumericFields } from './kinds/numeric-fields.tsx'
import { OrderingFields } from './kinds/ordering-fields.tsx'
import { QuoteAttributionFields } from './kinds/quote-attribution-fields.tsx'
import { ShortAnswerFields } from './kinds/short-answer-fields.tsx'
import { SingleChoiceFields } from './kinds/single-choice-fields.tsx'
import { TrueFalseFields } from './kinds/true-false-fields.tsx'

/** What the fields of one kind of item need. */
export interface KindFieldsProps<T extends ItemType> {
  draft: DraftOf<T>
  onChange: (change: Partial<DraftOf<T>>) => void
}

const fieldsOf: { [T in ItemType]: (props: KindFieldsProps<T>) => ReactElement } = {
  'single-choice': SingleChoiceFields,
  'multiple-response': MultipleResponseFields,
  'true-false': TrueFalseFields,
  numeric: NumericFields,
  'short-answer': ShortAnswerFields,
  matching: MatchingFields,
  ordering: OrderingFields,
  cloze: ClozeFields,
  categorising: CategorisingFields,
  'quote-attribution': QuoteAttributionFields,
}

/** The fields of an item that only its kind has. */
export function KindFields({ draft, onChange }: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  const Fields = fieldsOf[draft.type] as (props: {
    draft: Draft
    onChange: (change: Partial<Draft>) => void
  }) => ReactElement
  return <Fields draft={draft} onChange={onChange} />
}
