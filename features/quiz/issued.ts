import { z } from 'zod'
import type { ContentIssue } from '@/features/catalog/content-issue.ts'
import type { Fact } from '@/features/catalog/schema.ts'
import { shortHash } from '@/lib/random.ts'
import { type Item, reveal } from './item.ts'
import { normaliseTyped } from './items/typed-answer.ts'

/**
 * Every item that was ever published, with a digest of its answer. Learners' answers are kept under these
 * ids, so an id never comes to mean another answer.
 */
export const issuedSchema = z.record(
  z.string(),
  z.strictObject({
    answer: z.string(),
    /** It is asked no more; its id stays taken. */
    retired: z.literal(true).optional(),
  }),
)

export type Issued = z.infer<typeof issuedSchema>

/** A digest of what is right, case and punctuation aside. */
export function answerDigest(item: Item): string {
  const answers = reveal(item).slots.map(({ keyText }) => normaliseTyped(keyText))
  // Slots may come in any order; an order that is itself the answer stands within one slot.
  return shortHash(answers.sort().join('\n')).slice(0, 8)
}

/**
 * Items whose answer changed under their id, ids that are gone without a word, and facts that claim to
 * replace one that never was.
 *
 * @param facts what may have replaced earlier facts, whose items are then gone rightly
 */
export function checkIssued(items: readonly Item[], issued: Issued, facts: readonly Fact[]): ContentIssue[] {
  const file = 'issued.json'
  const replaced = new Set(facts.flatMap(({ replaces }) => replaces ?? []))
  const published = new Set(Object.keys(issued).map(factIdOf))
  const present = new Map(items.map((item) => [item.id, item]))
  const unknown = [...replaced]
    .filter((factId) => !published.has(factId))
    .map((found) => ({ file, field: 'replaces', expected: 'a fact of which something was published', found }))
  const changed = Object.entries(issued).flatMap(([id, { answer, retired }]): ContentIssue[] => {
    const item = present.get(id)
    if (item === undefined) {
      if (retired || replaced.has(factIdOf(id))) return []
      return [
        {
          file,
          field: id,
          expected: 'the item that was published under this id',
          found: 'nothing',
          corrected: `npm run content:issue -- --retire ${id}`,
        },
      ]
    }
    if (answerDigest(item) === answer) return []
    const found = reveal(item).slots.map(({ keyText }) => keyText)
    return [
      {
        file,
        field: id,
        expected: 'the answer that was published under this id',
        found: found.join('; '),
        corrected: `# another answer: a new id, with "replaces: ${item.factIds[0]}" on its fact\n# the same answer in other words: npm run content:issue -- --reword ${id}`,
      },
    ]
  })
  return [...unknown, ...changed]
}

/** The fact that an item of one fact comes from. */
function factIdOf(itemId: string): string {
  return itemId.split('.')[0] ?? itemId
}

/** The ledger with every item in it that is not there yet, and with what an editor decided about some. */
export function issue(
  items: readonly Item[],
  issued: Issued,
  decided: { reworded: readonly string[]; retired: readonly string[] },
): Issued {
  const next = new Map(Object.entries(issued))
  for (const item of items) {
    if (!next.has(item.id) || decided.reworded.includes(item.id)) next.set(item.id, { answer: answerDigest(item) })
  }
  for (const id of decided.retired) {
    const entry = next.get(id)
    if (entry !== undefined) next.set(id, { answer: entry.answer, retired: true })
  }
  return Object.fromEntries([...next].sort(([a], [b]) => (a < b ? -1 : 1)))
}
