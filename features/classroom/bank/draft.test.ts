import fc, { type GeneratorValue } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examples } from '@/features/quiz/examples.ts'
import { gradeResponse, type Item, itemSchema, itemTypeSchema, reveal, toPublic } from '@/features/quiz/item.ts'
import { keyResponse } from '@/features/quiz/responses.ts'
import frozen from '@/generated/items.json'
import { type Draft, draftOf, emptyDraft, itemOf, itemToLookAt, type NewId } from './draft.ts'
import { problemsIn } from './draft-problems.ts'

const catalogItems = frozen as unknown as Item[]
const itemTypes = itemTypeSchema.options

function counting(): NewId {
  let made = 0
  return () => {
    made += 1
    return `n${made}`
  }
}

describe.each(itemTypes)('the form of an item of the kind %s', (type) => {
  const all = [...examples, ...catalogItems].filter((item) => item.type === type)

  it('gives the item back, and the item the same form', () => {
    // The order in which entries are kept tells nothing: learners see them shuffled.
    const sorted = (item: Item) =>
      item.type === 'ordering' ? { ...item, entries: [...item.entries].sort((a, b) => (a.id < b.id ? -1 : 1)) } : item
    for (const item of all) {
      const draft = draftOf(item)
      const back = itemOf(draft, item)
      expect(draftOf(back), item.id).toEqual(draft)
      expect(sorted(back), item.id).toEqual(sorted(item))
    }
  })

  it('has nothing against it', () => {
    for (const item of all) expect(problemsIn(draftOf(item)), item.id).toEqual([])
  })
})

describe.each(itemTypes)('an empty form of the kind %s', (type) => {
  it('can be looked at all the same', () => {
    const item = itemToLookAt(emptyDraft(type, counting()))
    expect(itemSchema.parse(JSON.parse(JSON.stringify(item)))).toEqual(item)
    expect(toPublic(item).type).toBe(type)
  })

  it('says what is missing, and names no field twice', () => {
    const problems = problemsIn(emptyDraft(type, counting()))
    expect(problems.length).toBeGreaterThan(1)
    expect(new Set(problems.map(({ field }) => field)).size).toBe(problems.length)
  })
})

const texts = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-z]{3,12}$/) },
  { weight: 2, arbitrary: fc.constantFrom('', ' ', 'a', 'A', 'the a', '…', '0', '1,500', '-3', '2.5', 'é', 'e') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
)
const numbers = fc.oneof(fc.double({ noNaN: true }).map(String), fc.integer().map(String), texts)

/** Puts anything into every field that somebody can type in, and marks anything as right. */
function scribble(gen: GeneratorValue, value: unknown, ids: readonly string[], isNumeric: boolean): unknown {
  if (Array.isArray(value)) return value.map((part) => scribble(gen, part, ids, isNumeric))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (['id', 'type', 'kind', 'proof', 'precision', 'cites', 'factIds', 'locators', 'topics'].includes(name)) {
        return [name, part]
      }
      if (isNumeric && ['key', 'tolerance', 'text'].includes(name)) return [name, gen(() => numbers)]
      // Mostly as it was, since few of the others can be right.
      if (name === 'key' && gen(() => fc.integer({ min: 0, max: 9 })) > 0) return [name, part]
      if (name === 'key') return [name, gen(() => fc.constantFrom(...ids, ''))]
      if (name === 'keys') return [name, gen(() => fc.uniqueArray(fc.constantFrom(...ids)))]
      if (name === 'pieces') return [name, (part as string[]).map(() => gen(() => texts))]
      if (typeof part === 'boolean') return [name, gen(() => fc.boolean())]
      return [name, typeof part === 'string' ? gen(() => texts) : scribble(gen, part, ids, isNumeric)]
    }),
  )
}

function idsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : []
  return [...own, ...Object.values(value).flatMap(idsIn)]
}

describe.each(itemTypes)('whatever a form of the kind %s lets through', (type) => {
  const drafts = examples.filter((item) => item.type === type).map(draftOf)

  it('is an item that gives its own key everything, can be shown and comes back as it was', () => {
    let passed = 0
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom(...drafts), (gen, draft) => {
        const ids = [...idsIn(draft), ...(type === 'true-false' ? ['true', 'false', 'unsaid'] : [])]
        const scribbled = scribble(gen, draft, ids, type === 'numeric') as Draft
        if (problemsIn(scribbled).length > 0) return
        passed += 1
        const item = itemOf(scribbled, { id: 'own:made:v1', revision: 'r1' })
        expect(itemSchema.parse(item)).toEqual(item)
        expect(gradeResponse(item, keyResponse(item))).toMatchObject({ state: 'graded', score: 1 })
        expect(toPublic(item).type).toBe(type)
        expect(reveal(item).slots.every(({ keyText }) => keyText !== '')).toBe(true)
        expect(itemOf(draftOf(item), item)).toEqual(item)
      }),
      { numRuns: 1500 },
    )
    expect(passed).toBeGreaterThan(10)
  })
})

describe('what is wrong is said at its field', () => {
  const [single, numeric, short, matching] = (['single-choice', 'numeric', 'short-answer', 'matching'] as const).map(
    (type) => draftOf(examples.find((item) => item.type === type) as Item),
  ) as [Draft, Draft, Draft, Draft]
  const said = (draft: object) => problemsIn(draft as Draft).map(({ field, message }) => `${field}: ${message}`)

  it('names two options that read alike, and not their cases', () => {
    const options = 'options' in single ? single.options : []
    const alike = options.map((option, index) => (index === 2 ? { ...option, text: 'the MONDAY.' } : option))
    expect(said({ ...single, options: alike })).toEqual(['option o3 text: Two of these read alike.'])
  })

  it('misses a right answer, an option and a reason', () => {
    const options = ('options' in single ? single.options : []).map((option, index) =>
      index === 0 ? { ...option, text: ' ', because: '' } : option,
    )
    expect(said({ ...single, options, key: '' })).toEqual([
      'option o1 text: This is still empty.',
      'key: No right answer is marked.',
      'option o1 because: Say why this is wrong.',
      'option o2 because: Say why this is wrong.',
    ])
  })

  it('takes no tolerance below nothing, no text for a number and no right number for a wrong one', () => {
    expect(said({ ...numeric, tolerance: '-1' })).toEqual([
      'tolerance: It can’t be below 0: 0 wants the number itself.',
    ])
    expect(said({ ...numeric, key: 'many' })).toEqual([
      'key: This is no number. Write it in digits, such as 1,500 or 2.5.',
    ])
    expect(said({ ...numeric, tolerance: '1350' })).toEqual([
      'misreading m1 text: This number counts as right, so that it can’t be wrong too.',
    ])
  })

  it('takes no answer for wrong that is accepted', () => {
    const misreadings = 'misreadings' in short ? short.misreadings : []
    expect(said({ ...short, misreadings: misreadings.map((one) => ({ ...one, text: 'the cote du phare' })) })).toEqual([
      'misreading m1 text: This is accepted as right above, so that it can’t be wrong too.',
    ])
  })

  it('uses what goes with a line once', () => {
    const prompts = ('prompts' in matching ? matching.prompts : []).map((one) => ({ ...one, key: 'lamps' }))
    expect(said({ ...matching, prompts }).map((text) => text.split(':')[0])).toEqual([
      'prompt ben key',
      'prompt cleo key',
      'prompt dan key',
    ])
  })
})
