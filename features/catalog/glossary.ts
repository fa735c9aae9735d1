import type { Catalog, Fact } from './schema.ts'

/** One word or name with the facts that explain it. */
export interface GlossaryEntry {
  name: string
  /** Other forms of it. */
  alike: readonly string[]
  facts: readonly Fact[]
}

/** Every short form and every name that a fact explains, in alphabetical order, whatever their case. */
export function glossaryOf({ facts }: Catalog): GlossaryEntry[] {
  const entries = new Map<string, GlossaryEntry>()
  for (const fact of facts) {
    const name = fact.kind === 'term' ? fact.term : fact.defines
    if (name === undefined) continue
    const earlier = entries.get(name)
    entries.set(name, {
      name,
      alike: fact.kind === 'term' ? fact.alike : (earlier?.alike ?? []),
      facts: [...(earlier?.facts ?? []), fact],
    })
  }
  return [...entries.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
