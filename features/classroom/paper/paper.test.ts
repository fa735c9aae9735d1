import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AskedItem } from '@/features/quiz/blueprint.ts'
import { examples } from '@/features/quiz/examples.ts'
import { gradeResponse, type Item } from '@/features/quiz/item.ts'
import type { Questions } from '../assignments/work.ts'
import { paperForms } from './paper-forms.ts'
import { paperKey } from './paper-key.ts'
import { letterOf, type PrintedItem, printedItem, type Signed } from './printed-item.ts'

/** What somebody answers who copies a key from paper, sign by sign. */
function copied(item: Item, { layout }: PrintedItem, key: string): unknown {
  const idIn = (options: readonly Signed[], sign: string) => options.find((option) => option.sign === sign)?.id ?? ''
  const pairs = (options: (sign: string) => readonly Signed[]) =>
    key.split(', ').map((pair) => {
      const [prompt = '', ...given] = pair.split(' ')
      const choices = options(prompt)
      return [prompt, choices.length === 0 ? given.join(' ') : idIn(choices, given.join(' '))]
    })
  switch (layout.kind) {
    case 'choose': {
      const ids = key.split(', ').map((sign) => idIn(layout.options, sign))
      if (item.type === 'multiple-response') return { optionIds: ids }
      if (item.type === 'true-false') return { verdict: ids[0] }
      return item.type === 'quote-attribution' ? { speakerId: ids[0] } : { optionId: ids[0] }
    }
    case 'order':
      return { order: key.split(', ').map((sign) => idIn(layout.entries, sign)) }
    case 'write':
      return item.type === 'numeric' ? { value: Number(key.replace(/^over |,/g, '')) } : { text: key }
    case 'match': {
      const entries = pairs(() => layout.choices).map(([sign = '', id]) => [idIn(layout.prompts, sign), id])
      return { [item.type === 'matching' ? 'pairs' : 'places']: Object.fromEntries(entries) }
    }
    case 'fill': {
      const gapOf = (sign: string) => layout.gaps.find((gap) => gap.sign === sign)
      const entries = pairs((sign) => gapOf(sign)?.options ?? []).map(([sign = '', id]) => [gapOf(sign)?.id, id])
      return { gaps: Object.fromEntries(entries) }
    }
  }
}

describe('an item on paper', () => {
  it('has a key that earns everything when it is copied sign by sign, in whatever order the form has', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.string(), (item, seed) => {
        const printed = printedItem(item, seed)
        const response = copied(item, printed, paperKey(item, printed))
        expect(gradeResponse(item, response)).toMatchObject({ state: 'graded', score: 1 })
      }),
    )
  })

  it('holds nothing of the key, of the reasons and of the explanation', () => {
    for (const item of examples) {
      const told = JSON.stringify(printedItem(item, 'seed'))
      expect(told).not.toContain(item.explanation)
      expect(told).not.toMatch(/"(key|keys|because|proof|cites|accepted|tolerance)"/)
    }
  })

  it('names options by letters that go on after Z', () => {
    expect([0, 25, 26, 27, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB', 'BA'])
  })
})

describe('paperForms', () => {
  const bank: AskedItem[] = examples.map((item) => ({
    item,
    topics: new Set(),
    difficulty: 'easy',
    shows: new Set([item.id]),
  }))
  const itemIds = examples.map(({ id }) => id)
  const asked = (questions: Questions, count: number, seed = 'made') =>
    paperForms(questions, count, { bank, seed }).map(({ items }) => items.map(({ printed }) => printed.itemId))
  const picked: Questions = { kind: 'picked', itemIds }

  it('asks all picked questions in every form, in another order', () => {
    const forms = asked(picked, 4)
    expect(new Set(forms.map((ids) => ids.join()))).toHaveProperty('size', 4)
    for (const ids of forms) expect([...ids].sort()).toEqual([...itemIds].sort())
  })

  it('asks other questions in the forms that the blueprint draws, and the same again in those beyond', () => {
    const cells = [{ topics: [], kinds: [], count: 3 }]
    const [a = [], b = [], c = []] = asked({ kind: 'blueprint', cells, forms: 2, seed: 's' }, 3)
    expect(a).toHaveLength(3)
    expect(a.filter((id) => b.includes(id))).toEqual([])
    expect([...c].sort()).toEqual([...a].sort())
  })

  it('prints the same again, and another test otherwise', () => {
    expect(paperForms(picked, 2, { bank, seed: 'made' })).toEqual(paperForms(picked, 2, { bank, seed: 'made' }))
    expect(asked(picked, 2)).not.toEqual(asked(picked, 2, 'other'))
  })
})
