import type { ItemType } from '@/features/quiz/item.ts'
import { typedNumber } from '@/features/quiz/items/numeric/wording.ts'
import type { Verdict } from '@/features/quiz/items/true-false/schema.ts'
import { judgeTyped, normaliseTyped } from '@/features/quiz/items/typed-answer.ts'
import {
  type Draft,
  type DraftOf,
  type GapDraft,
  type LineDraft,
  line,
  type MisreadingDraft,
  type OptionDraft,
  type PlacedDraft,
  type TypedKeyDraft,
} from './draft.ts'

/** Something that keeps a draft from being an item, in words, at the field where it can be put right. */
export interface DraftProblem {
  /** As the fields of the form are named: `stem`, `option o1 text`. */
  field: string
  message: string
}

/** How many characters a text of an item may have. */
export const longestText = 1000
/** How many an answer may have that is to be typed. */
const longestTyped = 200
/** How many options or entries an item may have. */
export const mostParts = 20
/** How many ways there may be to type an answer. */
export const mostAccepted = 50
/** How few of each there have to be, by kind of item. */
export const fewest = {
  options: 3,
  manyOptions: 4,
  speakers: 3,
  prompts: 3,
  categories: 2,
  entries: 3,
  gaps: 1,
} as const
const largestNumber = 1e12

type ProblemsByType = { [T in ItemType]: (draft: DraftOf<T>) => DraftProblem[] }

const problemsByType: ProblemsByType = {
  'single-choice': ({ stem, options, key }) => [
    ...text('stem', stem, 'The question is still empty.'),
    ...optionsProblems('', options, key === '' ? [] : [key], fewest.options),
  ],
  'multiple-response': ({ stem, options, keys }) => [
    ...text('stem', stem, 'The question is still empty.'),
    ...optionsProblems('', options, keys, fewest.manyOptions),
  ],
  'true-false': ({ assertion, called, offersUnsaid, key, reasons }) => {
    const verdicts: Verdict[] = offersUnsaid ? ['true', 'false', 'unsaid'] : ['true', 'false']
    const isMarked = key !== '' && verdicts.includes(key)
    return [
      ...text('assertion', assertion, 'The sentence to be judged is still empty.'),
      ...text('called', called, 'Say by what it is judged, such as “the summary”.'),
      ...(isMarked ? [] : [{ field: 'key', message: 'No right answer is marked.' }]),
      ...(isMarked ? verdicts.filter((verdict) => verdict !== key) : []).flatMap((verdict) =>
        reason(`verdict ${verdict}`, reasons[verdict].because),
      ),
    ]
  },
  numeric: ({ stem, counts, key, tolerance, misreadings }) => [
    ...text('stem', stem, 'The question is still empty.'),
    ...text('counts', counts, 'Say what the number counts, such as “Member States”.'),
    ...number('key', key, 'The right number is still empty.'),
    ...toleranceProblems(tolerance),
    ...misreadings.flatMap((misreading) => numericMisreading(misreading, misreadings, { key, tolerance })),
    ...tooMany('misreadings', misreadings),
  ],
  'short-answer': ({ stem, ...key }) => [
    ...text('stem', stem, 'The question is still empty.'),
    ...typedKeyProblems('', key),
  ],
  matching: ({ stem, prompts, choices }) => [
    ...text('stem', stem, 'The question is still empty.'),
    ...lines('prompt', prompts, fewest.prompts),
    ...lines('choice', choices, fewest.prompts),
    ...placed('prompt', prompts, choices, 'Nothing that goes with it is chosen.'),
    ...prompts.flatMap(({ id, key }, index) =>
      prompts.slice(0, index).some((earlier) => earlier.key === key && key !== '')
        ? [{ field: `prompt ${id} key`, message: 'This already goes with a line above. Each is used once.' }]
        : [],
    ),
  ],
  ordering: ({ stem, entries }) => [
    ...text('stem', stem, 'The question is still empty.'),
    ...lines('entry', entries, fewest.entries),
  ],
  cloze: ({ stem, pieces, gaps }) => [
    ...text('stem', stem, 'Say what is to be done, such as “Complete the sentence.”'),
    ...(pieces.every((piece) => line(piece) === '')
      ? [{ field: 'piece 0', message: 'There is no text around the gaps yet.' }]
      : []),
    ...pieces.flatMap((piece, index) => tooLong(`piece ${index}`, piece)),
    ...gaps.flatMap(gapProblems),
    ...tooMany('gaps', gaps),
  ],
  categorising: ({ stem, categories, entries }) => [
    ...text('stem', stem, 'The question is still empty.'),
    ...lines('category', categories, fewest.categories),
    ...lines('entry', entries, fewest.entries),
    ...placed('entry', entries, categories, 'No category is chosen.'),
  ],
  'quote-attribution': ({ words, about, options, key }) => [
    ...text('words', words, 'The quoted words are still empty.'),
    ...text('about', about, 'Say what the words are about.'),
    ...lines(
      'option',
      options.map(({ id, name }) => ({ id, text: name })),
      fewest.speakers,
      'text',
      'Two names read alike.',
    ),
    ...options.flatMap(({ id, office }) => tooLong(`option ${id} office`, office)),
    ...(options.some(({ id }) => id === key) ? [] : [noKey('')]),
    ...options.filter(({ id }) => id !== key).flatMap(({ id, because }) => reason(`option ${id}`, because)),
  ],
}

/** Everything that keeps a draft from being an item, in the order of the form; nothing once it is whole. */
export function problemsIn(draft: Draft): DraftProblem[] {
  const ofType = problemsByType[draft.type] as (draft: Draft) => DraftProblem[]
  return [
    ...ofType(draft),
    ...text('explanation', draft.explanation, 'Say why the answer is right: whoever gets it wrong learns from that.'),
  ]
}

function gapProblems(gap: GapDraft): DraftProblem[] {
  const prefix = `gap ${gap.id} `
  return gap.kind === 'typed'
    ? typedKeyProblems(prefix, gap)
    : optionsProblems(prefix, gap.options, gap.key === '' ? [] : [gap.key], fewest.options)
}

function optionsProblems(
  prefix: string,
  options: readonly OptionDraft[],
  keys: readonly string[],
  atLeast: number,
): DraftProblem[] {
  const right = options.filter(({ id }) => keys.includes(id))
  return [
    ...lines(`${prefix}option`, options, atLeast),
    ...(right.length === 0 ? [noKey(prefix)] : []),
    ...options
      .filter(({ id }) => !keys.includes(id))
      .flatMap(({ id, because }) => reason(`${prefix}option ${id}`, because)),
  ]
}

function noKey(prefix: string): DraftProblem {
  return { field: `${prefix}key`, message: 'No right answer is marked.' }
}

/** Lines side by side: none empty, no two alike, neither too few nor too many. */
function lines(
  name: string,
  all: readonly LineDraft[],
  atLeast: number,
  part = 'text',
  alike = 'Two of these read alike.',
): DraftProblem[] {
  const read = all.map(({ text }) => meaningOf(text))
  return [
    ...all.flatMap(({ id, text: typed }, index): DraftProblem[] => {
      const field = `${name} ${id} ${part}`
      const found = text(field, typed, 'This is still empty.')
      if (found.length > 0) return found
      return read.indexOf(read[index] ?? '') < index ? [{ field, message: alike }] : []
    }),
    ...(all.length < atLeast ? [{ field: plural(name), message: `There have to be at least ${atLeast}.` }] : []),
    ...tooMany(plural(name), all),
  ]
}

function placed(
  name: string,
  all: readonly PlacedDraft[],
  places: readonly LineDraft[],
  missing: string,
): DraftProblem[] {
  return all.flatMap(({ id, key, because }) => [
    ...(places.some((place) => place.id === key) ? [] : [{ field: `${name} ${id} key`, message: missing }]),
    ...text(`${name} ${id} because`, because, 'Say why it belongs there.'),
  ])
}

function typedKeyProblems(prefix: string, key: TypedKeyDraft): DraftProblem[] {
  const { accepted, misreadings } = key
  const typed = [
    ...accepted.map(({ id, text }) => ({ field: `${prefix}accepted ${id} text`, text })),
    ...misreadings.map(({ id, text }) => ({ field: `${prefix}misreading ${id} text`, text })),
  ]
  return [
    ...typed.flatMap(({ field, text: answer }): DraftProblem[] => {
      const found = text(field, answer, 'This is still empty.', longestTyped)
      if (found.length > 0) return found
      return normaliseTyped(answer) === ''
        ? [{ field, message: 'There is no letter or digit in this, so that nobody could type it.' }]
        : []
    }),
    ...(accepted.length === 0 ? [{ field: `${prefix}accepted`, message: 'There is no right answer yet.' }] : []),
    ...misreadings.flatMap((misreading, index) => typedMisreading(prefix, misreading, index, key)),
    ...tooMany(`${prefix}accepted`, accepted, mostAccepted),
    ...tooMany(`${prefix}misreadings`, misreadings),
  ]
}

function typedMisreading(
  prefix: string,
  { id, text: typed, because }: MisreadingDraft,
  index: number,
  { accepted, misreadings, toleratesTypos }: TypedKeyDraft,
): DraftProblem[] {
  const field = `${prefix}misreading ${id} text`
  const rights = accepted.map(({ text }) => text)
  const isRight = judgeTyped(typed, { accepted: rights, misreadings, toleratesTypos }) !== 'wrong'
  return [
    ...(normaliseTyped(typed) !== '' && isRight
      ? [{ field, message: 'This is accepted as right above, so that it can’t be wrong too.' }]
      : []),
    ...(normaliseTyped(typed) !== '' && repeats(misreadings, index)
      ? [{ field, message: 'Two of these read alike.' }]
      : []),
    ...reason(`${prefix}misreading ${id}`, because),
  ]
}

function repeats(all: readonly { text: string }[], index: number): boolean {
  const own = normaliseTyped(all[index]?.text ?? '')
  return all.slice(0, index).some(({ text }) => normaliseTyped(text) === own)
}

function numericMisreading(
  { id, text: typed, because }: MisreadingDraft,
  all: readonly MisreadingDraft[],
  { key, tolerance }: { key: string; tolerance: string },
): DraftProblem[] {
  const field = `misreading ${id} text`
  const value = typedNumber(typed)
  const isRight = Math.abs(value - typedNumber(key)) <= typedNumber(tolerance)
  const isRepeated = all.some((other) => other.id !== id && typedNumber(other.text) === value)
  return [
    ...number(field, typed, 'This is still empty.'),
    ...(isRight ? [{ field, message: 'This number counts as right, so that it can’t be wrong too.' }] : []),
    ...(isRepeated ? [{ field, message: 'This number stands here twice.' }] : []),
    ...reason(`misreading ${id}`, because),
  ]
}

function toleranceProblems(tolerance: string): DraftProblem[] {
  const found = number('tolerance', tolerance, 'Say how far off still counts: 0 wants the number itself.')
  if (found.length > 0 || typedNumber(tolerance) >= 0) return found
  return [{ field: 'tolerance', message: 'It can’t be below 0: 0 wants the number itself.' }]
}

function number(field: string, typed: string, empty: string): DraftProblem[] {
  if (line(typed) === '') return [{ field, message: empty }]
  const value = typedNumber(typed)
  if (Number.isNaN(value)) return [{ field, message: 'This is no number. Write it in digits, such as 1,500 or 2.5.' }]
  return Math.abs(value) > largestNumber
    ? [{ field, message: `At most ${largestNumber.toLocaleString('en-GB')}, please.` }]
    : []
}

function reason(field: string, because: string): DraftProblem[] {
  return text(`${field} because`, because, 'Say why this is wrong.')
}

function text(field: string, typed: string, empty: string, longest = longestText): DraftProblem[] {
  return line(typed) === '' ? [{ field, message: empty }] : tooLong(field, typed, longest)
}

function tooLong(field: string, typed: string, longest = longestText): DraftProblem[] {
  const { length } = line(typed)
  if (length <= longest) return []
  return [{ field, message: `${length} of at most ${longest} characters: take ${length - longest} out.` }]
}

function tooMany(field: string, all: readonly unknown[], most = mostParts): DraftProblem[] {
  return all.length > most ? [{ field, message: `There are ${all.length} of at most ${most}.` }] : []
}

function plural(name: string): string {
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`
}

/** How a text reads to somebody who overlooks case, accents and punctuation. */
function meaningOf(text: string): string {
  return normaliseTyped(text) || line(text)
}
