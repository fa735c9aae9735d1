import type { Feedback } from './feedback.ts'
import type { PublicItem } from './item.ts'

/** How an answer fared, by the points it earned of the points possible. */
export function outcomeOf(score: number): 'right' | 'partly' | 'wrong' {
  return score === 1 ? 'right' : score === 0 ? 'wrong' : 'partly'
}

/** How an answer fared, in words: "Partly right: 3 of 4." */
export function outcomeText(item: PublicItem, feedback: Feedback): string {
  switch (outcomeOf(feedback.score)) {
    case 'right':
      return 'Right.'
    case 'wrong':
      return 'Not right.'
    case 'partly': {
      // How many right ones there are would tell of the key.
      if (!feedback.isKeyShown && feedback.slots.length === 1) return 'Partly right.'
      const parts = partsOf(item, feedback)
      return `Partly right: ${pointsText(feedback.score * parts)} of ${parts}.`
    }
  }
}

/** What can go right or wrong on its own in an item: its slots or, in its only slot, the right options or the steps. */
function partsOf({ type }: PublicItem, { slots }: Feedback): number {
  const options = slots[0]?.keyOptionIds.length ?? 0
  if (slots.length > 1) return slots.length
  return type === 'ordering' ? options - 1 : options
}

/** Points as they are written, the same wherever they are: whole where they are, else with up to two decimals. */
export function pointsText(points: number): string {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(points)
}
