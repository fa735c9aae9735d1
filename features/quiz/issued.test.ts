import { describe, expect, it } from 'vitest'
import { makeFact } from '@/testing/factories.ts'
import { answerDigest, checkIssued, issue } from './issued.ts'
import type { ItemOf } from './item.ts'
import { singleChoiceExamples } from './items/single-choice/examples.ts'

const [item] = singleChoiceExamples as [ItemOf<'single-choice'>]
const none = { reworded: [], retired: [] }
const issued = issue([item], {}, none)
const keyNow = (text: string): ItemOf<'single-choice'> => ({
  ...item,
  options: item.options.map((option) => (option.id === item.key ? { ...option, text } : option)),
})
const keyText = item.options.find(({ id }) => id === item.key)?.text ?? ''

describe('the ledger of published items', () => {
  it('lets stem, distractors, case and punctuation be edited under the same id', () => {
    expect(checkIssued([{ ...item, stem: 'Put otherwise?', explanation: 'Because.' }], issued, [])).toEqual([])
    expect(checkIssued([keyNow(`“${keyText.toUpperCase()}”.`)], issued, [])).toEqual([])
  })

  it('refuses another answer under the same id, and says what to do', () => {
    const [found] = checkIssued([keyNow('Something else')], issued, [])
    expect(found).toMatchObject({ field: item.id, found: 'Something else' })
    expect(found?.corrected).toContain('replaces:')
    expect(found?.corrected).toContain('--reword')
  })

  it('takes the same answer in other words once an editor has said so', () => {
    const reworded = keyNow('The day after Monday')
    const after = issue([reworded], issued, { ...none, reworded: [item.id] })
    expect(checkIssued([reworded], after, [])).toEqual([])
  })

  it('misses an item that is gone, until it is retired; its id stays taken', () => {
    expect(checkIssued([], issued, [])).toHaveLength(1)
    const retired = issue([], issued, { ...none, retired: [item.id] })
    expect(checkIssued([], retired, [])).toEqual([])
    expect(checkIssued([keyNow('Something else')], retired, [])).toHaveLength(1)
  })

  it('lets the items of a fact go that another replaces, and refuses to replace what never was', () => {
    const replacing = (id: string) => [makeFact('account', { replaces: id })]
    const [factId = ''] = item.id.split('.')
    expect(checkIssued([], issued, replacing(factId))).toEqual([])
    expect(checkIssued([item], issued, replacing('made-999')).map(({ found }) => found)).toEqual(['made-999'])
  })

  it('adds what is new and changes nothing that is there', () => {
    expect(issue([keyNow('Something else')], issued, none)).toEqual(issued)
    const another = { ...item, id: 'made-999.a' }
    expect(issue([item, another], issued, none)).toEqual({ ...issued, 'made-999.a': { answer: answerDigest(another) } })
  })
})
