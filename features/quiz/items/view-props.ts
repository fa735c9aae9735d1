import type { ChoiceMark } from '@/components/choice-list.tsx'

/** What the view of an item type is given: the public item and, after the answer, the marks. */
export interface ItemViewProps<PublicItem, Response> {
  item: PublicItem
  response: Response | null
  onRespond: (response: Response) => void
  /** By option id; given once the answer is in. */
  marks: ReadonlyMap<string, ChoiceMark> | undefined
}
