import { type ContentIssue, suggest } from '@/features/catalog/content-issue.ts'
import type { LoadedCatalog } from '@/features/catalog/load.ts'
import { type Item, type ItemOf, type ItemType, itemSchema, toPublic } from './item.ts'
import { normaliseTyped } from './items/typed-answer.ts'
import { lengthTelling } from './key-length.ts'

/** What would make an item unfair, or a lesson ask for an item that is not there. */
export function checkItems(items: readonly Item[], { catalog, fileOf }: LoadedCatalog): ContentIssue[] {
  const ids = items.map(({ id }) => id)
  const known = new Set(ids)
  const unresolved = catalog.lessons.flatMap((lesson) =>
    lesson.checkItemIds
      .filter((id) => !known.has(id))
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

/** Options side by side, with those that are right. */
interface ChoiceGroup {
  options: readonly { id: string; label: string; because?: string | null }[]
  keys: readonly string[]
  /** Whether a key may be told by its length: not where options are names. */
  isProse: boolean
}

const labelled = (options: readonly { id: string; text: string; because?: string | null }[]) =>
  options.map(({ text, ...option }) => ({ ...option, label: text }))
const bare = (options: readonly { id: string; text: string }[]) => options.map(({ id, text }) => ({ id, label: text }))

/** Every place of an item in which options stand side by side. */
const choiceGroups: { [T in ItemType]: (item: ItemOf<T>) => ChoiceGroup[] } = {
  'single-choice': ({ options, key }) => [{ options: labelled(options), keys: [key], isProse: true }],
  'multiple-response': ({ options, keys }) => [{ options: labelled(options), keys, isProse: false }],
  'true-false': () => [],
  numeric: () => [],
  'short-answer': () => [],
  matching: ({ prompts, choices }) => [
    { options: bare(prompts), keys: [], isProse: false },
    { options: bare(choices), keys: [], isProse: false },
  ],
  ordering: ({ entries }) => [{ options: bare(entries), keys: [], isProse: false }],
  cloze: ({ gaps }) =>
    gaps.flatMap((gap) =>
      gap.kind === 'chosen' ? [{ options: labelled(gap.options), keys: [gap.key], isProse: true }] : [],
    ),
  categorising: ({ entries, categories }) => [
    { options: bare(entries), keys: [], isProse: false },
    { options: bare(categories), keys: [], isProse: false },
  ],
  'quote-attribution': ({ options, key }) => [
    { options: options.map(({ name, ...option }) => ({ ...option, label: name })), keys: [key], isProse: false },
  ],
}

/** Everything unfair about one item, in words; empty for a fair one. */
export function unfairnessOf(item: Item): string[] {
  const groups = choiceGroups[item.type] as (item: Item) => ChoiceGroup[]
  const found = [
    ...(itemSchema.safeParse(item).success ? [] : ['it does not fit its own schema']),
    ...groups(item).flatMap(unfairnessAmong),
    ...unmatched(item),
    ...typedUnfairness(item),
  ]
  if (JSON.stringify(toPublic(item)).includes(JSON.stringify(item.explanation).slice(1, -1))) {
    found.push('its explanation can be read before the answer')
  }
  return found
}

function unfairnessAmong({ options, keys, isProse }: ChoiceGroup): string[] {
  const found: string[] = []
  const labels = options.map(({ label }) => label)
  const ids = options.map(({ id }) => id)
  if (new Set(labels.map(normaliseTyped)).size < labels.length) found.push('two options read alike')
  if (new Set(ids).size < ids.length) found.push('two options share an id')
  for (const key of keys) if (!ids.includes(key)) found.push('its key is not among its options')
  for (const { id, because } of options) {
    if (because !== undefined && keys.includes(id) !== (because === null)) {
      found.push(`option "${id}" and its reason do not fit together`)
    }
  }
  if (isProse) found.push(...standsOut(options, keys))
  return found
}

function standsOut(options: ChoiceGroup['options'], keys: readonly string[]): string[] {
  const key = options.find(({ id }) => keys.includes(id))?.label
  if (key === undefined) return []
  const distractors = options.filter(({ id }) => !keys.includes(id)).map(({ label }) => label)
  const telling = lengthTelling(key, distractors)
  return telling === null ? [] : [`the key stands out as the ${telling} option: “${key}”`]
}

/** Prompts and entries whose place is not among those offered, or places that two prompts would share. */
function unmatched(item: Item): string[] {
  if (item.type === 'matching') {
    const places = item.prompts.map(({ id }) => item.key[id])
    const isWhole = places.every((place) => item.choices.some(({ id }) => id === place))
    return isWhole && new Set(places).size === places.length ? [] : ['a prompt has no choice of its own']
  }
  if (item.type === 'categorising') {
    const isWhole = item.entries.every((entry) => item.categories.some(({ id }) => id === item.key[entry.id]))
    return isWhole ? [] : ['an entry has no category']
  }
  if (item.type === 'ordering') {
    const isWhole =
      [...item.key].sort().join() ===
      item.entries
        .map(({ id }) => id)
        .sort()
        .join()
    return isWhole ? [] : ['its key is no arrangement of its entries']
  }
  if (item.type === 'true-false') {
    const others = item.verdicts.filter((verdict) => verdict !== item.key)
    const explained = item.misreadings.map(({ verdict }) => verdict)
    const isWhole = item.verdicts.includes(item.key) && [...others].sort().join() === [...explained].sort().join()
    return isWhole ? [] : ['its verdicts and their reasons do not fit together']
  }
  return []
}

/** Typed answers of which one is both accepted and known to be wrong. */
function typedUnfairness(item: Item): string[] {
  const keys =
    item.type === 'short-answer'
      ? [item]
      : item.type === 'cloze'
        ? item.gaps.flatMap((gap) => (gap.kind === 'typed' ? [gap] : []))
        : []
  return keys.flatMap(({ accepted, misreadings }) => {
    const right = accepted.map(normaliseTyped)
    if (right.includes('')) return ['it accepts an answer without a letter or digit']
    return misreadings
      .filter(({ text }) => right.includes(normaliseTyped(text)))
      .map(({ text }) => `“${text}” is both accepted and given as wrong`)
  })
}
