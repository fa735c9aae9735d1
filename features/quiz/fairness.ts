import { type ContentIssue, suggest } from '@/features/catalog/content-issue.ts'
import type { LoadedCatalog } from '@/features/catalog/load.ts'
import { type Item, itemSchema, toPublic } from './item.ts'

/** How much longer or shorter than every other option a key may be before it gives itself away. */
const lengthLimit = { ratio: 1.6, characters: 20 }

/** What would make an item unfair, or a lesson ask for an item that is not there. */
export function checkItems(items: readonly Item[], { catalog, fileOf }: LoadedCatalog): ContentIssue[] {
  const ids = items.map(({ id }) => id)
  const unresolved = catalog.lessons.flatMap((lesson) =>
    lesson.checkItemIds
      .filter((id) => !ids.includes(id))
      .map((id) => {
        const nearest = suggest(id, ids)
        return {
          file: fileOf.get(lesson.id) ?? 'lessons',
          field: 'Check item',
          expected: 'the id of an item',
          found: id,
          corrected: nearest === undefined ? undefined : `<Check item="${nearest}" />`,
        }
      }),
  )
  const unfair = items.flatMap((item) =>
    unfairnessOf(item).map((found) => ({
      file: fileOf.get(item.factIds[0] ?? '') ?? 'facts',
      field: item.id,
      expected: 'an item that a learner can only get right by knowing, and never wrong by knowing',
      found,
    })),
  )
  return [...unresolved, ...unfair]
}

/** Everything unfair about one item, in words; empty for a fair one. */
export function unfairnessOf(item: Item): string[] {
  const found: string[] = []
  if (!itemSchema.safeParse(item).success) found.push('it does not fit its own schema')
  const labels = item.options.map((option) => ('text' in option ? option.text : option.name))
  const key = labels[item.options.findIndex(({ id }) => id === item.key)]
  if (key === undefined) return [...found, 'its key is not among its options']

  const normalised = labels.map((label) =>
    label
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  if (new Set(normalised).size < normalised.length) found.push('two options read alike')
  if (new Set(item.options.map(({ id }) => id)).size < item.options.length) found.push('two options share an id')
  for (const option of item.options) {
    const isKey = option.id === item.key
    if (isKey !== (option.because === null)) found.push(`option "${option.id}" and its reason do not fit together`)
  }
  if (item.type === 'single-choice') {
    const lengths = labels.filter((label) => label !== key).map((label) => label.length)
    const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)]
    const { ratio, characters } = lengthLimit
    if (key.length > longest * ratio && key.length > longest + characters)
      found.push(`the key stands out as the longest option: “${key}”`)
    if (key.length * ratio < shortest && key.length + characters < shortest)
      found.push(`the key stands out as the shortest option: “${key}”`)
  }
  if (JSON.stringify(toPublic(item)).includes(item.explanation))
    found.push('its explanation can be read before the answer')
  return found
}
