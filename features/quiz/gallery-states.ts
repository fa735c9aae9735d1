import { gradeResponse, type Item, type ItemOf, type ItemType, type ResponseOf } from './item.ts'
import { keyResponse, wrongResponse } from './responses.ts'

/** An item on its way, or as it has been answered, to be looked at. */
export interface GalleryState {
  name: string
  response: unknown
}

interface Given<Response> {
  /** Begun, but not whole; nothing where a response is whole at once. */
  begun: unknown
  /** Whole, beside the key and what is quite wrong. */
  whole: Response[]
}

type Responses = {
  [T in ItemType]: (item: ItemOf<T>, key: ResponseOf<T>, wrong: ResponseOf<T>) => Given<ResponseOf<T>>
}

const responses: Responses = {
  'single-choice': () => ({ begun: null, whole: [] }),
  'multiple-response': (_, { optionIds }, wrong) => ({
    begun: { optionIds: [] },
    whole: [{ optionIds: [...optionIds.slice(1), ...wrong.optionIds.slice(1)] }],
  }),
  'true-false': () => ({ begun: null, whole: [] }),
  numeric: ({ misreadings }) => ({ begun: { value: Number.NaN }, whole: misreadings.map(({ value }) => ({ value })) }),
  'short-answer': ({ misreadings }, { text }) => ({
    begun: { text: '…' },
    whole: [slipped(text), ...misreadings.map((misreading) => misreading.text)].map((typed) => ({ text: typed })),
  }),
  matching: (_, { pairs }, wrong) => ({
    begun: { pairs: firstOf(pairs) },
    whole: [{ pairs: { ...wrong.pairs, ...firstOf(pairs) } }],
  }),
  ordering: ({ key: [first = '', ...others] }) => ({ begun: null, whole: [{ order: [...others, first] }] }),
  cloze: ({ gaps }, key, wrong) => ({
    begun: { gaps: firstOf(key.gaps) },
    whole: [
      { gaps: { ...wrong.gaps, ...firstOf(key.gaps) } },
      ...gaps.flatMap((gap) =>
        gap.kind === 'chosen'
          ? []
          : [slipped(gap.accepted[0] ?? ''), ...gap.misreadings.map(({ text }) => text)].map((text) => ({
              gaps: { ...key.gaps, [gap.id]: text },
            })),
      ),
    ],
  }),
  categorising: (_, { places }, wrong) => ({
    begun: { places: firstOf(places) },
    whole: [{ places: { ...wrong.places, ...firstOf(places) } }],
  }),
  'quote-attribution': () => ({ begun: null, whole: [] }),
}

/** An item before the answer: untouched and, where it can be, begun but not whole. */
export function openStates(item: Item): GalleryState[] {
  const { begun } = responsesTo(item)
  return [{ name: 'unanswered', response: null }, ...(begun === null ? [] : [{ name: 'not whole', response: begun }])]
}

/** An item answered in every way that looks different. */
export function answeredStates(item: Item): GalleryState[] {
  const whole = [keyResponse(item), ...responsesTo(item).whole, wrongResponse(item)]
  return [...new Map(whole.map((response) => [nameOf(item, response), response]))].map(([name, response]) => ({
    name,
    response,
  }))
}

function responsesTo(item: Item): Given<unknown> {
  const given = responses[item.type] as (item: Item, key: unknown, wrong: unknown) => Given<unknown>
  return given(item, keyResponse(item), wrongResponse(item))
}

function nameOf(item: Item, response: unknown): string {
  const grade = gradeResponse(item, response)
  if (grade.state === 'invalid') throw new Error(`${item.id}: ${grade.reason}`)
  if (grade.slots.some(({ isClose }) => isClose)) return 'close'
  if (grade.slots.some(({ misreadingId }) => misreadingId !== undefined)) return 'a known mistake'
  return grade.score === 1 ? 'right' : grade.score === 0 ? 'wrong' : 'partly right'
}

/** Typed with a finger that stayed too long. */
function slipped(text: string): string {
  return `${text}${text.at(-1)}`
}

function firstOf(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).slice(0, 1))
}
