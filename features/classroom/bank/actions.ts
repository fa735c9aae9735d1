import 'server-only'
import { z } from 'zod'
import { notSignedIn } from '@/features/accounts/actions.ts'
import { currentActor } from '@/features/accounts/loaders.ts'
import type { Actor, BankItemAsked } from '@/features/accounts/policy.ts'
import {
  type BankScope,
  bankItemChangeScope,
  bankItemScope,
  bankScope,
  ownBankItemScope,
} from '@/features/accounts/scope.ts'
import { citationOf } from '@/features/catalog/citation.ts'
import { catalog, findFact } from '@/features/catalog/data.ts'
import { locatorSchema } from '@/features/catalog/locator.ts'
import type { Feedback } from '@/features/quiz/feedback.ts'
import { gradeResponse, type Item, itemSchema, type PublicItem, shuffledFor, toPublic } from '@/features/quiz/item.ts'
import { wholeFeedback } from '@/features/quiz/loaders.ts'
import { action, type Refusal, refuse, refuseField } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { citedPlaces } from './cited-places.ts'
import { findBankItemAsked } from './data.ts'
import { draftOf, itemOf } from './draft.ts'
import { problemsIn } from './draft-problems.ts'
import { filingSchema } from './filing.ts'
import {
  changeBankItem,
  copyBankItem,
  createBankItem,
  deleteBankItem,
  fileBankItem,
  type Kept,
  shareBankItem,
  unknownItem,
} from './mutations.ts'

const idSchema = z.string().max(40)

const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('create'),
    id: z.uuid(),
    item: itemSchema,
    filing: filingSchema,
    copiedFrom: z.strictObject({ itemId: z.string().max(100), revision: z.string().max(40) }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('change'),
    id: idSchema,
    item: itemSchema,
    /** The place of the version that was changed. */
    basedOn: z.int().positive(),
    asksOtherwise: z.boolean(),
    /** Nothing from those who may change an item and do not own it. */
    filing: filingSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('copy'), id: idSchema, copyId: z.uuid() }),
  z.strictObject({ kind: z.literal('file'), id: idSchema, filing: filingSchema }),
  z.strictObject({
    kind: z.literal('share'),
    id: idSchema,
    shares: z.array(z.strictObject({ classId: idSchema, mayEdit: z.boolean() })).max(100),
  }),
  z.strictObject({ kind: z.literal('delete'), id: idSchema }),
])

/** What can be done with the items of a bank. */
export type BankChange = z.infer<typeof changeSchema>

/** Writes, files, shares, copies and deletes the items of a bank, for whoever may. */
export const changeBank = action(changeSchema, async (change): Promise<Kept | { changed: true } | Refusal> => {
  const actor = await currentActor()
  const bank = bankScope(actor)
  if (bank === null) return notSignedIn
  if (change.kind === 'create') {
    const whole = wholeItem(change.item)
    return 'refused' in whole ? whole : createBankItem(database(), bank, { ...change, item: whole }, now())
  }
  const asked = await findBankItemAsked(database(), change.id)
  return asked === null ? unknownItem : changeItem(actor, bank, asked, change)
})

type ItemChange = Exclude<BankChange, { kind: 'create' }>

async function changeItem(
  actor: Actor,
  bank: BankScope,
  asked: BankItemAsked,
  change: ItemChange,
): Promise<Kept | { changed: true } | Refusal> {
  const db = database()
  if (change.kind === 'copy') {
    const scope = bankItemScope(actor, asked)
    return scope === null ? unknownItem : copyBankItem(db, scope, bank, change.copyId, now())
  }
  if (change.kind === 'change') {
    const scope = bankItemChangeScope(actor, asked)
    if (scope === null) return bankItemScope(actor, asked) === null ? unknownItem : onlyToUse
    const item = wholeItem(change.item)
    if ('refused' in item) return item
    const kept = await changeBankItem(db, scope, { ...change, item }, now())
    const own = ownBankItemScope(actor, asked)
    const problem =
      'refused' in kept || own === null || change.filing === null ? null : fileBankItem(db, own, change.filing)
    return (await problem) ?? kept
  }
  const own = ownBankItemScope(actor, asked)
  if (own === null) return bankItemScope(actor, asked) === null ? unknownItem : onlyToUse
  switch (change.kind) {
    case 'file':
      return done(await fileBankItem(db, own, change.filing))
    case 'share':
      return done(await shareBankItem(db, own, change.shares))
    case 'delete':
      return done(await deleteBankItem(db, own, now()))
  }
}

const previewSchema = z.strictObject({
  item: itemSchema,
  /** What was answered; nothing while it is only looked at. */
  response: z.json().nullable(),
})

/** How learners see an item, and what they are told for an answer. */
export interface Preview {
  item: PublicItem
  feedback: Feedback | null
}

/** Shows an item as learners will see it, graded by what will grade them. Nothing is kept. */
export const previewItem = action(previewSchema, async ({ item, response }): Promise<Preview | Refusal> => {
  if (bankScope(await currentActor()) === null) return notSignedIn
  const problem = placesProblem(item)
  if (problem !== null) return problem
  const shown = shuffledFor(toPublic(item), 'preview')
  if (response === null) return { item: shown, feedback: null }
  const grade = gradeResponse(item, response)
  if (grade.state === 'invalid') return refuse(422, 'invalid-response', `response: ${grade.reason}`)
  return { item: shown, feedback: wholeFeedback(item, response, grade.score) }
})

/** The item as it is kept, once nothing is wrong with it. */
function wholeItem(given: Item): Item | Refusal {
  const draft = draftOf(given)
  const [problem] = problemsIn(draft)
  if (problem !== undefined) return refuseField(problem.field, 'not-whole', problem.message)
  const item = itemOf(draft, given)
  return placesProblem(item) ?? item
}

/** What it rests on has to be in the catalog, or whoever is asked it would be led nowhere. */
function placesProblem(item: Item): Refusal | null {
  const fact = item.factIds.find((id) => findFact(id) === undefined)
  if (fact !== undefined)
    return refuseField('facts', 'unknown-fact', `There is no fact “${fact}” any more. Take it out.`)
  const topic = item.topics.find((id) => !catalog.topics.some((one) => one.id === id))
  if (topic !== undefined)
    return refuseField('topics', 'unknown-topic', `There is no topic “${topic}” any more. Take it out.`)
  return citedPlaces(item).every(isCitable)
    ? null
    : refuse(422, 'unknown-place', 'It cites a place that is not in the record.')
}

function isCitable(locator: string): boolean {
  if (!locatorSchema.safeParse(locator).success) return false
  try {
    citationOf(catalog, locator)
    return true
  } catch {
    return false
  }
}

function done(problem: Refusal | null): { changed: true } | Refusal {
  return problem ?? { changed: true }
}

const onlyToUse = refuse(403, 'only-to-use', 'Its owner lets you use and copy this question, and not change it.')
