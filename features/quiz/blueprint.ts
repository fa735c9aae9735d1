import type { Fact, Topic } from '@/features/catalog/schema.ts'
import { orderBySeed } from '@/lib/random.ts'
import { type Difficulty, difficultyOf, type FactWeight } from './difficulty.ts'
import type { Item, ItemType } from './item.ts'

/** So many items of these topics, kinds and difficulty. An empty or absent list means any. */
export interface BlueprintCell {
  /** Each with the topics below it. An item of several topics is in if one of them is wanted. */
  topics?: readonly string[] | undefined
  kinds?: readonly ItemType[] | undefined
  difficulty?: Difficulty | undefined
  count: number
}

export type Blueprint = readonly BlueprintCell[]

/** An item with what a blueprint asks of it. */
export interface AskedItem {
  item: Item
  /** Its topics and every one above them. */
  topics: ReadonlySet<string>
  difficulty: Difficulty
  /** What it may give away: its facts, those near them, and the sentences it rests on. */
  shows: ReadonlySet<string>
}

/** A cell that had to ask again what an earlier form asks. Cells are counted from zero, here and below. */
export interface Repetition {
  cell: number
  repeated: number
}

/** A cell for which the bank does not hold enough. */
export interface Shortfall {
  cell: number
  lacking: number
}

export type DrawnForm = { items: Item[]; repetitions: Repetition[] } | { shortfall: Shortfall[] }

/** Looks up once, for every item, what blueprints ask. */
export function askedItems(
  items: readonly Item[],
  { topics, facts }: { topics: readonly Topic[]; facts: readonly Fact[] },
): AskedItem[] {
  const parents = new Map(topics.map(({ id, parent }) => [id, parent]))
  const weights = new Map(facts.map(({ id, weight }) => [id, weight]))
  const weightOf = (factId: string): FactWeight => weights.get(factId) ?? 'core'
  const near = nearFacts(facts)
  return items.map((item) => ({
    item,
    topics: withThoseAbove(item.topics, parents),
    difficulty: difficultyOf(item, weightOf),
    shows: new Set([...restsOn(item), ...item.factIds.flatMap((id) => near.get(id) ?? [])]),
  }))
}

/** Facts and sentences. Two facts of one sentence are two halves of it, and a question on one mostly shows the other. */
function restsOn({ factIds, locators }: Item): string[] {
  return [...factIds, ...locators]
}

/** Of two facts that are near, one at least says so; here both do. */
function nearFacts(facts: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const add = (id: string, other: string) => found.set(id, [...(found.get(id) ?? []), other])
  for (const { id, near } of facts) {
    for (const other of near) {
      add(id, other)
      add(other, id)
    }
  }
  return found
}

function withThoseAbove(topicIds: readonly string[], parents: ReadonlyMap<string, string | undefined>): Set<string> {
  const found = new Set<string>()
  for (const topicId of topicIds) {
    for (let id: string | undefined = topicId; id !== undefined && !found.has(id); id = parents.get(id)) found.add(id)
  }
  return found
}

/** Whether an item may stand in a cell. */
export function fits({ topics, kinds, difficulty }: BlueprintCell, asked: AskedItem): boolean {
  return (
    (topics === undefined || topics.length === 0 || topics.some((id) => asked.topics.has(id))) &&
    (kinds === undefined || kinds.length === 0 || kinds.includes(asked.item.type)) &&
    (difficulty === undefined || difficulty === asked.difficulty)
  )
}

/**
 * Draws one of the parallel forms of a test: as many items for each cell as it counts, no item and no fact twice, nor
 * two facts that are near, so that none gives another away, and none that an earlier form holds as long as there are
 * others. The same bank, seed and form give the same items in the same order, in whatever order the bank is. Where the
 * bank does not hold enough, the result tells of what.
 *
 * @param form counted from one
 */
export function drawParallelForm(
  bank: readonly AskedItem[],
  blueprint: Blueprint,
  seed: string,
  form: number,
): DrawnForm {
  const drawn = drawParallelForms(bank, blueprint, seed, form).at(-1)
  if (drawn === undefined) throw new RangeError(`forms are counted from one, found ${form}`)
  return drawn
}

/** Draws the first so many parallel forms. */
export function drawParallelForms(
  bank: readonly AskedItem[],
  blueprint: Blueprint,
  seed: string,
  forms: number,
): DrawnForm[] {
  const pools = poolsOf(bank, blueprint, seed)
  const usage: Usage = { items: new Map(), facts: new Map() }
  return Array.from({ length: forms }, (_, index) => drawNext(pools, usage, `${seed}\nform ${index + 1}`))
}

/** What may stand in a cell, in the order of the seed. */
interface Pool {
  cell: number
  count: number
  items: readonly AskedItem[]
  /** Ids of items that a cell with less to choose from could use as well. */
  wanted: ReadonlySet<string>
}

/** The pools of the cells, those that have the least to choose from first. */
function poolsOf(bank: readonly AskedItem[], blueprint: Blueprint, seed: string): Pool[] {
  const ordered = orderBySeed(bank, seed, ({ item }) => item.id)
  const wanted = new Set<string>()
  return blueprint
    .map((cell, index) => ({ cell: index, count: cell.count, items: ordered.filter((asked) => fits(cell, asked)) }))
    .sort((a, b) => a.items.length / a.count - b.items.length / b.count)
    .map((pool) => {
      const before = new Set(wanted)
      for (const { item } of pool.items) wanted.add(item.id)
      return { ...pool, wanted: before }
    })
}

/** How many forms so far ask each item and each fact. */
interface Usage {
  items: Map<string, number>
  facts: Map<string, number>
}

/** A cell while a form is drawn. */
interface OpenCell {
  cell: number
  lacking: number
  repeated: number
  /** What may still be drawn, the best first. */
  items: readonly AskedItem[]
}

/** Draws a form, one item after the other for whichever cell is scarcest then, and enters it into the usage. */
function drawNext(pools: readonly Pool[], usage: Usage, seed: string): DrawnForm {
  const drawn: Item[] = []
  const cells = pools.map(({ cell, count, items, wanted }): OpenCell => {
    return { cell, lacking: count, repeated: 0, items: leastUsedFirst(items, wanted, usage) }
  })
  for (let open = scarcest(cells); open !== undefined; open = scarcest(cells)) {
    const others = cells.filter((cell) => cell !== open)
    const next = open.items.find((asked) => !starves(asked, others, usage)) ?? open.items[0]
    if (next === undefined) break
    drawn.push(next.item)
    open.lacking -= 1
    if (usage.items.has(next.item.id)) open.repeated += 1
    for (const cell of cells) cell.items = besides(next, cell.items)
  }
  for (const { id, factIds } of drawn) {
    countUp(usage.items, id)
    for (const factId of factIds) countUp(usage.facts, factId)
  }
  const inOrder = cells.sort((a, b) => a.cell - b.cell)
  const shortfall = inOrder.filter(({ lacking }) => lacking > 0).map(({ cell, lacking }) => ({ cell, lacking }))
  if (shortfall.length > 0) return { shortfall }
  return {
    items: orderBySeed(drawn, seed, ({ id }) => id),
    repetitions: inOrder.filter(({ repeated }) => repeated > 0).map(({ cell, repeated }) => ({ cell, repeated })),
  }
}

/** The items that can stand in one form with another. */
function besides({ shows }: AskedItem, items: readonly AskedItem[]): AskedItem[] {
  return items.filter(({ item }) => !restsOn(item).some((id) => shows.has(id)))
}

/** Whether drawing an item would leave a cell without enough that no earlier form asks. */
function starves(asked: AskedItem, cells: readonly OpenCell[], usage: Usage): boolean {
  return cells.some(({ items, lacking }) => {
    const fresh = items.filter(({ item }) => !usage.items.has(item.id))
    return besides(asked, fresh).length < lacking
  })
}

/** The cell with the least left for what it lacks. */
function scarcest(cells: readonly OpenCell[]): OpenCell | undefined {
  const [first] = cells
    .filter(({ lacking, items }) => lacking > 0 && items.length > 0)
    .sort((a, b) => a.items.length / a.lacking - b.items.length / b.lacking)
  return first
}

/**
 * What earlier forms ask least comes first. Then what no scarcer cell needs, since that has to last for the forms to
 * come, then what rests on facts that earlier forms ask least, so that each form asks of other things.
 */
function leastUsedFirst(pool: readonly AskedItem[], wanted: ReadonlySet<string>, usage: Usage): AskedItem[] {
  const timesAsked = ({ item }: AskedItem) => usage.items.get(item.id) ?? 0
  const timesItsFacts = ({ item }: AskedItem) => Math.max(...item.factIds.map((id) => usage.facts.get(id) ?? 0))
  return [...pool].sort(
    (a, b) =>
      timesAsked(a) - timesAsked(b) ||
      Number(wanted.has(a.item.id)) - Number(wanted.has(b.item.id)) ||
      timesItsFacts(a) - timesItsFacts(b),
  )
}

function countUp(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1)
}
