import 'server-only'
import { randomUUID } from 'node:crypto'
import { currentActor } from '@/features/accounts/loaders.ts'
import { bankItemChangeScope, bankItemScope, bankScope, ownBankItemScope } from '@/features/accounts/scope.ts'
import { type Citation, citationOf } from '@/features/catalog/citation.ts'
import { catalog, findFact } from '@/features/catalog/data.ts'
import type { Fact } from '@/features/catalog/schema.ts'
import { findItem } from '@/features/quiz/bank.ts'
import { type Item, type ItemType, itemTypeSchema, toPublic } from '@/features/quiz/item.ts'
import { questionText } from '@/features/quiz/item-wording.ts'
import { readOwnItemId } from '@/features/quiz/own-items/own-item-id.ts'
import { database } from '@/lib/database.ts'
import type { Flag } from '../flag-list.tsx'
import { type BankFilter, isListed } from './bank-filter.ts'
import { citedPlaces } from './cited-places.ts'
import {
  type BankItemRow,
  countFlags,
  findBankItem,
  findBankItemAsked,
  listBankItems,
  listFlags,
  listTaughtClasses,
  listVersions,
} from './data.ts'
import { type Draft, draftOf, emptyDraft } from './draft.ts'
import { searchFacts } from './fact-search.ts'
import type { Filing } from './filing.ts'
import { changeBetween } from './versioning.ts'

/** Something with a name to choose it by. */
export interface Named {
  id: string
  name: string
}

/** An item in the list of a bank. */
export interface BankEntry {
  id: string
  question: string
  type: ItemType
  topics: string[]
  filing: Filing
  version: number
  /** ISO 8601. */
  editedAt: string
  /** Whose it is, where it is not one's own; “somebody who has left” has no name. */
  owner: string | null
  isOwn: boolean
  canChange: boolean
  isCopy: boolean
  /** The names of the classes it is shared with. */
  sharedWith: string[]
  timesAsked: number
  isInUse: boolean
  /** How often learners have found something wrong with it; of one's own alone. */
  flags: number
}

/** The page of a bank. */
export interface BankPage {
  entries: BankEntry[]
  /** How many there are before the list is narrowed. */
  total: number
  filter: BankFilter
  folders: string[]
  tags: string[]
  topics: Named[]
}

/** The bank of whoever is signed in, narrowed to what they look for; nothing for anybody else. */
export async function loadBank(filter: BankFilter): Promise<BankPage | null> {
  const actor = await currentActor()
  const scope = bankScope(actor)
  if (scope === null) return null
  const [rows, flags] = await Promise.all([listBankItems(database(), scope), countFlags(database(), scope)])
  const entries = rows.map((row): BankEntry => {
    const { id, item, owner, folder, tags, difficulty, shares } = row
    const isOwn = owner?.accountId === scope.accountId
    return {
      id,
      question: questionText(toPublic(item)),
      type: item.type,
      topics: item.topics.map(topicTitle),
      // Where somebody else files it is their own affair.
      filing: isOwn ? { folder, tags, difficulty } : { folder: '', tags: [], difficulty },
      version: row.version,
      editedAt: row.editedAt.toISOString(),
      owner: isOwn ? null : (owner?.name ?? 'somebody who has left'),
      isOwn,
      canChange: bankItemChangeScope(actor, askedOf(row)) !== null,
      isCopy: row.copiedFrom !== null,
      sharedWith: shares.map(({ className }) => className),
      timesAsked: row.timesAsked,
      isInUse: row.isInUse,
      flags: flags.get(id) ?? 0,
    }
  })
  const topicsOf = new Map(rows.map(({ id, item }) => [id, item.topics]))
  const listed = entries.filter(({ id, question, type, filing }) =>
    isListed({ question, type, ...filing, topics: topicsOf.get(id) ?? [] }, filter),
  )
  return {
    entries: listed,
    total: entries.length,
    filter,
    ...namesIn(rows.filter(({ owner }) => owner?.accountId === scope.accountId)),
    topics: topics.filter(({ id }) => rows.some(({ item }) => item.topics.includes(id))),
  }
}

/** A fact of the catalog, to rest an item on. */
export interface FactChoice {
  id: string
  says: string
  locators: string[]
  topics: string[]
  citations: Citation[]
}

/** Where a copy comes from. */
export interface Provenance {
  itemId: string
  revision: string
  /** How that one asks now; nothing where it is not to be seen any more. */
  question: string | null
  /** Whether it is one of the catalog. */
  isOfCatalog: boolean
  /** Whether the copy is other than what it was copied from, as far as that can be told. */
  isChanged: boolean
}

/** The form of an item, new or kept. */
export interface EditorPage {
  /** Nothing for one that is yet to be made. */
  kept: {
    sequence: number
    version: number
    isOwn: boolean
    canChange: boolean
    owner: string | null
    shares: { classId: string; className: string; mayEdit: boolean }[]
    versions: { sequence: number; version: number; by: string | null; createdAt: string }[]
    timesAsked: number
    isInUse: boolean
    /** What learners found wrong with it, for its owner alone. */
    flags: Flag[]
  } | null
  /** The id of a new one, which is the same however often it is sent. */
  id: string
  draft: Draft
  filing: Filing
  copiedFrom: Provenance | null
  /** The facts that it rests on so far. */
  facts: FactChoice[]
  /** Every place that it cites so far. */
  citations: Citation[]
  topics: Named[]
  folders: string[]
  tags: string[]
  /** With which it can be shared. */
  classes: Named[]
}

/** An item of a bank in its form; nothing for whoever may not see it. */
export async function loadEditor(id: string): Promise<EditorPage | null> {
  const actor = await currentActor()
  const db = database()
  const asked = await findBankItemAsked(db, id)
  const [bank, scope] = [bankScope(actor), asked === null ? null : bankItemScope(actor, asked)]
  if (asked === null || bank === null || scope === null) return null
  const row = await findBankItem(db, scope)
  if (row === null) return null
  const own = ownBankItemScope(actor, asked)
  const [rows, classes, versions, flags] = await Promise.all([
    listBankItems(db, bank),
    listTaughtClasses(db, bank),
    listVersions(db, scope),
    own === null ? [] : listFlags(db, own),
  ])
  const { item, sequence, version, folder, tags, difficulty, owner, shares, timesAsked, isInUse } = row
  const isOwn = own !== null
  return {
    id,
    kept: {
      sequence,
      version,
      isOwn,
      canChange: bankItemChangeScope(actor, asked) !== null,
      owner: isOwn ? null : (owner?.name ?? 'somebody who has left'),
      shares,
      versions: versions.map(({ createdAt, revision: _, ...kept }) => ({
        ...kept,
        createdAt: createdAt.toISOString(),
      })),
      timesAsked,
      isInUse,
      flags,
    },
    draft: draftOf(item),
    filing: isOwn ? { folder, tags, difficulty } : { folder: '', tags: [], difficulty },
    copiedFrom: row.copiedFrom === null ? null : provenanceOf(row.copiedFrom, item),
    ...restingOn(item),
    topics,
    ...namesIn(rows.filter((one) => one.owner?.accountId === bank.accountId)),
    classes,
  }
}

/** What a new item begins with, as the address asks for. */
export interface NewItemAsked {
  type: string | undefined
  /** The fact to make it from. */
  factId: string | undefined
  /** The item to copy, of the catalog or of a bank. */
  copyId: string | undefined
}

/** The form of a new item. */
export type NewItemPage =
  | { kind: 'editor'; page: EditorPage }
  /** Its kind is yet to be chosen. */
  | { kind: 'choice'; fact: FactChoice | null }
  /** What it was to be made from is not there. */
  | { kind: 'missing'; what: string }

/** The form of a new item; nothing for whoever is not signed in. */
export async function loadNewItem({ type, factId, copyId }: NewItemAsked): Promise<NewItemPage | null> {
  const bank = bankScope(await currentActor())
  if (bank === null) return null
  const db = database()
  const fact = factId === undefined ? undefined : findFact(factId)
  if (factId !== undefined && fact === undefined) return { kind: 'missing', what: `There is no fact “${factId}”.` }
  const copied = copyId === undefined ? undefined : findItem(copyId)
  if (copyId !== undefined && copied === undefined) {
    return { kind: 'missing', what: `There is no question “${copyId}” in the catalog.` }
  }
  const parsed = itemTypeSchema.safeParse(type)
  if (copied === undefined && !parsed.success) {
    return { kind: 'choice', fact: fact === undefined ? null : factChoice(fact) }
  }
  const [rows, classes] = await Promise.all([listBankItems(db, bank), listTaughtClasses(db, bank)])
  const given =
    fact === undefined ? {} : { factIds: [fact.id], locators: fact.cites, topics: fact.topics, explanation: fact.says }
  return {
    kind: 'editor',
    page: {
      id: randomUUID(),
      kept: null,
      draft: copied === undefined ? emptyDraft(parsed.data as ItemType, newPartId, given) : draftOf(copied),
      filing: { folder: '', tags: [], difficulty: null },
      copiedFrom: copied === undefined ? null : provenanceOf({ itemId: copied.id, revision: copied.revision }, copied),
      ...(copied === undefined
        ? { facts: fact === undefined ? [] : [factChoice(fact)], citations: [] }
        : restingOn(copied)),
      topics,
      ...namesIn(rows.filter(({ owner }) => owner?.accountId === bank.accountId)),
      classes,
    },
  }
}

/** The facts that words are found in. */
export function findFacts(typed: string): { facts: FactChoice[] } {
  return { facts: searchFacts(catalog.facts, typed.slice(0, 200)).map(factChoice) }
}

/** At random: an id travels before the answer is given, and one that counted the lines would tell which came first. */
const newPartId = () => randomUUID().slice(0, 8)

const topics: Named[] = catalog.topics.map(({ id, title }) => ({ id, name: title }))

function topicTitle(id: string): string {
  return topics.find((topic) => topic.id === id)?.name ?? id
}

function namesIn(rows: readonly BankItemRow[]): { folders: string[]; tags: string[] } {
  const sorted = (names: readonly string[]) =>
    [...new Set(names)].filter((name) => name !== '').sort((a, b) => a.localeCompare(b, 'en'))
  return { folders: sorted(rows.map(({ folder }) => folder)), tags: sorted(rows.flatMap(({ tags }) => tags)) }
}

function askedOf({ id, owner, shares }: BankItemRow) {
  return { id, ownerAccountId: owner?.accountId ?? null, shares }
}

function provenanceOf({ itemId, revision }: { itemId: string; revision: string }, copy: Item): Provenance {
  const original = findItem(itemId)
  return {
    itemId,
    revision,
    question: original === undefined ? null : questionText(toPublic(original)),
    isOfCatalog: readOwnItemId(itemId) === null,
    isChanged: original === undefined || changeBetween(original, copy) !== 'none',
  }
}

function restingOn(item: Item): { facts: FactChoice[]; citations: Citation[] } {
  return {
    facts: item.factIds.flatMap((id) => findFact(id) ?? []).map(factChoice),
    citations: citedPlaces(item).map((locator) => citationOf(catalog, locator)),
  }
}

function factChoice({ id, says, cites, topics: filed }: Fact): FactChoice {
  return {
    id,
    says,
    locators: [...cites],
    topics: [...filed],
    citations: cites.map((locator) => citationOf(catalog, locator)),
  }
}
