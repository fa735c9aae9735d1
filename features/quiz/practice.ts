import { orderBySeed, shortHash } from '@/lib/random.ts'
import type { Item, ItemType } from './item.ts'
import { knownScore } from './tries.ts'

/** What a learner wants to practise: something of everything, what went wrong, or what was never asked. */
export type PracticeFocus = 'mixed' | 'wrong' | 'unseen'

/** What may be asked. An empty list allows everything. */
export interface PracticeScope {
  /** Each with the topics below it. */
  topicIds: readonly string[]
  kinds: readonly ItemType[]
  factIds: readonly string[]
}

export interface PracticeChoice extends PracticeScope {
  focus: PracticeFocus
  length: number
}

export interface PracticeHistory {
  /** Latest score by item id. */
  latestScores: ReadonlyMap<string, number>
  /** Facts met in any way: answered or seen on a card. */
  metFactIds: ReadonlySet<string>
}

/**
 * What a learner's answers tell.
 *
 * @param answers the oldest first
 * @param factIdsOf the facts of an item, by its id; none for one that is no longer asked
 * @param factIdsOnCards what was seen on cards besides
 */
export function historyOf(
  answers: readonly { itemId: string; score: number; firstTryScore: number | null }[],
  factIdsOf: (itemId: string) => readonly string[],
  factIdsOnCards: readonly string[] = [],
): PracticeHistory {
  return {
    latestScores: new Map(answers.map((answer) => [answer.itemId, knownScore(answer)])),
    metFactIds: new Set([...factIdsOnCards, ...answers.flatMap(({ itemId }) => factIdsOf(itemId))]),
  }
}

/** A topic and the one above it. */
export interface PracticeTopic {
  id: string
  parent?: string | undefined
}

/**
 * The items of the bank that each focus may draw from. An item of several topics or facts is in if one of them is
 * wanted; it is wrong if one of its facts has been missed, in this item or in another.
 */
export function practicePools(
  bank: readonly Item[],
  topics: readonly PracticeTopic[],
  history: PracticeHistory,
  scope: PracticeScope,
): Record<PracticeFocus, Item[]> {
  const topicIds = withThoseBelow(scope.topicIds, topics)
  const wrongFacts = wrongFactsOf(bank, history.latestScores)
  const mixed = bank.filter(
    (item) =>
      allows(topicIds, item.topics) &&
      allows(new Set(scope.kinds), [item.type]) &&
      allows(new Set(scope.factIds), item.factIds),
  )
  return {
    mixed,
    wrong: mixed.filter(({ factIds }) => factIds.some((id) => wrongFacts.has(id))),
    unseen: mixed.filter(({ id }) => !history.latestScores.has(id)),
  }
}

/** How many items of the whole bank each focus has. */
export function practiceCounts(bank: readonly Item[], history: PracticeHistory): Record<PracticeFocus, number> {
  const { mixed, wrong, unseen } = practicePools(bank, [], history, { topicIds: [], kinds: [], factIds: [] })
  return { mixed: mixed.length, wrong: wrong.length, unseen: unseen.length }
}

/**
 * Draws a form to practise with, no item of which gives another away: at most one for each fact. Facts come before
 * items, so that one about which much can be asked is not asked about more often. The same seed gives the same form,
 * in whatever order the bank is. Where the scope has less to ask than wanted, the form is shorter.
 */
export function drawPractice(
  bank: readonly Item[],
  topics: readonly PracticeTopic[],
  history: PracticeHistory,
  choice: PracticeChoice,
  seed: string,
): Item[] {
  const pools = practicePools(bank, topics, history, choice)
  const wrong = wrongQueue(pools.wrong, bank, history, seed)
  const form = emptyForm(choice.length)
  if (choice.focus === 'wrong') form.take(wrong)
  if (choice.focus === 'unseen') form.take(unseenQueue(pools.unseen, history, seed))
  if (choice.focus === 'mixed') {
    // Every item stands in one queue only: among what went wrong, whether it was itself answered or not.
    const wentWrong = new Set(pools.wrong)
    const others = pools.mixed.filter((item) => !wentWrong.has(item))
    const neverAsked = new Set(pools.unseen)
    const unseen = unseenQueue(
      others.filter((item) => neverAsked.has(item)),
      history,
      seed,
    )
    const known = shelvesOf(
      others.filter((item) => !neverAsked.has(item)),
      seed,
    ).flatMap(({ items }) => items)
    const third = Math.round(choice.length / 3)
    form.take(wrong, third)
    form.take(unseen, third)
    form.take(known, choice.length - 2 * third)
    for (const queue of [wrong, unseen, known]) form.take(queue)
  }
  return orderBySeed(form.items, `${seed}\norder`, ({ id }) => id)
}

/** A form that takes from queues what there is room for, and no item that shares a fact with one it has. */
function emptyForm(length: number) {
  const items: Item[] = []
  const usedFacts = new Set<string>()
  function take(queue: readonly Item[], atMost = length) {
    const full = Math.min(length, items.length + atMost)
    for (const item of queue) {
      if (items.length >= full) return
      if (item.factIds.some((id) => usedFacts.has(id))) continue
      items.push(item)
      for (const id of item.factIds) usedFacts.add(id)
    }
  }
  return { items, take }
}

/** How often the very item that was missed comes again although its fact has others. */
const sameAgain = 1 / 3

/**
 * Facts that went wrong, each mostly with its other items first, which ask for the fact and not for the memory of an
 * answer; but now and then with the missed one, since it counts as missed until it is answered rightly.
 */
function wrongQueue(
  pool: readonly Item[],
  bank: readonly Item[],
  { latestScores }: PracticeHistory,
  seed: string,
): Item[] {
  const wrongFacts = wrongFactsOf(bank, latestScores)
  return shelvesOf(pool, seed)
    .filter(({ factId }) => wrongFacts.has(factId))
    .flatMap(({ factId, items }) => {
      const missed = items.filter((item) => isMissed(item, latestScores))
      const others = items.filter((item) => !isMissed(item, latestScores))
      return happens(sameAgain, `${seed}\n${factId}`) ? [...missed, ...others] : [...others, ...missed]
    })
}

/** Facts never met come first. */
function unseenQueue(pool: readonly Item[], { metFactIds }: PracticeHistory, seed: string): Item[] {
  const shelves = shelvesOf(pool, seed)
  const isMet = ({ factId }: Shelf) => metFactIds.has(factId)
  return [...shelves.filter((shelf) => !isMet(shelf)), ...shelves.filter(isMet)].flatMap(({ items }) => items)
}

interface Shelf {
  factId: string
  items: Item[]
}

/** The items by fact, both in the order of the seed; one of several facts stands on the shelf of each. */
function shelvesOf(pool: readonly Item[], seed: string): Shelf[] {
  const shelves = new Map<string, Shelf>()
  for (const item of orderBySeed(pool, seed, ({ id }) => id)) {
    for (const factId of item.factIds) {
      const shelf = shelves.get(factId) ?? { factId, items: [] }
      shelf.items.push(item)
      shelves.set(factId, shelf)
    }
  }
  return orderBySeed([...shelves.values()], seed, ({ factId }) => factId)
}

function isMissed({ id }: Item, latestScores: PracticeHistory['latestScores']): boolean {
  return (latestScores.get(id) ?? 1) < 1
}

function wrongFactsOf(bank: readonly Item[], latestScores: PracticeHistory['latestScores']): Set<string> {
  return new Set(bank.filter((item) => isMissed(item, latestScores)).flatMap(({ factIds }) => factIds))
}

function allows(wanted: ReadonlySet<string>, given: readonly string[]): boolean {
  return wanted.size === 0 || given.some((one) => wanted.has(one))
}

/** These topics and every one below them. */
function withThoseBelow(topicIds: readonly string[], topics: readonly PracticeTopic[]): Set<string> {
  const found = new Set(topicIds)
  const below = topics.filter(({ id, parent }) => parent !== undefined && found.has(parent) && !found.has(id))
  return below.length === 0 ? found : withThoseBelow([...found, ...below.map(({ id }) => id)], topics)
}

/** Whether something of this probability happens under a seed. */
function happens(probability: number, seed: string): boolean {
  return Number.parseInt(shortHash(seed).slice(0, 8), 16) < probability * 2 ** 32
}
