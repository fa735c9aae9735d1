import type { Item, ItemOf, ItemType, ResponseOf } from './item.ts'

type Respond = { [T in ItemType]: (item: ItemOf<T>) => ResponseOf<T> }

const rightly: Respond = {
  'single-choice': ({ key }) => ({ optionId: key }),
  'multiple-response': ({ keys }) => ({ optionIds: [...keys] }),
  'true-false': ({ key }) => ({ verdict: key }),
  numeric: ({ key }) => ({ value: key }),
  'short-answer': ({ accepted }) => ({ text: accepted[0] ?? '' }),
  matching: ({ key }) => ({ pairs: { ...key } }),
  ordering: ({ key }) => ({ order: [...key] }),
  cloze: ({ gaps }) => ({
    gaps: Object.fromEntries(gaps.map((gap) => [gap.id, gap.kind === 'chosen' ? gap.key : (gap.accepted[0] ?? '')])),
  }),
  categorising: ({ key }) => ({ places: { ...key } }),
  'quote-attribution': ({ key }) => ({ speakerId: key }),
}

const otherThan = (ids: readonly { id: string }[], key: string | undefined) =>
  ids.find(({ id }) => id !== key)?.id ?? ''
/** Letters that no name in any language puts in a row, so that it is close to nothing. */
const gibberish = 'qxzvkj qxzvkj'

const wrongly: Respond = {
  'single-choice': ({ options, key }) => ({ optionId: otherThan(options, key) }),
  'multiple-response': ({ options, keys }) => ({
    optionIds: options.map(({ id }) => id).filter((id) => !keys.includes(id)),
  }),
  'true-false': ({ verdicts, key }) => ({ verdict: verdicts.find((verdict) => verdict !== key) ?? key }),
  numeric: ({ key, tolerance }) => ({ value: key + tolerance + 1 }),
  'short-answer': () => ({ text: gibberish }),
  matching: ({ prompts, choices, key }) => ({
    pairs: Object.fromEntries(prompts.map(({ id }) => [id, otherThan(choices, key[id])])),
  }),
  ordering: ({ key }) => ({ order: [...key].reverse() }),
  cloze: ({ gaps }) => ({
    gaps: Object.fromEntries(
      gaps.map((gap) => [gap.id, gap.kind === 'chosen' ? otherThan(gap.options, gap.key) : gibberish]),
    ),
  }),
  categorising: ({ entries, categories, key }) => ({
    places: Object.fromEntries(entries.map(({ id }) => [id, otherThan(categories, key[id])])),
  }),
  'quote-attribution': ({ options, key }) => ({ speakerId: otherThan(options, key) }),
}

/** The response that earns everything: for answer keys and for whoever has to know them. */
export function keyResponse(item: Item): unknown {
  return (rightly[item.type] as (item: Item) => unknown)(item)
}

/** A whole response that earns nothing. */
export function wrongResponse(item: Item): unknown {
  return (wrongly[item.type] as (item: Item) => unknown)(item)
}
