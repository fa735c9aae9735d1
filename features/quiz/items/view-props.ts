import type { Feedback } from '../feedback.ts'

/** What the view of an item type is given. It sees the public item and, after the answer, the feedback. */
export interface ItemViewProps<PublicItem, Response> {
  item: PublicItem
  /** What the learner has given so far, whole or not. */
  response: Response | null
  /** Null takes the response back. */
  onRespond: (response: Response | null) => void
  /** Once it is there, the item is shown marked and takes no more answers. */
  feedback: Feedback | null
}
