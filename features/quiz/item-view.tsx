'use client'

import type { ReactElement } from 'react'
import type { ItemType, PublicItem, PublicItemOf, ResponseOf } from './item.ts'
import { QuoteAttributionView } from './items/quote-attribution/view.tsx'
import { SingleChoiceView } from './items/single-choice/view.tsx'
import type { ItemViewProps } from './items/view-props.ts'

const views: { [T in ItemType]: (props: ItemViewProps<PublicItemOf<T>, ResponseOf<T>>) => ReactElement } = {
  'single-choice': SingleChoiceView,
  'quote-attribution': QuoteAttributionView,
}

/** The item in the view of its type. */
export function ItemView(props: ItemViewProps<PublicItem, unknown>) {
  const View = views[props.item.type] as (props: ItemViewProps<PublicItem, unknown>) => ReactElement
  return <View {...props} />
}
