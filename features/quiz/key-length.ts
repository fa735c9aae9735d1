/** How much longer or shorter than every other option a key may be before it gives itself away. */
const limit = { ratio: 1.6, characters: 20 }

/** Whether a key tells itself by its length among the distractors beside it, and how; null if it does not. */
export function lengthTelling(key: string, distractors: readonly string[]): 'longest' | 'shortest' | null {
  const lengths = distractors.map(({ length }) => length)
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)]
  if (key.length > longest * limit.ratio && key.length > longest + limit.characters) return 'longest'
  if (key.length * limit.ratio < shortest && key.length + limit.characters < shortest) return 'shortest'
  return null
}
