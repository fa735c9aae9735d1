'use client'

import type { ReactElement } from 'react'
import type { Feedback } from './feedback.ts'
import type { ItemType, PublicItem, PublicItemOf, ResponseOf } from './item.ts'
import { CategorisingView } from './items/categorising/view.tsx'
import { ClozeView } from './items/cloze/view.tsx'
import { MatchingView } from './items/matching/view.tsx'
import { MultipleResponseView } from './items/multiple-response/view.tsx'
import { NumericView } from './items/numeric/view.tsx'
import { OrderingView } from './items/ordering/view.tsx'
import { QuoteAttributionView } from './items/quote-attribution/view.tsx'
import { ShortAnswerView } from './items/short-answer/view.tsx'
import { SingleChoiceView } from './items/single-choice/view.tsx'
import { TrueFalseView } from './items/true-false/view.tsx'
import type { ItemViewProps } from './items/view-props.ts'

const views: { [T in ItemType]: (props: ItemViewProps<PublicItemOf<T>, ResponseOf<T>>) => ReactElement } = {
  'single-choice': SingleChoiceView,
  'multiple-response': MultipleResponseView,
  'true-false': TrueFalseView,
  numeric: NumericView,
  'short-answer': ShortAnswerView,
  matching: MatchingView,
  ordering: OrderingView,
  cloze: ClozeView,
  categorising: CategorisingView,
  'quote-attribution': QuoteAttributionView,
}

/** The item in the view of its type. */
export function ItemView(props: ItemViewProps<PublicItem, unknown>) {
  const View = views[props.item.type] as (props: ItemViewProps<PublicItem, unknown>) => ReactElement
  return <View {...props} />
}

/** The item as it was answered, marked as far as that may be shown. */
export function MarkedItemView(props: { item: PublicItem; response: unknown; feedback: Feedback | null }) {
  const view = <ItemView {...props} onRespond={() => {}} />
  return props.feedback === null ? (
    <fieldset disabled className="min-w-0">
      {view}
    </fieldset>
  ) : (
    view
  )
}
