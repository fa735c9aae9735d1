import 'server-only'
import { currentActor } from '@/features/accounts/loaders.ts'
import { type AssignScope, assignScope, classScope, gradebookScope } from '@/features/accounts/scope.ts'
import { catalog } from '@/features/catalog/data.ts'
import { bank as askedBank, findItem } from '@/features/quiz/bank.ts'
import { type AskedItem, askedItems } from '@/features/quiz/blueprint.ts'
import type { Difficulty } from '@/features/quiz/difficulty.ts'
import { type Item, type ItemType, type PublicItem, shuffledFor, toPublic } from '@/features/quiz/item.ts'
import { itemTypeNames, questionText } from '@/features/quiz/item-wording.ts'
import { answerOutside, type KeptAnswer } from '@/features/quiz/loaders.ts'
import { findAnyItem } from '@/features/quiz/own-items/loaders.ts'
import { readOwnItemId } from '@/features/quiz/own-items/own-item-id.ts'
import { keyResponse } from '@/features/quiz/responses.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { listBankItems, listBankItemsAmong, listUsableAmong } from '../../bank/data.ts'
import { findClass } from '../../data.ts'
import { listItemDecisions } from '../../gradebook/data.ts'
import { unknownClass } from '../../mutations.ts'
import { type AssignmentRow, countBegun, findAssignment, findBankFor, isPickedIn } from '../data.ts'
import type { Draft } from '../draft.ts'
import { fieldText } from '../local-time.ts'
import { pickedIds } from '../questions.ts'
import { type Settings, usualSettings } from '../settings.ts'
import { newerInWords, newerVersions } from './newer-versions.ts'
import { foundQuestions, type ListedQuestion } from './question-search.ts'

/** A question as learners see it, with its key. */
export interface QuestionPreview {
  item: PublicItem
  answer: KeptAnswer
}

/** The form for an assignment. */
export interface AssignmentEditor {
  class: { id: string; name: string; timeZone: string }
  /** Nothing for a new one. */
  id: string | null
  draft: Draft
  /** The questions that are picked already. */
  picked: ListedQuestion[]
  /** The newest version of what is picked in an older one, by the id that is picked. */
  newer: Readonly<Record<string, ListedQuestion>>
  /** Which these are, in a sentence; nothing where there are none. */
  newerInWords: string | null
  /** Whether learners have begun, so that what they are asked stays. */
  isBegun: boolean
  topics: { id: string; title: string }[]
  lessons: { id: string; title: string }[]
  kinds: { id: ItemType; title: string }[]
  usualSettings: Settings
}

/** The form for a new assignment, or for one that is there; nothing for whoever may not assign. */
export async function loadEditor(classId: string, id: string | null): Promise<AssignmentEditor | null> {
  const actor = await currentActor()
  const asked = { id: classId }
  const [scope, assign, taught] = [classScope(actor, asked), assignScope(actor, asked), gradebookScope(actor, asked)]
  if (scope === null || assign === null || taught === null) return null
  const found = await findClass(database(), scope)
  if (found === null || found.archivedAt !== null) return null
  const assignment = id === null ? null : await findAssignment(database(), assign, id)
  if (id !== null && assignment === null) return null
  const begun = id === null ? 0 : ((await countBegun(database(), taught)).get(id) ?? 0)
  const { timeZone } = found
  return {
    class: { id: found.id, name: found.name, timeZone },
    id,
    draft: assignment === null ? newDraft : draftOf(assignment, timeZone),
    ...(assignment === null ? nothingPicked : await pickedIn(assign, assignment, begun > 0)),
    isBegun: begun > 0,
    topics: catalog.topics.map((topic) => ({ id: topic.id, title: topic.title })),
    lessons: catalog.lessons.map((lesson) => ({ id: lesson.id, title: lesson.title })),
    kinds: (Object.keys(itemTypeNames) as ItemType[]).map((kind) => ({ id: kind, title: itemTypeNames[kind] })),
    usualSettings,
  }
}

const newDraft: Draft = {
  title: '',
  instructions: '',
  work: { kind: 'quiz', questions: { kind: 'picked', itemIds: [] } },
  settings: usualSettings,
  opensAt: '',
  dueAt: '',
  closesAt: '',
  password: '',
  weight: 1,
  holdsGrades: false,
}

function draftOf(assignment: AssignmentRow, timeZone: string): Draft {
  const { title, instructions, work, settings, password, weight, holdsGrades } = assignment
  const [opensAt, dueAt, closesAt] = [assignment.opensAt, assignment.dueAt, assignment.closesAt].map((instant) =>
    fieldText(instant, timeZone),
  ) as [string, string, string]
  return {
    title,
    instructions,
    work,
    settings,
    opensAt,
    dueAt,
    closesAt,
    password: password ?? '',
    weight,
    holdsGrades,
  }
}

const topicTitles = new Map(catalog.topics.map(({ id, title }) => [id, title]))

/** Every question of the catalog that can be picked. */
const listed = askedBank.map((asked) => listedQuestion(asked, asked.difficulty))

function listedQuestion(
  { item, topics }: Pick<AskedItem, 'item' | 'topics'>,
  difficulty: Difficulty | null,
): ListedQuestion {
  return {
    id: item.id,
    text: questionText(toPublic(item)),
    kind: item.type,
    difficulty,
    topicIds: [...topics],
    topics: item.topics.flatMap((id) => topicTitles.get(id) ?? []),
    isOfBank: readOwnItemId(item.id) !== null,
  }
}

const nothingPicked: Pick<AssignmentEditor, 'picked' | 'newer' | 'newerInWords'> = {
  picked: [],
  newer: {},
  newerInWords: null,
}

/** The questions that are picked already, also those that were taken out of a bank since, with what is newer of them. */
export async function pickedIn(
  { bank }: AssignScope,
  { id, work }: AssignmentRow,
  isBegun: boolean,
): Promise<typeof nothingPicked> {
  const [{ findItem: find }, rows, decisions] = await Promise.all([
    findBankFor(database(), work),
    listBankItemsAmong(database(), bank, pickedIds(work)),
    listItemDecisions(database(), id),
  ])
  const difficulties = new Map(rows.map((row) => [row.id, row.difficulty]))
  const listedAs = (items: readonly Item[]) =>
    askedItems(items, catalog).map((asked) => {
      const own = readOwnItemId(asked.item.id)
      return listedQuestion(asked, own === null ? asked.difficulty : (difficulties.get(own.bankItemId) ?? null))
    })
  const newer = newerVersions(
    pickedIds(work),
    rows.map(({ item }) => item),
  )
  // What was voided, or graded anew by this very version, is dealt with.
  const isDecided = (itemId: string) =>
    decisions.some(
      (one) => one.itemId === itemId && (one.kind !== 'regraded' || one.itemRevision === newer.get(itemId)?.revision),
    )
  const outdated = [...newer.keys()].filter((itemId) => !isDecided(itemId))
  return {
    picked: listedAs(pickedIds(work).flatMap((itemId) => find(itemId) ?? [])),
    newer: Object.fromEntries(
      [...newer].flatMap(([itemId, item]) => listedAs([item]).map((listed) => [itemId, listed])),
    ),
    newerInWords: newerInWords(pickedIds(work), outdated, isBegun),
  }
}

/** The questions of one's own bank, and those shared with the class, as they read now. */
async function listOfBanks({ classId, bank }: AssignScope): Promise<ListedQuestion[]> {
  const rows = (await listBankItems(database(), bank)).filter(
    ({ owner, shares }) => owner?.accountId === bank.accountId || shares.some((share) => share.classId === classId),
  )
  const difficulties = new Map(rows.map(({ item, difficulty }) => [item.id, difficulty]))
  const items = rows.map(({ item }) => item)
  return askedItems(items, catalog).map((asked) => listedQuestion(asked, difficulties.get(asked.item.id) ?? null))
}

/** How many questions a search shows; whoever wants others narrows it. */
const mostFound = 30

/** Questions to pick from, those of banks first, for those who assign in a class. */
export async function loadQuestions(
  asked: URLSearchParams,
): Promise<{ found: ListedQuestion[]; count: number } | Refusal> {
  const scope = await assignScopeOf(asked)
  if (scope === null) return unknownClass
  const value = (name: string) => asked.get(name) || null
  const search = {
    text: value('search') ?? '',
    topic: value('topic'),
    kind: value('kind'),
    difficulty: value('difficulty'),
  }
  const ofBanks = await listOfBanks(scope)
  const found = foundQuestions(value('from') === 'bank' ? ofBanks : [...ofBanks, ...listed], search)
  return { found: found.slice(0, mostFound), count: found.length }
}

/** A question with its key, for those who assign in a class. */
export async function loadQuestion(id: string, asked: URLSearchParams): Promise<QuestionPreview | Refusal> {
  const scope = await assignScopeOf(asked)
  if (scope === null) return unknownClass
  const item = await findPickable(scope, id)
  if (item === undefined) return refuse(404, 'unknown-item', `There is no question "${id}".`)
  const key = {
    id: 'key',
    itemId: id,
    itemRevision: item.revision,
    attemptId: null,
    response: keyResponse(item),
    score: 1,
    tries: null,
    firstTryScore: null,
    certainty: null,
    durationMs: null,
    answeredAt: now(),
  }
  return { item: shuffledFor(toPublic(item), 'preview'), answer: answerOutside(item, key) }
}

/** An item of the catalog, of a bank that one may use, or one that the class is assigned already. */
async function findPickable(scope: AssignScope, id: string): Promise<Item | undefined> {
  if (readOwnItemId(id) === null) return findItem(id)
  const isUsable = (await listUsableAmong(database(), scope.bank, [id])).has(id)
  return isUsable || (await isPickedIn(database(), scope, id)) ? findAnyItem(id) : undefined
}

async function assignScopeOf(asked: URLSearchParams) {
  return assignScope(await currentActor(), { id: asked.get('class') ?? '' })
}
