import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examples } from './examples.ts'
import {
  gradeResponse,
  type Item,
  type ItemOf,
  type ItemType,
  itemSchema,
  type ResponseOf,
  reveal,
  shuffledFor,
  toPublic,
} from './item.ts'
import { missingIn } from './missing.ts'
import { keyResponse, wrongResponse } from './responses.ts'

const typed = fc.oneof(fc.constantFrom('Lantern', 'lantren', 'Harbour', 'LHC', 'Côte du Phare', '…', ''), fc.string())

/** Something for some of these slots, or for all. */
function filled(slots: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<Record<string, string>> {
  return fc.record(slots, { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>
}

/** Some of the things, or all, each in one of the places. */
function placed(things: readonly { id: string }[], places: readonly { id: string }[]) {
  return filled(Object.fromEntries(things.map(({ id }) => [id, idOf(places)])))
}

const idOf = (options: readonly { id: string }[]) => fc.constantFrom(...options.map(({ id }) => id))

/** Responses that a learner can give, whole or not. */
const responses: { [T in ItemType]: (item: ItemOf<T>) => fc.Arbitrary<Partial<ResponseOf<T>>> } = {
  'single-choice': ({ options }) => fc.record({ optionId: idOf(options) }),
  'multiple-response': ({ options }) =>
    fc.record({ optionIds: fc.shuffledSubarray(options.map(({ id }) => id)) }, { requiredKeys: [] }),
  'true-false': ({ verdicts }) => fc.record({ verdict: fc.constantFrom(...verdicts) }),
  numeric: ({ key }) => fc.record({ value: fc.oneof(fc.constant(key), fc.double()) }, { requiredKeys: [] }),
  'short-answer': () => fc.record({ text: typed }),
  matching: ({ prompts, choices }) => fc.record({ pairs: placed(prompts, choices) }),
  ordering: ({ key }) => fc.record({ order: fc.shuffledSubarray(key, { minLength: key.length }) }),
  cloze: ({ gaps }) =>
    fc.record({
      gaps: filled(Object.fromEntries(gaps.map((gap) => [gap.id, gap.kind === 'chosen' ? idOf(gap.options) : typed]))),
    }),
  categorising: ({ entries, categories }) => fc.record({ places: placed(entries, categories) }),
  'quote-attribution': ({ options }) => fc.record({ speakerId: idOf(options) }),
}

/** The same item with another key, such as an author might have written it. */
const rekeyed: { [T in ItemType]: (item: ItemOf<T>) => ItemOf<T>[] } = {
  'single-choice': (item) => item.options.map(({ id }) => ({ ...item, key: id })),
  'multiple-response': (item) => item.options.map(({ id }) => ({ ...item, keys: [id] })),
  'true-false': (item) => item.verdicts.map((key) => ({ ...item, key })),
  numeric: (item) => [{ ...item, key: item.key + 1, tolerance: 3, misreadings: [] }],
  'short-answer': (item) => [{ ...item, accepted: ['Elsewhere'], misreadings: [] }],
  matching: (item) => [{ ...item, key: turned(item.key) }],
  ordering: (item) => [{ ...item, key: [...item.key].reverse(), entries: [...item.entries].reverse() }],
  cloze: (item) => [
    {
      ...item,
      gaps: item.gaps.map((gap) =>
        gap.kind === 'chosen'
          ? { ...gap, key: gap.options.find(({ id }) => id !== gap.key)?.id ?? '' }
          : { ...gap, accepted: ['Elsewhere'], misreadings: [] },
      ),
    },
  ],
  categorising: (item) => [{ ...item, key: turned(item.key) }],
  'quote-attribution': (item) => item.options.map(({ id }) => ({ ...item, key: id })),
}

/** Every place one further. */
function turned(key: Readonly<Record<string, string>>): Record<string, string> {
  const places = Object.values(key)
  return Object.fromEntries(Object.keys(key).map((id, index) => [id, places[(index + 1) % places.length] ?? '']))
}

const responsesTo = (item: Item) => (responses[item.type] as (item: Item) => fc.Arbitrary<unknown>)(item)
const rekeyedFrom = (item: Item) => (rekeyed[item.type] as (item: Item) => Item[])(item)

/** All names of fields, and all texts, anywhere inside. */
function inside(value: unknown): { fields: string[]; texts: string[] } {
  if (typeof value === 'string') return { fields: [], texts: [value] }
  if (typeof value !== 'object' || value === null) return { fields: [], texts: [] }
  const below = Object.values(value).map(inside)
  return {
    fields: [...(Array.isArray(value) ? [] : Object.keys(value)), ...below.flatMap(({ fields }) => fields)],
    texts: below.flatMap(({ texts }) => texts),
  }
}

/** The fields that a public item may have, anywhere inside. */
const harmlessFields = new Set(
  'about assertion called categories choices counts entries gaps id kind name office options pieces precision prompts revision staysLast stem text type verdicts words'.split(
    ' ',
  ),
)

/** The texts that tell: reasons, explanation, what is accepted when typed, known mistakes. */
function secretsOf(item: Item): string[] {
  const accepted = (one: { accepted?: string[]; misreadings?: { text?: string }[] }) => [
    ...(one.accepted ?? []),
    ...(one.misreadings ?? []).flatMap(({ text }) => text ?? []),
  ]
  const becauses: string[] = []
  JSON.stringify(item, (field, value) => {
    if (field === 'because' && typeof value === 'string') becauses.push(value)
    return value
  })
  return [item.explanation, ...becauses, ...(item.type === 'cloze' ? item.gaps : [item]).flatMap(accepted)]
}

/** The same whatever order lists are in. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, unordered(part)]))
}

it('has an example of every type, under ids of their own', () => {
  const types = Object.keys(responses) as ItemType[]
  expect(new Set(examples.map(({ type }) => type))).toEqual(new Set(types))
  expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length)
})

describe.each(examples)('the $type example $id', (item) => {
  it('fits the schema of items', () => {
    expect(itemSchema.parse(item)).toEqual(item)
  })

  it('gives the key all points and a wholly wrong response none', () => {
    expect(gradeResponse(item, keyResponse(item))).toMatchObject({ state: 'graded', score: 1 })
    expect(gradeResponse(item, wrongResponse(item))).toMatchObject({ state: 'graded', score: 0 })
  })

  it('gives every response from none to all points, the mean over its slots', () => {
    fc.assert(
      fc.property(responsesTo(item), (response) => {
        const grade = gradeResponse(item, response)
        if (grade.state === 'invalid') return
        expect(grade.score).toBeGreaterThanOrEqual(0)
        expect(grade.score).toBeLessThanOrEqual(1)
        expect(grade.slots.map(({ slotId }) => slotId)).toEqual(reveal(item).slots.map(({ slotId }) => slotId))
        const mean = grade.slots.reduce((sum, { credit }) => sum + credit, 0) / grade.slots.length
        expect(grade.score).toBe(mean)
      }),
    )
  })

  it('grades whatever a client sends, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything())), (response) => {
        expect(['invalid', 'graded']).toContain(gradeResponse(item, response).state)
      }),
    )
  })

  it('calls a response that is not there, empty, or of another type invalid, not wrong', () => {
    const ofOthers = examples.filter(({ type }) => type !== item.type).map(keyResponse)
    for (const response of [undefined, null, {}, [], '', 0, Number.NaN, ...ofOthers]) {
      expect(gradeResponse(item, response).state).toBe('invalid')
    }
  })

  it('tells the learner what is missing exactly where the response would be invalid', () => {
    expect(missingIn(toPublic(item), null)).toMatch(/\.$/)
    fc.assert(
      fc.property(responsesTo(item), (response) => {
        const isInvalid = gradeResponse(item, response).state === 'invalid'
        expect(missingIn(toPublic(item), response) !== null).toBe(isInvalid)
      }),
    )
  })

  it('shows a learner nothing of key, reasons, explanation or what is accepted', () => {
    const { fields, texts } = inside(toPublic(item))
    expect(fields.filter((field) => !harmlessFields.has(field))).toEqual([])
    expect(texts.filter((text) => secretsOf(item).includes(text))).toEqual([])
  })

  it('looks the same to a learner whatever is the key', () => {
    const others = rekeyedFrom(item)
    expect(others.length).toBeGreaterThan(0)
    for (const other of others) expect(toPublic(other)).toEqual(toPublic(item))
  })

  it('keeps its parts when shuffled, and their order for one seed', () => {
    const shown = toPublic(item)
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const once = shuffledFor(shown, seed)
        expect(shuffledFor(shown, seed)).toEqual(once)
        expect(unordered(once)).toEqual(unordered(shown))
      }),
    )
  })

  it('reveals a right answer for every slot, and reasons only for what is wrong there', () => {
    const { slots, reasons } = reveal(item)
    const keys = new Map(slots.map(({ slotId, keyOptionIds }) => [slotId, keyOptionIds]))
    for (const { keyText } of slots) expect(keyText).not.toBe('')
    for (const { slotId, optionId } of reasons) {
      expect(keys.has(slotId)).toBe(true)
      expect(keys.get(slotId)).not.toContain(optionId)
    }
  })
})
