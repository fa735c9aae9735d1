import { type Item, reveal } from '@/features/quiz/item.ts'
import type { PrintedItem, Signed } from './printed-item.ts'

/** What is right on paper, in the signs of the form: "B", "A, C", "1 C, 2 A", "over 8". */
export function paperKey(item: Item, { layout }: PrintedItem): string {
  const { slots } = reveal(item)
  const [first] = slots
  const keyIn = (slotId: string) => slots.find((slot) => slot.slotId === slotId)
  switch (layout.kind) {
    case 'choose':
      return signsOf(layout.options, first?.keyOptionIds ?? [])
        .sort()
        .join(', ')
    case 'order':
      return signsOf(layout.entries, first?.keyOptionIds ?? []).join(', ')
    case 'write':
      return first?.keyText ?? ''
    case 'match':
      return layout.prompts
        .map(({ id, sign }) => `${sign} ${signsOf(layout.choices, keyIn(id)?.keyOptionIds ?? []).join(', ')}`)
        .join(', ')
    case 'fill':
      return layout.gaps
        .map(({ id, sign, options }) => {
          const key = keyIn(id)
          return `${sign} ${options.length === 0 ? key?.keyText : signsOf(options, key?.keyOptionIds ?? []).join(', ')}`
        })
        .join(', ')
  }
}

/** The signs of these, in the order of the ids. */
function signsOf(options: readonly Signed[], ids: readonly string[]): string[] {
  return ids.flatMap((id) => options.find((option) => option.id === id)?.sign ?? [])
}
