import { describe, expect, it } from 'vitest'
import { makeCatalog, makeFact } from '@/testing/factories.ts'
import { singleChoiceExamples } from './items/single-choice/examples.ts'
import { checkTests } from './test-check.ts'
import type { TestDefinition } from './test-definition.ts'

const [example] = singleChoiceExamples as [(typeof singleChoiceExamples)[number]]
const facts = Array.from({ length: 6 }, () => makeFact('account'))
const items = facts.map(({ id }) => ({
  ...example,
  id: `${id}.a`,
  factIds: [id],
  locators: [id],
  topics: ['made-topic'],
}))
const catalog = makeCatalog(facts)

function made(given: Partial<TestDefinition> = {}): TestDefinition {
  return {
    id: 'made-test',
    title: 'A made-up test',
    description: 'It asks about nothing.',
    blueprint: [{ topics: ['made-topic'], count: 3 }],
    forms: 2,
    minutes: null,
    itemsPerPage: 5,
    navigation: 'free',
    whenTimeIsUp: 'submit',
    graceSeconds: 0,
    withCertainty: false,
    ...given,
  }
}

describe('checkTests', () => {
  it('finds nothing in a test whose forms can all be drawn apart', () => {
    expect(checkTests([made()], catalog, items)).toEqual([])
  })

  it('suggests the nearest topic for one that does not exist, and says no more about that test', () => {
    const test = made({ blueprint: [{ count: 1 }, { topics: ['made-debate', 'made-topc'], count: 1 }] })
    expect(checkTests([test], catalog, items)).toEqual([
      {
        file: 'tests.yaml',
        field: 'made-test › blueprint › 2 › topics',
        expected: 'the id of a topic in topics.yaml',
        found: 'made-topc',
        corrected: 'topics: [made-debate, made-topic]',
      },
    ])
  })

  it('says of a cell that cannot be filled how many there are, once for all forms', () => {
    const found = checkTests([made({ blueprint: [{ count: 8 }] })], catalog, items)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      field: 'made-test › blueprint › 1',
      expected: expect.stringContaining('8 such items for form A'),
      found: '6',
      corrected: 'count: 6',
    })
    const [empty] = checkTests([made({ blueprint: [{ kinds: ['ordering'], count: 1 }] })], catalog, items)
    expect(empty).toMatchObject({ field: 'made-test › blueprint › 1', found: '0' })
    expect(empty?.corrected).not.toContain('count')
  })

  it('refuses forms that share an item, and says how many forms there can be', () => {
    const [issue] = checkTests([made({ blueprint: [{ count: 2 }], forms: 5 })], catalog, items)
    expect(issue).toMatchObject({
      field: 'made-test › blueprint › 1',
      expected: '2 such items for form D that no earlier form asks',
      found: '0',
      corrected: 'forms: 3',
    })
    const [two] = checkTests([made({ blueprint: [{ count: 4 }] })], catalog, items)
    expect(two).toMatchObject({ expected: expect.stringContaining('form B'), found: '2' })
    expect(two?.corrected).not.toContain('forms')
  })

  it('refuses one id for two tests', () => {
    expect(checkTests([made(), made()], catalog, items)).toMatchObject([
      { field: 'made-test', found: 'made-test twice' },
    ])
  })
})
