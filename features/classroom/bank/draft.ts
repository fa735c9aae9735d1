import type { Item, ItemOf, ItemType } from '@/features/quiz/item.ts'
import type { Option, Proof } from '@/features/quiz/items/core.ts'
import { typedNumber } from '@/features/quiz/items/numeric/wording.ts'
import type { Verdict } from '@/features/quiz/items/true-false/schema.ts'

/**
 * An item while somebody writes it: what stands in the fields of its form, whole or not. Unlike the item it keeps what
 * was typed where it does not count now, such as why an option is wrong that has just been marked right.
 */

/** What drafts of every kind have. */
export interface DraftCore {
  factIds: string[]
  locators: string[]
  topics: string[]
  explanation: string
}

/** Why something is wrong. */
export interface Reason {
  because: string
  proof: Proof
  cites: string[]
}

export type OptionDraft = Reason & { id: string; text: string; staysLast: boolean }
export type SpeakerDraft = Reason & { id: string; name: string; office: string }
/** A wrong answer that somebody may type; the id only tells the lines of a form apart. */
export type MisreadingDraft = Reason & { id: string; text: string }
/** One of several answers that are right; the id only tells the lines of a form apart. */
export interface LineDraft {
  id: string
  text: string
}
export interface PlacedDraft {
  id: string
  text: string
  because: string
  cites: string[]
  /** What it belongs to, by its id; empty where nothing is chosen. */
  key: string
}

export interface ChosenGapDraft {
  kind: 'chosen'
  id: string
  options: OptionDraft[]
  key: string
}
export interface TypedGapDraft extends TypedKeyDraft {
  kind: 'typed'
  id: string
}
export type GapDraft = ChosenGapDraft | TypedGapDraft
export interface TypedKeyDraft {
  accepted: LineDraft[]
  toleratesTypos: boolean
  misreadings: MisreadingDraft[]
}

interface DraftTypes {
  'single-choice': { stem: string; options: OptionDraft[]; key: string }
  'multiple-response': { stem: string; options: OptionDraft[]; keys: string[] }
  'true-false': {
    assertion: string
    called: string
    /** Whether “not said” is offered too. */
    offersUnsaid: boolean
    key: Verdict | ''
    reasons: Record<Verdict, Reason>
  }
  numeric: {
    stem: string
    counts: string
    precision: ItemOf<'numeric'>['precision']
    /** As they were typed. */
    key: string
    tolerance: string
    misreadings: MisreadingDraft[]
  }
  'short-answer': { stem: string } & TypedKeyDraft
  matching: { stem: string; prompts: PlacedDraft[]; choices: LineDraft[] }
  /** In the right order. */
  ordering: { stem: string; entries: LineDraft[] }
  cloze: { stem: string; pieces: string[]; gaps: GapDraft[] }
  categorising: { stem: string; categories: LineDraft[]; entries: PlacedDraft[] }
  'quote-attribution': { words: string; about: string; options: SpeakerDraft[]; key: string }
}

export type DraftOf<T extends ItemType> = DraftCore & { type: T } & DraftTypes[T]
export type Draft = { [T in ItemType]: DraftOf<T> }[ItemType]

/** Makes an id that nothing else in the draft has. */
export type NewId = () => string

const noReason: Reason = { because: '', proof: 'authored', cites: [] }

export const emptyOption = (id: string): OptionDraft => ({ id, text: '', staysLast: false, ...noReason })
export const emptySpeaker = (id: string): SpeakerDraft => ({ id, name: '', office: '', ...noReason })
export const emptyMisreading = (id: string): MisreadingDraft => ({ id, text: '', ...noReason })
export const emptyLine = (id: string): LineDraft => ({ id, text: '' })
export const emptyPlaced = (id: string): PlacedDraft => ({ id, text: '', because: '', cites: [], key: '' })
export const emptyChosenGap = (newId: NewId): ChosenGapDraft => ({
  kind: 'chosen',
  id: newId(),
  options: times(3, newId, emptyOption),
  key: '',
})
export const emptyTypedGap = (newId: NewId): TypedGapDraft => ({ kind: 'typed', id: newId(), ...emptyTypedKey(newId) })
export const emptyTypedKey = (newId: NewId): TypedKeyDraft => ({
  accepted: [emptyLine(newId())],
  toleratesTypos: true,
  misreadings: [],
})

function times<T>(count: number, newId: NewId, make: (id: string) => T): T[] {
  return Array.from({ length: count }, () => make(newId()))
}

const empty: { [T in ItemType]: (newId: NewId) => DraftTypes[T] } = {
  'single-choice': (newId) => ({ stem: '', options: times(4, newId, emptyOption), key: '' }),
  'multiple-response': (newId) => ({ stem: '', options: times(5, newId, emptyOption), keys: [] }),
  'true-false': () => ({
    assertion: '',
    called: 'the summary',
    offersUnsaid: false,
    key: '',
    reasons: { true: noReason, false: noReason, unsaid: noReason },
  }),
  numeric: () => ({ stem: '', counts: '', precision: 'exact', key: '', tolerance: '0', misreadings: [] }),
  'short-answer': (newId) => ({ stem: '', ...emptyTypedKey(newId) }),
  matching: (newId) => {
    const choices = times(3, newId, emptyLine)
    return { stem: '', choices, prompts: choices.map(({ id }) => ({ ...emptyPlaced(newId()), key: id })) }
  },
  ordering: (newId) => ({ stem: '', entries: times(3, newId, emptyLine) }),
  cloze: (newId) => ({ stem: 'Complete the sentence.', pieces: ['', ''], gaps: [emptyTypedGap(newId)] }),
  categorising: (newId) => ({
    stem: '',
    categories: times(2, newId, emptyLine),
    entries: times(3, newId, emptyPlaced),
  }),
  'quote-attribution': (newId) => ({ words: '', about: '', options: times(3, newId, emptySpeaker), key: '' }),
}

/** A draft of a kind, with nothing in it but what is given. */
export function emptyDraft(type: ItemType, newId: NewId, given: Partial<DraftCore> = {}): Draft {
  const core: DraftCore = { factIds: [], locators: [], topics: [], explanation: '', ...given }
  return { ...core, type, ...empty[type](newId) } as Draft
}

type ToDraft = { [T in ItemType]: (item: ItemOf<T>) => DraftTypes[T] }

const toDraft: ToDraft = {
  'single-choice': ({ stem, options, key }) => ({ stem, options: options.map(optionDraft), key }),
  'multiple-response': ({ stem, options, keys }) => ({ stem, options: options.map(optionDraft), keys: [...keys] }),
  'true-false': ({ assertion, called, verdicts, key, misreadings }) => {
    const reasonFor = (verdict: Verdict) => {
      const found = misreadings.find((misreading) => misreading.verdict === verdict)
      return found === undefined ? noReason : reasonDraft(found)
    }
    const reasons = { true: reasonFor('true'), false: reasonFor('false'), unsaid: reasonFor('unsaid') }
    return { assertion, called, offersUnsaid: verdicts.includes('unsaid'), key, reasons }
  },
  numeric: ({ stem, counts, precision, key, tolerance, misreadings }) => ({
    stem,
    counts,
    precision,
    key: String(key),
    tolerance: String(tolerance),
    misreadings: misreadings.map((misreading, index) => misreadingDraft(misreading, index, String(misreading.value))),
  }),
  'short-answer': ({ stem, ...key }) => ({ stem, ...typedKeyDraft(key) }),
  matching: ({ stem, prompts, choices, key }) => ({
    stem,
    prompts: prompts.map((prompt) => placedDraft(prompt, key)),
    choices: choices.map(({ id, text }) => ({ id, text })),
  }),
  ordering: ({ stem, entries, key }) => ({
    stem,
    entries: key.map((id) => ({ id, text: entries.find((entry) => entry.id === id)?.text ?? '' })),
  }),
  cloze: ({ stem, pieces, gaps }) => ({
    stem,
    pieces: [...pieces],
    gaps: gaps.map((gap) =>
      gap.kind === 'chosen'
        ? { kind: 'chosen', id: gap.id, options: gap.options.map(optionDraft), key: gap.key }
        : { kind: 'typed', id: gap.id, ...typedKeyDraft(gap) },
    ),
  }),
  categorising: ({ stem, categories, entries, key }) => ({
    stem,
    categories: categories.map(({ id, text }) => ({ id, text })),
    entries: entries.map((entry) => placedDraft(entry, key)),
  }),
  'quote-attribution': ({ words, about, options, key }) => ({
    words,
    about,
    options: options.map(({ id, name, office, ...reason }) => ({
      id,
      name,
      office: office ?? '',
      ...reasonDraft(reason),
    })),
    key,
  }),
}

/** The draft that a whole item gives, to go on writing it. */
export function draftOf(item: Item): Draft {
  const { type, factIds, locators, topics, explanation } = item
  const core = { factIds: [...factIds], locators: [...locators], topics: [...topics], explanation }
  return { ...core, type, ...(toDraft[type] as (item: Item) => object)(item) } as Draft
}

type ToItem = { [T in ItemType]: (draft: DraftOf<T>) => Omit<ItemOf<T>, keyof DraftCore | 'id' | 'revision' | 'type'> }

const toItem: ToItem = {
  'single-choice': ({ stem, options, key }) => ({
    stem: line(stem),
    options: options.map((option) => optionOf(option, option.id === key)),
    key,
  }),
  'multiple-response': ({ stem, options, keys }) => ({
    stem: line(stem),
    options: options.map((option) => optionOf(option, keys.includes(option.id))),
    keys: keys.filter((key) => options.some(({ id }) => id === key)),
  }),
  'true-false': ({ assertion, called, offersUnsaid, key, reasons }) => {
    const verdicts: Verdict[] = offersUnsaid ? ['true', 'false', 'unsaid'] : ['true', 'false']
    return {
      assertion: line(assertion),
      called: line(called),
      verdicts,
      // Where nothing is chosen yet the draft has a problem, and no item is made of it.
      key: key === '' ? 'true' : key,
      misreadings: verdicts
        .filter((verdict) => verdict !== key)
        .map((verdict) => ({ verdict, ...reasonOf(reasons[verdict]) })),
    }
  },
  numeric: ({ stem, counts, precision, key, tolerance, misreadings }) => ({
    stem: line(stem),
    counts: line(counts),
    precision,
    key: typedNumber(key),
    tolerance: typedNumber(tolerance),
    misreadings: misreadings.map(({ text, ...reason }) => ({ value: typedNumber(text), ...reasonOf(reason) })),
  }),
  'short-answer': ({ stem, ...key }) => ({ stem: line(stem), ...typedKeyOf(key) }),
  matching: ({ stem, prompts, choices }) => ({
    stem: line(stem),
    prompts: prompts.map(placedOf),
    choices: choices.map(lineOf),
    key: keyOf(prompts),
  }),
  ordering: ({ stem, entries }) => ({
    stem: line(stem),
    entries: entries.map(lineOf),
    key: entries.map(({ id }) => id),
  }),
  cloze: ({ stem, pieces, gaps }) => ({
    stem: line(stem),
    pieces: pieces.map((piece) => piece.replace(/\s+/g, ' ')),
    gaps: gaps.map((gap) =>
      gap.kind === 'chosen'
        ? {
            kind: 'chosen' as const,
            id: gap.id,
            options: gap.options.map((option) => optionOf(option, option.id === gap.key)),
            key: gap.key,
          }
        : { kind: 'typed' as const, id: gap.id, ...typedKeyOf(gap) },
    ),
  }),
  categorising: ({ stem, categories, entries }) => ({
    stem: line(stem),
    categories: categories.map(lineOf),
    entries: entries.map(placedOf),
    key: keyOf(entries),
  }),
  'quote-attribution': ({ words, about, options, key }) => ({
    words: line(words),
    about: line(about),
    options: options.map(({ id, name, office, ...reason }) => ({
      id,
      name: line(name),
      office: line(office) === '' ? null : line(office),
      ...(id === key ? rightOption : reasonOf(reason)),
    })),
    key,
  }),
}

/** The item that a draft without problems comes to (features/classroom/bank/draft-problems.ts). */
export function itemOf(draft: Draft, { id, revision }: { id: string; revision: string }): Item {
  const { type, factIds, locators, topics, explanation } = draft
  const core = { id, revision, type, factIds, locators, topics, explanation: line(explanation) }
  return { ...core, ...(toItem[type] as (draft: Draft) => object)(draft) } as Item
}

/** The item that an unfinished draft would come to, to be looked at: what is missing shows as “…”. */
export function itemToLookAt(draft: Draft): Item {
  return filled(itemOf(draft, { id: 'own:preview:v1', revision: 'preview' })) as Item
}

function filled(part: unknown, name = ''): unknown {
  if (part === '') return name === 'key' || name === 'pieces' ? part : '…'
  if (typeof part === 'number') return Number.isNaN(part) || (name === 'tolerance' && part < 0) ? 0 : part
  if (Array.isArray(part)) return name === 'keys' && part.length === 0 ? ['…'] : part.map((one) => filled(one, name))
  if (part === null || typeof part !== 'object') return part
  return Object.fromEntries(Object.entries(part).map(([own, value]) => [own, filled(value, own)]))
}

/** Text as it is kept: one line, without what nobody sees. */
export function line(text: string): string {
  return text
    .replace(/[^\P{Cc}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const rightOption = { because: null, proof: null, cites: [] }

function optionDraft({ id, text, staysLast, because, proof, cites }: Option): OptionDraft {
  return { id, text, staysLast: staysLast ?? false, ...reasonDraft({ because, proof, cites }) }
}

function optionOf({ id, text, staysLast, ...reason }: OptionDraft, isKey: boolean): Option {
  return {
    id,
    text: line(text),
    ...(staysLast ? { staysLast } : {}),
    ...(isKey ? rightOption : reasonOf(reason)),
  }
}

function reasonDraft(reason: { because: string | null; proof: Proof | null; cites: readonly string[] }): Reason {
  return { because: reason.because ?? '', proof: reason.proof ?? 'authored', cites: [...reason.cites] }
}

function reasonOf({ because, proof, cites }: Reason): Reason {
  return { because: line(because), proof, cites }
}

function misreadingDraft(
  misreading: { because: string; proof: Proof; cites: readonly string[] },
  index: number,
  text: string,
): MisreadingDraft {
  return { id: `m${index + 1}`, text, ...reasonDraft(misreading) }
}

function typedKeyDraft({
  accepted,
  toleratesTypos,
  misreadings,
}: Pick<ItemOf<'short-answer'>, 'accepted' | 'toleratesTypos' | 'misreadings'>): TypedKeyDraft {
  return {
    accepted: accepted.map((text, index) => ({ id: `a${index + 1}`, text })),
    toleratesTypos,
    misreadings: misreadings.map((misreading, index) => misreadingDraft(misreading, index, misreading.text)),
  }
}

function typedKeyOf({ accepted, toleratesTypos, misreadings }: TypedKeyDraft) {
  return {
    accepted: accepted.map(({ text }) => line(text)),
    toleratesTypos,
    misreadings: misreadings.map(({ text, ...reason }) => ({ text: line(text), ...reasonOf(reason) })),
  }
}

function placedDraft(
  { id, text, because, cites }: { id: string; text: string; because: string; cites: readonly string[] },
  key: Readonly<Record<string, string>>,
): PlacedDraft {
  return { id, text, because, cites: [...cites], key: key[id] ?? '' }
}

function placedOf({ id, text, because, cites }: PlacedDraft) {
  return { id, text: line(text), because: line(because), cites }
}

function keyOf(placed: readonly PlacedDraft[]): Record<string, string> {
  return Object.fromEntries(placed.map(({ id, key }) => [id, key]))
}

function lineOf({ id, text }: LineDraft): LineDraft {
  return { id, text: line(text) }
}
