import { type ContentIssue, suggest } from '@/features/catalog/content-issue.ts'
import type { Catalog } from '@/features/catalog/schema.ts'
import { type AskedItem, askedItems, drawParallelForms } from './blueprint.ts'
import { formLetter } from './form-letter.ts'
import type { Item } from './item.ts'
import type { TestDefinition } from './test-definition.ts'

const file = 'tests.yaml'

/**
 * Proves that tests bear ids of their own, name topics that exist, and that each of their forms can be drawn without
 * asking anything again that another form asks.
 */
export function checkTests(
  tests: readonly TestDefinition[],
  catalog: Pick<Catalog, 'topics' | 'facts'>,
  items: readonly Item[],
): ContentIssue[] {
  const bank = askedItems(items, catalog)
  const topicIds = catalog.topics.map(({ id }) => id)
  const ids = tests.map(({ id }) => id)
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
  return [
    ...[...twice].map((id) => ({ file, field: id, expected: 'an id that no other test bears', found: `${id} twice` })),
    ...tests.flatMap((test) => {
      const unknown = unknownTopics(test, topicIds)
      // A cell of a topic that is not there cannot be filled, which would only say the same again.
      return unknown.length > 0 ? unknown : undrawable(test, bank)
    }),
  ]
}

function unknownTopics({ id, blueprint }: TestDefinition, known: readonly string[]): ContentIssue[] {
  return blueprint.flatMap(({ topics = [] }, cell) =>
    topics
      .filter((topic) => !known.includes(topic))
      .map((found) => {
        const nearest = suggest(found, known)
        return {
          file,
          field: `${fieldOf(id, cell)} › topics`,
          expected: 'the id of a topic in topics.yaml',
          found,
          corrected: nearest && `topics: [${topics.map((topic) => (topic === found ? nearest : topic)).join(', ')}]`,
        }
      }),
  )
}

/** Cells that cannot be filled in some form, or only with what an earlier form asks; each once, for the first form. */
function undrawable({ id, blueprint, forms }: TestDefinition, bank: readonly AskedItem[]): ContentIssue[] {
  const told = new Set<number>()
  const issues: ContentIssue[] = []
  const tell = (cell: number, issue: Pick<ContentIssue, 'expected' | 'found' | 'corrected'>) => {
    if (!told.has(cell)) issues.push({ file, field: fieldOf(id, cell), ...issue })
    told.add(cell)
  }
  for (const [index, drawn] of drawParallelForms(bank, blueprint, id, forms).entries()) {
    const letter = formLetter(index + 1)
    if ('shortfall' in drawn) {
      for (const { cell, lacking } of drawn.shortfall) {
        const count = countOf(blueprint, cell)
        tell(cell, {
          expected: `${count} such items for form ${letter}, no two of one fact`,
          found: `${count - lacking}`,
          corrected: lacking < count ? `count: ${count - lacking}` : '# leave the cell out, or make it wider',
        })
      }
      continue
    }
    for (const { cell, repeated } of drawn.repetitions) {
      const count = countOf(blueprint, cell)
      tell(cell, {
        expected: `${count} such items for form ${letter} that no earlier form asks`,
        found: `${count - repeated}`,
        corrected: index >= 2 ? `forms: ${index}` : '# lower the count, or make the cell wider',
      })
    }
  }
  return issues
}

function countOf(blueprint: TestDefinition['blueprint'], cell: number): number {
  return blueprint[cell]?.count ?? 0
}

function fieldOf(id: string, cell: number): string {
  return `${id} › blueprint › ${cell + 1}`
}
